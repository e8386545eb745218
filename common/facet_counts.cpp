// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the documents: a printed value is an ordinal, so counting is an increment. Keys sum their printed
// values.

#include "common/facet_counts.h"

#include <algorithm>
#include <optional>

namespace annota {

namespace {

/// The printed forms of one bucket are compared by count, then by text, so that the choice does not depend on their
/// order.
struct BestForm {
    std::optional<std::uint32_t> printed;
    std::uint32_t count = 0;
};

struct Tally {
    std::vector<std::uint32_t> by_printed;
    std::vector<std::uint32_t> by_key;
    std::size_t missing = 0;
};

Tally tally(const Column& column, const DocSet& documents) {
    Tally counted{std::vector<std::uint32_t>(column.printed.size()), std::vector<std::uint32_t>(column.keys.size()), 0};
    const std::size_t known = column.first.empty() ? 0 : column.first.size() - 1;
    documents.for_each([&](std::uint32_t docid) {
        if (docid >= known || column.first[docid] == column.first[docid + 1]) {
            ++counted.missing;
            return;
        }
        for (const std::uint32_t value : column.of(docid)) ++counted.by_printed[value];
    });
    for (std::uint32_t p = 0; p < column.printed.size(); ++p) counted.by_key[column.key_of[p]] += counted.by_printed[p];
    return counted;
}

} // namespace

FacetCounts count_facet(const Column& column, const DocSet& documents, const CountOptions& options) {
    const Tally counted = tally(column, documents);
    FacetCounts counts;
    counts.missing = counted.missing;
    std::vector<std::uint32_t> keys;
    for (std::uint32_t k = 0; k < column.keys.size(); ++k)
        if (counted.by_key[k] > 0) keys.push_back(k);
    counts.total_values = keys.size();

    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (options.order == BucketOrder::newest_first) return column.keys[a] > column.keys[b];
        if (counted.by_key[a] != counted.by_key[b]) return counted.by_key[a] > counted.by_key[b];
        return column.keys[a] < column.keys[b];
    };
    const std::size_t shown = std::min(options.buckets, keys.size());
    std::ranges::partial_sort(keys, keys.begin() + static_cast<std::ptrdiff_t>(shown), before);
    keys.resize(shown);
    for (const std::string& selected : options.selected)
        if (const auto k = column.find_key(selected); k && std::ranges::find(keys, *k) == keys.end())
            keys.push_back(*k);

    std::vector<BestForm> best(column.keys.size());
    for (std::uint32_t p = 0; p < column.printed.size(); ++p) {
        BestForm& form = best[column.key_of[p]];
        const std::uint32_t count = counted.by_printed[p];
        const bool better = !form.printed || count > form.count ||
                            (count == form.count && column.printed[p] < column.printed[*form.printed]);
        if (better) form = {p, count};
    }
    for (const std::uint32_t k : keys) {
        const std::string key(column.keys[k]);
        const bool selected = std::ranges::find(options.selected, key) != options.selected.end();
        counts.buckets.push_back(
            {std::string(column.printed[best[k].printed.value()]), key, counted.by_key[k], selected});
    }
    return counts;
}

DocSet documents_with(const Column& column, const std::vector<std::string>& keys, std::uint32_t limit) {
    DocSet documents(limit);
    std::vector<bool> wanted(column.keys.size());
    bool any = false;
    for (const std::string& key : keys)
        if (const auto k = column.find_key(key)) wanted[*k] = any = true;
    if (!any) return documents;
    const std::uint32_t known = std::min(limit, static_cast<std::uint32_t>(column.first.size() - 1));
    for (std::uint32_t docid = 0; docid < known; ++docid)
        for (const std::uint32_t value : column.of(docid))
            if (wanted[column.key_of[value]]) {
                documents.insert(docid);
                break;
            }
    return documents;
}

} // namespace annota
