// SPDX-License-Identifier: GPL-2.0-or-later
//
// Exact counts of facet values over a set of documents.

#pragma once

#include "common/columns.h"
#include "common/doc_set.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct Bucket {
    std::string value; ///< The form printed most often in the counted documents; of persons see CountOptions::script.
    std::string key;
    std::size_t count = 0;
    bool selected = false;
    std::vector<std::string> forms{}; ///< Of a person: the other forms of the name, at most kMostForms, the best first.
};

/// Order of buckets; equal counts are in order of their keys.
enum class BucketOrder : std::uint8_t {
    count,        ///< Most first.
    value,        ///< Keys ascending.
    newest_first, ///< Keys descending: years.
};

struct FacetCounts {
    std::size_t total_values = 0;  ///< Different values with at least one document, of those that were looked for.
    std::size_t missing = 0;       ///< Documents without a value.
    bool missing_selected = false; ///< Whether the user filters by having no value.
    std::vector<Bucket> buckets;   ///< At most as many as asked for, and the selected ones in any case.
};

inline constexpr std::size_t kMostForms = 10;

enum class Script : std::uint8_t { any, cyrillic, latin };

struct CountOptions {
    std::size_t buckets = 10;
    BucketOrder order = BucketOrder::count;
    std::vector<std::string> selected{}; ///< Keys by which the user filters, kNoValue too; counted like all others.
    std::size_t offset = 0;              ///< Buckets left out at the beginning.
    /// Only values of which a printed form begins with, or has, this text; compared by script-free keys.
    std::string prefix{};
    std::string contains{};
    /// Of persons: a form of the name in this script is better than any other; then one printed more often in the
    /// counted documents, then one with a longer key, then one more often printed first of an author.
    Script script = Script::any;
};

/// In place of a key: the documents without a value.
inline constexpr std::string_view kNoValue;

/// A column of one index, and its documents that count.
struct CountedColumn {
    const Column& column;
    const DocSet& documents;
};

/// Of one index, or of several as one: equal keys are one bucket. At least one.
FacetCounts count_facet(std::span<const CountedColumn> columns, const CountOptions& options);

inline FacetCounts count_facet(const Column& column, const DocSet& documents, const CountOptions& options) {
    const CountedColumn counted{column, documents};
    return count_facet(std::span(&counted, 1), options);
}

/// The documents in the buckets of the keys, which may be kNoValue: then also docids that no document has. `limit` as
/// of the set to be combined with.
DocSet documents_with(const Column& column, const std::vector<std::string>& keys, std::uint32_t limit);

} // namespace annota
