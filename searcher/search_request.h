// SPDX-License-Identifier: GPL-2.0-or-later
//
// One question to the index as plain data, wherever it came from.

#pragma once

#include "common/facet_counts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

enum class MatchMode : std::uint8_t {
    automatic, ///< Hits with all words first, then the rest by weight.
    all,
    any,
};

enum class SortOrder : std::uint8_t { relevance, oldest, newest, title };

/// A restriction to records with one of `values` in a field, or, with `exclude`, without any of them.
struct Filter {
    std::string field; ///< A name of the table of fields: "author".
    std::vector<std::string> values;
    bool exclude = false;
    bool keys_only = false; ///< Values are keys of facet buckets; else what a user would write, or a key.

    friend bool operator==(const Filter&, const Filter&) = default;
};

struct FacetRequest {
    std::string field;
    std::uint64_t count = 10; ///< Buckets at most.

    friend bool operator==(const FacetRequest&, const FacetRequest&) = default;
};

/// At most one filter for each field, exclude and keys_only. Ranges are inclusive, open where a bound is missing.
struct SearchRequest {
    std::string id;   ///< The request's own name as JSON text: "\"a\"", "17"; empty for none.
    std::string text; ///< The query; without words all records match.
    MatchMode match = MatchMode::automatic;
    bool plain = false; ///< The text is mere words, no operators.
    std::uint64_t limit = 10;
    std::uint64_t offset = 0;
    bool count_only = false; ///< Nothing but the number of matches.
    SortOrder sort = SortOrder::relevance;
    std::vector<Filter> filters;
    std::optional<int> first_year;
    std::optional<int> last_year;
    std::vector<FacetRequest> facets{{"author"}, {"year"}, {"journal"}};
    std::vector<std::string> fields; ///< Fields of a hit to answer with; empty: the usual ones.
    std::vector<std::string> get;    ///< Records to fetch by id instead of searching.
    std::uint64_t timeout_ms = 0;    ///< 0: none.

    /// That of the query: of its first letter that is of one of the two.
    Script script() const;

    friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

/// What differs from a request without any option, for tests and logs: "text «актер», limit 5, author=danilin|Данилин".
std::string describe(const SearchRequest& request);

/// "auto", "-year": the names of the options' values.
std::string_view name_of(MatchMode match);
std::string_view name_of(SortOrder sort);

} // namespace annota
