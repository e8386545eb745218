// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order of hits: by the rules of each order with record ids for equals, and the same list whatever the page.

#include "common/author_forms.h"
#include "common/facet_values.h"
#include "common/utf8.h"
#include "searcher/query_parser.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace annota {

namespace {

constexpr std::uint64_t kAll = 10'000;

std::vector<Record> random_records(test::RandomSearches& random, std::size_t count) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < count; ++i)
        records.push_back(random.searched_record("r" + std::to_string(i * 7 % count)));
    return records;
}

SearchRequest sorted_by(SortOrder sort, std::string text) {
    SearchRequest request;
    request.text = std::move(text);
    request.sort = sort;
    request.limit = kAll;
    request.facets.clear();
    return request;
}

/// What must not descend from hit to hit. Records with an odd number were added in a later commit.
std::tuple<bool, int, std::string, std::string> sort_key(const Hit& hit, SortOrder sort, const Analyzer& analyzer) {
    const int year = hit.record.year;
    const bool later = (hit.id.back() - '0') % 2 != 0;
    std::string text;
    switch (sort) {
    case SortOrder::oldest: return {year == 0, year, text, hit.id};
    case SortOrder::newest: return {year == 0, -year, text, hit.id};
    case SortOrder::first_added: return {false, later ? 1 : 0, text, hit.id};
    case SortOrder::last_added: return {false, later ? 0 : 1, text, hit.id};
    case SortOrder::author:
        if (!hit.record.authors.empty()) text = fullest_name_key(hit.record.authors.front());
        break;
    default:
        if (!hit.record.title.empty()) text = analyzer.fold(text_of_work(hit.record, hit.record.title)).substr(0, 48);
    }
    return {text.empty(), 0, text, hit.id};
}

void check_sorted(SampleIndex& index, SortOrder sort, const std::string& text) {
    CAPTURE(text, name_of(sort));
    const Analyzer analyzer;
    const std::vector<Hit> hits = index.search(sorted_by(sort, text)).hits;
    for (std::size_t i = 1; i < hits.size(); ++i)
        CHECK(sort_key(hits[i - 1], sort, analyzer) < sort_key(hits[i], sort, analyzer));
}

std::vector<std::string> pages(SampleIndex& index, SearchRequest request, test::RandomSearches& random) {
    std::vector<std::string> ids;
    for (;;) {
        request.offset = ids.size();
        request.limit = 1 + random.below(9);
        const ResultPage page = index.search(request);
        for (const Hit& hit : page.hits) {
            CHECK(hit.rank == ids.size() + 1);
            ids.push_back(hit.id);
        }
        if (page.hits.size() < request.limit) return ids;
    }
}

std::vector<std::string> ids_of(const std::vector<Hit>& hits) {
    std::vector<std::string> ids(hits.size());
    std::ranges::transform(hits, ids.begin(), &Hit::id);
    return ids;
}

std::vector<std::string> whole_list(SampleIndex& index, SearchRequest request) {
    request.limit = kAll;
    return ids_of(index.search(request).hits);
}

} // namespace

TEST_CASE("Random requests are in the order that they ask for, missing values last, equals by id") {
    test::RandomSearches random(11);
    std::vector<Record> early = random_records(random, 60);
    std::vector<Record> later;
    for (const Record& record : early)
        if ((record.id.back() - '0') % 2 != 0) later.push_back(record);
    std::erase_if(early, [](const Record& record) { return (record.id.back() - '0') % 2 != 0; });
    SampleIndex index(early);
    index.add(later);
    for (int i = 0; i < 60; ++i)
        for (const SortOrder sort : kSortOrders)
            if (sort != SortOrder::relevance) check_sorted(index, sort, i == 0 ? "" : random.query(1));
}

TEST_CASE("Hits with all words come first, each group by score, equal scores by id") {
    test::RandomSearches random(12);
    std::vector<Record> records = random_records(random, 40);
    // Copies have equal scores.
    for (std::size_t i = 0; i < 20; ++i) {
        records.push_back(records[i]);
        records.back().id = "copy" + std::to_string((i * 13) % 20);
    }
    SampleIndex index(records);
    for (int i = 0; i < 150; ++i) {
        const std::string text = random.words(3);
        const std::set<std::string> with_all = index.found(text, MatchMode::all);
        const std::vector<Hit> hits = index.search(sorted_by(SortOrder::relevance, text)).hits;
        CAPTURE(text);
        for (std::size_t h = 1; h < hits.size(); ++h) {
            const auto group = [&](const Hit& hit) { return !with_all.contains(hit.id); };
            CHECK(std::tuple(group(hits[h - 1]), -hits[h - 1].score, hits[h - 1].id) <
                  std::tuple(group(hits[h]), -hits[h].score, hits[h].id));
        }
    }
}

TEST_CASE("Pages by author and by generation make up one list") {
    test::RandomSearches random(14);
    SampleIndex index(random_records(random, 60));
    for (int i = 0; i < 60; ++i) {
        SearchRequest request = sorted_by(
            random.pick(std::array{SortOrder::author, SortOrder::first_added, SortOrder::last_added}), random.query(1));
        CAPTURE(describe(request));
        CHECK(pages(index, request, random) == whole_list(index, request));
    }
}

TEST_CASE("Pages of any size make up one list") {
    for (const std::uint32_t seed : {13U, 127U}) {
        test::RandomSearches random(seed);
        std::vector<Record> records = random_records(random, 40);
        for (std::size_t i = 0; i < 40; ++i) {
            records.push_back(records[i]);
            records.back().id = "copy" + std::to_string(i);
        }
        SampleIndex index(records);
        for (int i = 0; i < 120; ++i) {
            SearchRequest request = random.request();
            request.facets.clear();
            request.match = random.pick(std::array{MatchMode::any, MatchMode::all, MatchMode::automatic});
            request.sort =
                random.pick(std::array{SortOrder::relevance, SortOrder::oldest, SortOrder::newest, SortOrder::title});
            CAPTURE(seed, describe(request));
            CHECK(pages(index, request, random) == whole_list(index, request));
        }
    }
}

} // namespace annota
