// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the documents: a printed value is an ordinal, so counting is an increment. Keys sum their printed
// values.

#include "common/facet_counts.h"

#include "common/author_forms.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace annota {

namespace {

/// A way in which a bucket is printed.
struct Form {
    bool in_script = false;
    std::uint32_t count = 0;
    std::size_t key_size = 0;

    /// Equal ones are in the order of their texts, so that the choice depends on no other.
    bool is_better_than(const Form& other) const {
        return std::tie(in_script, count, key_size) > std::tie(other.in_script, other.count, other.key_size);
    }
};

using Forms = std::map<std::string_view, Form>;

void add_forms(Forms& forms, std::string_view printed, std::uint32_t count, const CountOptions& options) {
    if (!options.persons) {
        forms[printed].count += count;
        return;
    }
    for (const AuthorForm& one : unpack_forms(printed)) {
        Form& form = forms[one.printed];
        form.count += count;
        form.key_size = one.key.size();
        form.in_script =
            options.script != Script::any && is_in_cyrillic(one.printed) == (options.script == Script::cyrillic);
    }
}

void label(Bucket& bucket, const Forms& forms, bool with_others) {
    std::vector<const Forms::value_type*> order;
    for (const auto& form : forms) order.push_back(&form);
    std::ranges::stable_sort(order, [](const auto* a, const auto* b) { return a->second.is_better_than(b->second); });
    bucket.value = order.front()->first;
    if (!with_others) return;
    for (std::size_t i = 1; i < std::min(order.size(), kMostForms + 1); ++i) bucket.forms.emplace_back(order[i]->first);
}

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

    std::map<std::uint32_t, Forms> forms;
    std::vector<bool> is_shown(column.keys.size());
    for (const std::uint32_t k : keys) is_shown[k] = true;
    for (std::uint32_t p = 0; p < column.printed.size(); ++p)
        if (is_shown[column.key_of[p]])
            add_forms(forms[column.key_of[p]], column.printed[p], counted.by_printed[p], options);
    for (const std::uint32_t k : keys) {
        Bucket bucket{{}, std::string(column.keys[k]), counted.by_key[k], false, {}};
        bucket.selected = std::ranges::find(options.selected, bucket.key) != options.selected.end();
        label(bucket, forms[k], options.persons);
        counts.buckets.push_back(std::move(bucket));
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
