// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the documents, in which a printed value is an ordinal and counting an increment, and one over the
// printed values, which stand in the order of their keys. Later steps look at the counted ones alone.

#include "common/facet_counts.h"

#include "common/name.h"

#include <algorithm>
#include <span>
#include <utility>

namespace annota {

namespace {

/// Counts by ordinal, and the ordinals that have one.
struct Counts {
    explicit Counts(std::uint32_t size) : of(size) {}

    std::vector<std::uint32_t> of;
    std::vector<std::uint32_t> counted;
};

struct Tally {
    Counts printed;
    Counts keys;
    std::size_t missing = 0;
};

Tally tally(const Column& column, const DocSet& documents) {
    Tally made{Counts(column.printed_count()), Counts(column.key_count()), 0};
    std::vector<std::uint32_t>& counts = made.printed.of;
    documents.for_each([&](std::uint32_t docid) {
        const std::span<const std::uint32_t> values = column.of(docid);
        if (values.empty()) ++made.missing;
        for (const std::uint32_t value : values) ++counts[value];
    });
    for (std::uint32_t p = 0; p < counts.size(); ++p) {
        if (counts[p] == 0) continue;
        made.printed.counted.push_back(p);
        std::uint32_t& of_key = made.keys.of[column.key_of(p)];
        if (of_key == 0) made.keys.counted.push_back(column.key_of(p));
        of_key += counts[p];
    }
    return made;
}

/// The counted keys of which a counted form was looked for.
std::vector<std::uint32_t> found_keys(const Column& column, const Tally& tally, const CountOptions& options) {
    const std::string prefix = script_free_key(options.prefix);
    const std::string contained = script_free_key(options.contains);
    if (prefix.empty() && contained.empty()) return tally.keys.counted;
    std::vector<std::uint32_t> keys;
    std::vector<bool> found(column.key_count());
    for (const std::uint32_t p : tally.printed.counted) {
        const std::uint32_t key = column.key_of(p);
        if (found[key]) continue;
        const std::string form = script_free_key(column.printed(p));
        found[key] = form.starts_with(prefix) && form.find(contained) != std::string::npos;
        if (found[key]) keys.push_back(key);
    }
    return keys;
}

/// Found keys, those that are wanted first and in the order asked for.
std::vector<std::uint32_t> ordered_keys(const Column& column, const Tally& tally, const CountOptions& options) {
    std::vector<std::uint32_t> keys = found_keys(column, tally, options);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (options.order == BucketOrder::newest_first) return column.key_stands_before(b, a);
        if (options.order == BucketOrder::count && tally.keys.of[a] != tally.keys.of[b])
            return tally.keys.of[a] > tally.keys.of[b];
        return column.key_stands_before(a, b);
    };
    const std::size_t wanted =
        options.offset > keys.size() ? 0 : std::min(options.buckets, keys.size() - options.offset);
    const std::size_t end = wanted == 0 ? 0 : options.offset + wanted;
    std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(end), keys.end(), before);
    return keys;
}

/// For each of `keys` the form printed most often, among equals the first by its text.
std::vector<std::uint32_t> best_forms(const Column& column, const Tally& tally, std::span<const std::uint32_t> keys) {
    constexpr auto kNone = static_cast<std::uint32_t>(-1);
    const std::vector<std::uint32_t>& count = tally.printed.of;
    const auto is_better = [&](std::uint32_t a, std::uint32_t b) {
        return count[a] != count[b] ? count[a] > count[b] : column.printed(a) < column.printed(b);
    };
    std::vector<std::uint32_t> best(keys.size(), kNone);
    std::vector<bool> wanted(column.key_count());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places; // of the keys
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        wanted[keys[i]] = true;
        places.emplace_back(keys[i], i);
    }
    std::ranges::sort(places);
    const auto consider = [&](std::uint32_t p) {
        const std::uint32_t key = column.key_of(p);
        if (!wanted[key]) return;
        std::uint32_t& form = best[std::ranges::lower_bound(places, std::pair{key, 0U})->second];
        if (form == kNone || is_better(p, form)) form = p;
    };
    for (const std::uint32_t p : tally.printed.counted) consider(p);
    if (std::ranges::find(best, kNone) == best.end()) return best;
    for (std::uint32_t p = 0; p < column.printed_count(); ++p) // Selected keys that no counted document has.
        if (tally.keys.of[column.key_of(p)] == 0) consider(p);
    return best;
}

} // namespace

FacetCounts count_facet(const Column& column, const DocSet& documents, const CountOptions& options) {
    const Tally counted = tally(column, documents);
    const auto is_selected = [&](std::string_view key) {
        return std::ranges::find(options.selected, key) != options.selected.end();
    };
    std::vector<std::uint32_t> keys = ordered_keys(column, counted, options);
    FacetCounts counts{keys.size(), counted.missing, is_selected(kNoValue), {}};
    const std::size_t begin = std::min(options.offset, keys.size());
    keys.erase(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(begin));
    keys.resize(std::min(options.buckets, keys.size()));
    for (const std::string& selected : options.selected)
        if (const auto k = column.find_key(selected); k && std::ranges::find(keys, *k) == keys.end())
            keys.push_back(*k);
    const std::vector<std::uint32_t> forms = best_forms(column, counted, keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string key(column.key(keys[i]));
        counts.buckets.push_back(
            {std::string(column.printed(forms[i])), key, counted.keys.of[keys[i]], is_selected(key)});
    }
    return counts;
}

DocSet documents_with(const Column& column, const std::vector<std::string>& keys, std::uint32_t limit) {
    DocSet documents(limit);
    std::vector<bool> wanted(column.key_count());
    bool any = false;
    for (const std::string& key : keys)
        if (const auto k = column.find_key(key)) wanted[*k] = any = true;
    const bool none = std::ranges::find(keys, kNoValue) != keys.end();
    if (!any && !none) return documents;
    const std::uint32_t known = std::min(limit, column.doc_limit());
    for (std::uint32_t docid = 0; docid < known; ++docid) {
        const std::span<const std::uint32_t> values = column.of(docid);
        const auto is_wanted = [&](std::uint32_t value) { return wanted[column.key_of(value)]; };
        if ((none && values.empty()) || std::ranges::any_of(values, is_wanted)) documents.insert(docid);
    }
    for (std::uint32_t docid = known; none && docid < limit; ++docid) documents.insert(docid);
    return documents;
}

} // namespace annota
