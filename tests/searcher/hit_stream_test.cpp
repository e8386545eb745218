// SPDX-License-Identifier: GPL-2.0-or-later
//
// Streams of all hits: the order of the pages, and each record once, whatever is committed under
// them.

#include "searcher/search.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace annota {

namespace {

std::vector<Record> numbered(std::size_t count) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < count; ++i) {
        // Long enough that the records fill many blocks of the database.
        std::string title = "Ice " + std::to_string(i);
        for (std::size_t word = 0; word < 60; ++word) title += " w" + std::to_string(i * 61 + word * 17);
        records.push_back(titled("r" + std::to_string(i), title));
        records.back().year = 1900 + static_cast<int>(i % 100);
    }
    return records;
}

std::vector<std::string> rest_of(HitStream& stream) {
    std::vector<std::string> ids;
    while (const std::optional<Hit> hit = stream.next()) {
        CHECK(hit->rank == stream.given());
        ids.push_back(hit->id);
    }
    return ids;
}

bool has_repeats(std::vector<std::string> ids) {
    std::ranges::sort(ids);
    return std::ranges::adjacent_find(ids) != ids.end();
}

} // namespace

TEST_CASE("A stream gives what the pages give, in every order") {
    test::RandomSearches random(31);
    std::vector<Record> records;
    for (std::size_t i = 0; i < 50; ++i) records.push_back(random.searched_record("r" + std::to_string(i)));
    SampleIndex index(records);
    Searcher searcher(index.folder());
    for (int i = 0; i < 100; ++i) {
        SearchRequest request = random.request();
        request.facets.clear();
        request.match = random.pick(std::array{MatchMode::any, MatchMode::all, MatchMode::automatic});
        request.sort = random.pick(kSortOrders);
        CAPTURE(describe(request));
        HitStream stream = searcher.stream(request);
        const std::vector<std::string> streamed = rest_of(stream);
        CHECK(stream.complete());
        std::vector<std::string> paged;
        request.limit = 10'000;
        request.offset = 0;
        for (const Hit& hit : index.search(request).hits) paged.push_back(hit.id);
        CHECK(streamed == paged);
        CHECK(stream.page().total == paged.size());
    }
}

TEST_CASE("A stream goes on while the index is written again and again") {
    constexpr std::size_t kCount = 400;
    SampleIndex index(numbered(kCount));
    Searcher searcher(index.folder());
    SearchRequest request;
    request.text = "ice";
    HitStream stream = searcher.stream(request);
    const std::vector<IndexState> begun = searcher.states();
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < 50; ++i) ids.push_back(stream.next()->id);

    std::vector<Record> changed = numbered(kCount);
    for (Record& record : changed) record.title.begin()->second += " changed";
    for (int commit = 0; commit < 4; ++commit) {
        for (Record& record : changed) record.volume = std::to_string(commit);
        index.add(changed);
    }
    index.add({titled("new", "Ice that came later")});
    const std::vector<std::string> rest = rest_of(stream);
    CHECK(searcher.states() != begun); // Else the test has not reached what it is about.
    ids.insert(ids.end(), rest.begin(), rest.end());
    CHECK(ids.size() == kCount);
    CHECK_FALSE(has_repeats(ids));
    CHECK(stream.complete());
}

TEST_CASE("Records that go while a stream runs are counted, changed ones come as they are") {
    constexpr std::size_t kCount = 300;
    const std::vector<Record> records = numbered(kCount);
    SampleIndex index(records);
    Searcher searcher(index.folder());
    HitStream stream = searcher.stream({});
    std::vector<std::string> ids{stream.next()->id};
    for (std::size_t i = 0; i < kCount; i += 3)
        if (records[i].id != ids.front()) index.remove(records[i].id);
    std::vector<Record> changed(records.begin() + 1, records.begin() + 2);
    changed.front().volume = "new";
    index.add(changed);
    bool seen = false;
    while (const std::optional<Hit> hit = stream.next()) {
        ids.push_back(hit->id);
        seen = seen || (hit->id == "r1" && hit->record.volume == "new");
    }
    CHECK(seen);
    CHECK(stream.deleted() > 0);
    CHECK(stream.given() + stream.deleted() == kCount);
    CHECK(stream.complete());
    CHECK_FALSE(has_repeats(ids));
}

TEST_CASE("A stream that its time ended is not complete") {
    SampleIndex index(numbered(200));
    Searcher searcher(index.folder());
    SearchRequest request;
    request.text = "ice w1* OR w2* OR w3*";
    request.timeout_ms = 1;
    for (int tries = 0; tries < 50; ++tries) {
        HitStream stream = searcher.stream(request);
        rest_of(stream);
        CHECK(stream.complete() != stream.page().timed_out);
    }
}

} // namespace annota
