// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the documents: a value or a person is an ordinal, so counting is an increment. What buckets are called
// is asked for those alone that are shown.

#include "common/facet_counts.h"

#include "common/key_buckets.h"
#include "common/merged_buckets.h"
#include "common/name.h"
#include "common/person_counts.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace annota {

namespace {

/// How many of the buckets in their order are asked for, from the first on.
std::size_t wanted_end(const CountOptions& options) {
    const std::size_t most = std::numeric_limits<std::size_t>::max();
    return options.buckets == 0 ? 0 : options.offset + std::min(options.buckets, most - options.offset);
}

/// Of the buckets with a document, those that were looked for.
template <class Buckets> std::vector<std::uint32_t> found_buckets(const Buckets& buckets, const CountOptions& options) {
    const std::string prefix = script_free_key(options.prefix);
    const std::string contained = script_free_key(options.contains);
    const std::vector<bool> passing = buckets.passing([&](std::string_view printed) {
        const std::string form = script_free_key(printed);
        return form.starts_with(prefix) && form.find(contained) != std::string::npos;
    });
    std::vector<std::uint32_t> found;
    buckets.counts().for_each_at_least([] { return 1U; },
                                       [&](std::size_t bucket, std::uint32_t) {
                                           if (passing[bucket]) found.push_back(static_cast<std::uint32_t>(bucket));
                                       });
    return found;
}

/// The buckets that may be among the first `wanted` by count: of most it is enough to see that others have more.
std::vector<std::uint32_t> most_counted(const SmallCounts& counts, std::size_t wanted) {
    std::vector<std::uint32_t> heap; // the greatest counts so far, the least of them on top
    std::vector<std::uint32_t> found;
    if (wanted == 0) return found;
    std::uint32_t least = 1;
    counts.for_each_at_least([&] { return least; },
                             [&](std::size_t bucket, std::uint32_t count) {
                                 found.push_back(static_cast<std::uint32_t>(bucket));
                                 if (heap.size() == wanted) {
                                     std::ranges::pop_heap(heap, std::greater<>());
                                     heap.back() = count;
                                 } else {
                                     heap.push_back(count);
                                 }
                                 std::ranges::push_heap(heap, std::greater<>());
                                 if (heap.size() == wanted) least = heap.front();
                             });
    std::erase_if(found, [&](std::uint32_t bucket) { return counts[bucket] < least; });
    return found;
}

/// Sorts as far as is wanted.
template <class Buckets>
void sort_buckets(std::vector<std::uint32_t>& order, const Buckets& buckets, const CountOptions& options) {
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (options.order == BucketOrder::newest_first) return buckets.is_before(b, a);
        if (options.order == BucketOrder::count && buckets.counts()[a] != buckets.counts()[b])
            return buckets.counts()[a] > buckets.counts()[b];
        return buckets.is_before(a, b);
    };
    const std::size_t end = std::min(wanted_end(options), order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(end), order.end(), before);
}

/// The first buckets in their order, and how many there are.
template <class Buckets>
std::pair<std::vector<std::uint32_t>, std::size_t> ordered_buckets(const Buckets& buckets,
                                                                   const CountOptions& options) {
    std::vector<std::uint32_t> order;
    std::size_t total = 0;
    if (!options.prefix.empty() || !options.contains.empty()) {
        order = found_buckets(buckets, options);
        total = order.size();
    } else if (options.order == BucketOrder::count) {
        order = most_counted(buckets.counts(), wanted_end(options));
        total = buckets.counts().nonzero();
    } else {
        buckets.counts().for_each_at_least(
            [] { return 1U; },
            [&](std::size_t bucket, std::uint32_t) { order.push_back(static_cast<std::uint32_t>(bucket)); });
        total = order.size();
    }
    sort_buckets(order, buckets, options);
    return {std::move(order), total};
}

template <class Buckets> FacetCounts count_buckets(const Buckets& buckets, const CountOptions& options) {
    const auto is_selected = [&](std::string_view key) {
        return std::ranges::find(options.selected, key) != options.selected.end();
    };
    auto [order, total] = ordered_buckets(buckets, options);
    FacetCounts counts{total, buckets.missing(), is_selected(kNoValue), {}};
    const std::size_t begin = std::min(options.offset, order.size());
    order.erase(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(begin));
    order.resize(std::min(options.buckets, order.size()));
    for (const std::string& selected : options.selected)
        if (const auto known = buckets.find(selected); known && std::ranges::find(order, *known) == order.end())
            order.push_back(*known);
    for (const std::uint32_t bucket : order) {
        std::string key = buckets.key(bucket);
        const bool selected = is_selected(key);
        counts.buckets.push_back({{}, std::move(key), buckets.counts()[bucket], selected});
    }
    const std::vector<PrintedForms> forms =
        order.empty() ? std::vector<PrintedForms>() : buckets.forms(order, options.script);
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const std::vector<std::string_view> best = best_forms(forms[i]);
        Bucket& bucket = counts.buckets[i];
        if (!best.empty()) bucket.value = best.front();
        for (std::size_t f = 1; f < std::min(best.size(), Buckets::kMostOtherForms + 1); ++f)
            bucket.forms.emplace_back(best[f]);
    }
    return counts;
}

/// By bucket.
std::vector<bool> wanted_buckets(const Column& column, const std::vector<std::string>& keys) {
    std::vector<bool> wanted(column.key_count());
    for (const std::string& key : keys)
        if (const auto found = column.find_key(key)) wanted[column.bucket_of(*found)] = true;
    return wanted;
}

void insert_documents_of(const Persons& persons, const std::vector<std::string>& keys, DocSet& documents) {
    std::vector<std::uint32_t> wanted;
    for (const std::string& key : keys)
        if (const auto found = persons.find(read_person_key(key))) wanted.push_back(*found);
    persons.for_each_mention(wanted, [&](std::size_t, std::uint32_t docid, std::uint32_t) {
        documents.insert(below(docid, documents.limit()));
    });
}

} // namespace

FacetCounts count_facet(std::span<const CountedColumn> columns, const CountOptions& options) {
    const auto& [column, documents] = columns.front();
    const bool of_persons = column.persons() != nullptr;
    if (columns.size() == 1 && of_persons) return count_buckets(PersonBuckets(column, documents), options);
    if (columns.size() == 1) return count_buckets(KeyBuckets(column, documents), options);
    if (of_persons) return count_buckets(MergedBuckets<PersonBuckets>(columns, options.selected), options);
    return count_buckets(MergedBuckets<KeyBuckets>(columns, options.selected), options);
}

DocSet documents_with(const Column& column, const std::vector<std::string>& keys, std::uint32_t limit) {
    DocSet documents(limit);
    const bool none = std::ranges::find(keys, kNoValue) != keys.end();
    const bool of_persons = column.persons() != nullptr;
    if (of_persons) insert_documents_of(*column.persons(), keys, documents);
    const std::vector<bool> wanted = of_persons ? std::vector<bool>() : wanted_buckets(column, keys);
    if (!none && std::ranges::find(wanted, true) == wanted.end()) return documents;
    const std::uint32_t known = std::min(limit, column.doc_limit());
    for (std::uint32_t docid = 0; docid < known; ++docid) {
        const std::span<const std::uint32_t> values = column.of(docid);
        const auto is_wanted = [&](std::uint32_t value) {
            return !of_persons && wanted[column.bucket_of(column.key_of(value))];
        };
        if ((none && values.empty()) || std::ranges::any_of(values, is_wanted)) documents.insert(docid);
    }
    for (std::uint32_t docid = known; none && docid < limit; ++docid) documents.insert(docid);
    return documents;
}

} // namespace annota
