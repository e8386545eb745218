// SPDX-License-Identifier: GPL-2.0-or-later
//
// One question to the index as plain data, wherever it came from.

#pragma once

#include "common/facet_counts.h"

#include <array>
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

/// All but relevance have missing values last.
enum class SortOrder : std::uint8_t {
    relevance,
    oldest, ///< By year,
    newest, ///< the other way round.
    title,
    author,      ///< By the name key of the first author, so that both scripts stand together.
    first_added, ///< By the generation in which the record came,
    last_added,  ///< the other way round.
};

inline constexpr std::array kSortOrders{SortOrder::relevance, SortOrder::oldest, SortOrder::newest,
                                        SortOrder::title,     SortOrder::author, SortOrder::first_added,
                                        SortOrder::last_added};

/// A restriction to records with one of `values` in a field, or, with `exclude`, without any of them.
struct Filter {
    std::string field; ///< A name of the table of fields: "author".
    std::vector<std::string> values;
    bool exclude = false;
    bool keys_only = false; ///< Values are keys of facet buckets; else what a user would write, or a key.

    friend bool operator==(const Filter&, const Filter&) = default;
};

enum class FacetOrder : std::uint8_t {
    usual, ///< By count; years newest first.
    count,
    value,
};

struct FacetRequest {
    std::string field;
    std::uint64_t count = 10; ///< Buckets at most.
    std::string inner{};      ///< A second field, by which each bucket is counted; empty for none.
    std::uint64_t inner_count = 10;
    std::uint64_t offset = 0; ///< Buckets left out at the beginning.
    FacetOrder order = FacetOrder::usual;
    std::string prefix{};   ///< Only values that begin so, in either script,
    std::string contains{}; ///< and that have this.

    friend bool operator==(const FacetRequest&, const FacetRequest&) = default;
};

/// The facet as it is called in requests and answers: "author", "journal/year".
std::string name_of(const FacetRequest& facet);

/// Bars of a histogram of years.
enum class Histogram : std::uint8_t { none, year, decade };

/// A stretch of an order.
struct Stretch {
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
};

/// The values of a field that begin with a text.
struct TermsRequest {
    std::string field; ///< A field with buckets, "title", or empty for the words of all texts.
    std::string prefix;

    friend bool operator==(const TermsRequest&, const TermsRequest&) = default;
};

/// At most one filter for each field, exclude and keys_only. Ranges are inclusive, open where a bound is missing.
struct SearchRequest {
    std::string id;   ///< The request's own name as JSON text: "\"a\"", "17"; empty for none.
    std::string text; ///< The query; without words all records match.
    MatchMode match = MatchMode::automatic;
    bool plain = false; ///< The text is mere words, no operators.
    std::uint64_t limit = 10;
    std::uint64_t offset = 0;
    std::string cursor;      ///< Where an earlier page ended (cursor.h); empty: from `offset`.
    bool count_only = false; ///< Nothing but the number of matches.
    SortOrder sort = SortOrder::relevance;
    std::vector<Filter> filters;
    std::optional<int> first_year;
    std::optional<int> last_year;
    std::vector<FacetRequest> facets{{"author"}, {"year"}, {"journal"}};
    Histogram histogram = Histogram::none;
    std::vector<std::string> fields;   ///< Fields of a hit to answer with; empty: the usual ones.
    std::vector<std::string> get;      ///< Records to fetch by id instead of searching.
    std::string similar;               ///< Id of the record whose like is sought; empty for none.
    bool explain = false;              ///< Says why the answer is what it is.
    bool feedback = false;             ///< Looks for the telling words of the best hits, too.
    std::optional<TermsRequest> terms; ///< What is to be listed, by `offset` and `limit`, in place of hits and facets.
    std::uint64_t timeout_ms = 0;      ///< 0: none.

    /// That in which the user reads names: of the query's first letter that is of one of the two; without any, of the
    /// language by which the request filters, or of a name that it filters by.
    Script script() const;

    friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

/// What differs from a request without any option, for tests and logs: "text «актер», limit 5, author=danilin|Данилин".
std::string describe(const SearchRequest& request);

/// "author=danilin|Данилин", "!=" where it excludes, "==" where it takes keys alone; "year 2015..2020".
std::string filter_text(const Filter& filter);
std::string years_text(const SearchRequest& request);

/// "auto", "-year": the names of the options' values.
std::string_view name_of(MatchMode match);
std::string_view name_of(SortOrder sort);
std::string_view name_of(FacetOrder order);
std::string_view name_of(Histogram histogram);

} // namespace annota
