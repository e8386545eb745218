// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the documents: a printed value is an ordinal, so counting is an increment. Keys sum their printed
// values.

#include "common/facet_counts.h"

#include "common/name.h"

#include <algorithm>
#include <span>

namespace annota {

namespace {

struct Tally {
    std::vector<std::uint32_t> by_printed;
    std::vector<std::uint32_t> by_key;
    std::size_t missing = 0;
};

Tally tally(const Column& column, const DocSet& documents) {
    Tally counted{std::vector<std::uint32_t>(column.printed_count()), std::vector<std::uint32_t>(column.key_count()),
                  0};
    documents.for_each([&](std::uint32_t docid) {
        const std::span<const std::uint32_t> values = column.of(docid);
        if (values.empty()) ++counted.missing;
        for (const std::uint32_t value : values) ++counted.by_printed[value];
    });
    for (std::uint32_t p = 0; p < column.printed_count(); ++p)
        counted.by_key[column.key_of(p)] += counted.by_printed[p];
    return counted;
}

/// Whether each key has a counted form that was looked for.
std::vector<bool> found_keys(const Column& column, const Tally& counted, const CountOptions& options) {
    const std::string prefix = script_free_key(options.prefix);
    const std::string contained = script_free_key(options.contains);
    const bool all = prefix.empty() && contained.empty();
    std::vector<bool> found(column.key_count());
    for (std::uint32_t p = 0; p < column.printed_count(); ++p) {
        if (counted.by_printed[p] == 0 || found[column.key_of(p)]) continue;
        const std::string form = all ? std::string() : script_free_key(column.printed(p));
        found[column.key_of(p)] = form.starts_with(prefix) && form.find(contained) != std::string::npos;
    }
    return found;
}

/// Keys with a document, those that are wanted first and in the order asked for.
std::vector<std::uint32_t> ordered_keys(const Column& column, const Tally& counted, const CountOptions& options) {
    const std::vector<bool> found = found_keys(column, counted, options);
    std::vector<std::uint32_t> keys;
    for (std::uint32_t k = 0; k < column.key_count(); ++k)
        if (found[k]) keys.push_back(k);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (options.order == BucketOrder::newest_first) return column.key(a) > column.key(b);
        if (options.order == BucketOrder::count && counted.by_key[a] != counted.by_key[b])
            return counted.by_key[a] > counted.by_key[b];
        return column.key(a) < column.key(b);
    };
    const std::size_t wanted =
        options.offset > keys.size() ? 0 : std::min(options.buckets, keys.size() - options.offset);
    const std::size_t end = wanted == 0 ? 0 : options.offset + wanted;
    std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(end), keys.end(), before);
    return keys;
}

/// For each of `keys` the form printed most often, among equals the first by its text.
std::vector<std::uint32_t> best_forms(const Column& column, const Tally& counted, std::span<const std::uint32_t> keys) {
    constexpr auto kNone = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> place(column.key_count(), kNone);
    for (std::uint32_t i = 0; i < keys.size(); ++i) place[keys[i]] = i;
    std::vector<std::uint32_t> best(keys.size(), kNone);
    for (std::uint32_t p = 0; p < column.printed_count(); ++p) {
        if (place[column.key_of(p)] == kNone) continue;
        std::uint32_t& form = best[place[column.key_of(p)]];
        if (form == kNone || counted.by_printed[p] > counted.by_printed[form] ||
            (counted.by_printed[p] == counted.by_printed[form] && column.printed(p) < column.printed(form)))
            form = p;
    }
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
            {std::string(column.printed(forms[i])), key, counted.by_key[keys[i]], is_selected(key)});
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
