// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/searcher/facet_reference.h"

#include "common/analyzer.h"
#include "common/author_forms.h"
#include "common/name.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <tuple>

namespace annota::test {

namespace {

using Ids = std::set<std::string>;

/// "key=Value 3, ...; 5 values, 1 missing".
std::string text_of(const std::vector<Bucket>& buckets, std::size_t values, std::size_t missing) {
    std::string text;
    for (const Bucket& bucket : buckets)
        text.append(bucket.key).append("=").append(bucket.value + ' ' + std::to_string(bucket.count) + ", ");
    return text + std::to_string(values) + " values, " + std::to_string(missing) + " missing";
}

/// The form of a person is in the script of the request if one is; among equally frequent ones, of journals too, it is
/// that with the longest key, then the one more often printed first.
std::string most_printed(const SearchReference::Counted& counted, const FacetRequest& wanted, Script script) {
    const auto rank = [&](const auto& form) {
        if (wanted.field != "author") {
            const std::size_t key_size = wanted.field == "journal" ? Analyzer().fold(form.first).size() : 0;
            return std::tuple(false, form.second, key_size, std::size_t{0});
        }
        const bool in_script = script != Script::any && is_in_cyrillic(form.first) == (script == Script::cyrillic);
        const auto first = counted.first_forms.find(form.first);
        return std::tuple(in_script, form.second, name_key(parse_name(form.first)).size(),
                          first == counted.first_forms.end() ? 0 : first->second);
    };
    return std::ranges::max_element(counted.forms, [&](const auto& a, const auto& b) { return rank(a) < rank(b); })
        ->first;
}

bool is_looked_for(const SearchReference::Counted& counted, const FacetRequest& wanted) {
    return std::ranges::any_of(counted.forms, [&](const auto& form) {
        const std::string key = script_free_key(form.first);
        return form.second > 0 && key.starts_with(script_free_key(wanted.prefix)) &&
               key.find(script_free_key(wanted.contains)) != std::string::npos;
    });
}

bool newest_first(const FacetRequest& wanted) {
    return wanted.order == FacetOrder::usual && wanted.field == "year";
}

/// All buckets that were looked for, in order.
std::vector<Bucket> all_buckets(const SearchReference::Counts& counts, const FacetRequest& wanted, Script script) {
    std::vector<Bucket> buckets;
    for (const auto& [key, counted] : counts)
        if (!key.empty() && is_looked_for(counted, wanted))
            buckets.push_back({most_printed(counted, wanted, script), key, counted.ids.size(), false});
    if (newest_first(wanted))
        std::ranges::reverse(buckets);
    else if (wanted.order != FacetOrder::value)
        std::ranges::stable_sort(buckets, [](const Bucket& a, const Bucket& b) { return a.count > b.count; });
    return buckets;
}

std::size_t missing_in(const SearchReference::Counts& counts) {
    const auto none = counts.find("");
    return none == counts.end() ? 0 : none->second.ids.size();
}

void check_counts(const FacetCounts& counts, const SearchReference::Counts& expected, const FacetRequest& wanted,
                  Script script) {
    std::vector<Bucket> buckets = all_buckets(expected, wanted, script);
    const std::size_t values = buckets.size();
    buckets.erase(buckets.begin(), buckets.begin() + static_cast<std::ptrdiff_t>(std::min(wanted.offset, values)));
    if (buckets.size() > wanted.count) buckets.resize(wanted.count);
    // Selected ones stand behind the others in any case.
    REQUIRE(counts.buckets.size() >= buckets.size());
    const auto behind = counts.buckets.begin() + static_cast<std::ptrdiff_t>(buckets.size());
    CHECK(text_of({counts.buckets.begin(), behind}, counts.total_values, counts.missing) ==
          text_of(buckets, values, missing_in(expected)));
    for (auto bucket = behind; bucket != counts.buckets.end(); ++bucket) {
        CHECK(bucket->selected);
        const auto known = expected.find(bucket->key);
        CHECK(bucket->count == (known == expected.end() ? 0 : known->second.ids.size()));
    }
}

void check_histogram(const HistogramResult& found, const SearchReference::Counts& years) {
    const int step = found.by == Histogram::decade ? 10 : 1;
    std::map<int, std::size_t> expected;
    for (const auto& [key, counted] : years)
        if (!key.empty()) expected[std::stoi(key) / step * step] += counted.ids.size();
    CHECK(found.missing == missing_in(years));
    REQUIRE(found.bars.empty() == expected.empty());
    int first = expected.empty() ? 0 : expected.begin()->first;
    for (const Bucket& bar : found.bars) {
        CHECK(bar.key.substr(0, 4) == std::to_string(first));
        CHECK(bar.count == (expected.contains(first) ? expected.at(first) : 0));
        first += step;
    }
    CHECK((expected.empty() || first == expected.rbegin()->first + step));
}

} // namespace

void check_facets(const ResultPage& page, const Ids& matches, SearchReference& reference) {
    REQUIRE(page.facets.size() == page.request.facets.size());
    for (std::size_t i = 0; i < page.facets.size(); ++i) {
        const FacetRequest& wanted = page.request.facets[i];
        const FacetResult& facet = page.facets[i];
        CAPTURE(facet.name, wanted.offset, wanted.prefix, wanted.contains);
        CHECK(facet.exact);
        const FieldId field = find_field(wanted.field)->id;
        std::set<FieldId> left_out{field};
        if (!wanted.inner.empty()) left_out.insert(find_field(wanted.inner)->id);
        const Ids counted = reference.filtered(matches, page.request, left_out);
        auto expected = reference.counts(counted, field);
        check_counts(facet.counts, expected, wanted, page.request.script());
        REQUIRE(facet.inner_counts.size() == (wanted.inner.empty() ? 0 : facet.counts.buckets.size()));
        FacetRequest inner;
        inner.field = wanted.inner;
        inner.count = wanted.inner_count;
        for (std::size_t b = 0; b < facet.inner_counts.size(); ++b)
            check_counts(facet.inner_counts[b],
                         reference.counts(expected[facet.counts.buckets[b].key].ids, find_field(wanted.inner)->id),
                         inner, page.request.script());
    }
    REQUIRE(page.histogram.has_value() == (page.request.histogram != Histogram::none));
    if (page.histogram)
        check_histogram(*page.histogram,
                        reference.counts(reference.filtered(matches, page.request, {FieldId::year}), FieldId::year));
}

} // namespace annota::test
