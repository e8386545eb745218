// SPDX-License-Identifier: GPL-2.0-or-later
//
// Cursors: what they hold comes back, what is none is refused, and pages joined by them are the list, whatever is
// committed in between.

#include "searcher/cursor.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace annota {

namespace {

std::vector<Record> random_records(test::RandomSearches& random, std::size_t count) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < count; ++i) records.push_back(random.searched_record("r" + std::to_string(i)));
    return records;
}

SearchRequest random_request(test::RandomSearches& random) {
    SearchRequest request = random.request();
    request.facets.clear();
    request.match = random.pick(std::array{MatchMode::any, MatchMode::all, MatchMode::automatic});
    request.sort = random.pick(kSortOrders);
    return request;
}

std::vector<std::string> all_ids(SampleIndex& index, SearchRequest request) {
    request.limit = 10'000;
    std::vector<std::string> ids;
    for (const Hit& hit : index.search(request).hits) ids.push_back(hit.id);
    return ids;
}

/// The pages of a request from `cursor` on, `between` after each.
template <class Between>
std::vector<std::string> walk(SampleIndex& index, SearchRequest request, test::RandomSearches& random,
                              Between between) {
    std::vector<std::string> ids;
    do {
        request.limit = 1 + random.below(9);
        const ResultPage page = index.search(request);
        CHECK(page.request.offset + page.hits.size() <= page.total);
        if (!page.hits.empty()) CHECK(page.hits.front().rank == page.request.offset + 1);
        for (const Hit& hit : page.hits) ids.push_back(hit.id);
        request.cursor = page.next_cursor;
        between();
    } while (!request.cursor.empty());
    return ids;
}

std::string code_of_fault(SampleIndex& index, const SearchRequest& request) {
    try {
        index.search(request);
    } catch (const RequestFault& fault) {
        return fault.code();
    }
    return "";
}

} // namespace

TEST_CASE("A cursor holds what it was made of") {
    const std::vector<Cursor> cursors{
        {0, 0, 0, ""},
        {41, 0xFFFFFFFFFFFFFFFF, 17, "doi:10.1/x"},
        {1, 2, 3, std::string("\0\xFF ключ", 11)},
    };
    for (const Cursor& cursor : cursors) {
        const std::string text = encode_cursor(cursor);
        CAPTURE(text);
        CHECK(text.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(decode_cursor(text) == cursor);
    }
}

TEST_CASE("What is no cursor is refused") {
    const std::string good = encode_cursor({41, 1, 17, "a"});
    for (const std::string& bad :
         {std::string("x"), good.substr(1), good.substr(0, 40), "02" + good.substr(2), good + "G0", good + "A0"}) {
        CAPTURE(bad);
        CHECK(decode_cursor(bad) == std::nullopt);
    }
}

TEST_CASE("A cursor belongs to its query, filters and order, not to the size of its page") {
    SampleIndex index({titled("a", "Ice one"), titled("b", "Ice two"), titled("c", "Ice three")});
    SearchRequest request;
    request.text = "ice";
    request.limit = 1;
    request.cursor = index.search(request).next_cursor;
    REQUIRE_FALSE(request.cursor.empty());
    SearchRequest larger = request;
    larger.limit = 5;
    larger.facets.clear();
    larger.fields = {"id"};
    CHECK(index.search(larger).hits.size() == 2);

    std::vector<SearchRequest> others(5, request);
    others[0].text = "two";
    others[1].sort = SortOrder::title;
    others[2].match = MatchMode::any;
    others[3].first_year = 2000;
    others[4].filters = {{"language", {"en"}, false, false}};
    for (const SearchRequest& other : others) CHECK(code_of_fault(index, other) == "foreign_cursor");
    SearchRequest both = request;
    both.offset = 1;
    CHECK(code_of_fault(index, both) == "cursor_and_offset");
    SearchRequest broken = request;
    broken.cursor = "zz";
    CHECK(code_of_fault(index, broken) == "bad_cursor");
}

TEST_CASE("Pages joined by cursors are the whole list in every order") {
    test::RandomSearches random(21);
    SampleIndex index(random_records(random, 60));
    for (int i = 0; i < 150; ++i) {
        const SearchRequest request = random_request(random);
        CAPTURE(describe(request));
        CHECK(walk(index, request, random, [] {}) == all_ids(index, request));
    }
}

TEST_CASE("After a commit a cursor goes on behind its place, and says that the index changed") {
    std::vector<Record> records;
    for (int i = 0; i < 9; ++i) {
        records.push_back(titled("r" + std::to_string(i), "Ice number " + std::to_string(i)));
        records.back().year = 2000 + i;
    }
    for (const SortOrder sort : {SortOrder::oldest, SortOrder::title, SortOrder::author, SortOrder::first_added}) {
        CAPTURE(name_of(sort));
        SampleIndex index(records);
        SearchRequest request;
        request.sort = sort;
        request.text = "ice";
        request.limit = 4;
        const ResultPage first = index.search(request);
        REQUIRE(first.hits.back().id == "r3");
        index.remove("r3"); // The place itself is gone, and what comes before it moves.
        index.remove("r1");
        request.cursor = first.next_cursor;
        const ResultPage second = index.search(request);
        REQUIRE_FALSE(second.notes.empty());
        CHECK(second.notes.front().code == "generation_changed");
        CHECK(second.request.offset == 2);
        REQUIRE(second.hits.size() == 4);
        CHECK(second.hits.front().id == "r4");
    }
}

TEST_CASE("In order of relevance a cursor follows its hit, and the number of hits where that is gone") {
    std::vector<Record> records(9);
    for (std::size_t i = 0; i < records.size(); ++i) records[i] = titled("r" + std::to_string(i), "Ice number");
    SampleIndex index(records);
    SearchRequest request;
    request.text = "ice";
    request.limit = 4;
    request.cursor = index.search(request).next_cursor;
    index.remove("r1");
    index.add({titled("a", "Ice number"), titled("b", "Ice number")}); // Equal scores are in order of ids.
    CHECK(index.search(request).hits.front().id == "r4");
    index.remove("r3");
    const ResultPage page = index.search(request);
    CHECK(page.request.offset == 3);
    CHECK(page.hits.front().id == "r2");
}

TEST_CASE("Unchanged records come once, whatever is added and deleted between the pages") {
    test::RandomSearches random(23);
    const std::vector<Record> records = random_records(random, 60);
    for (int i = 0; i < 40; ++i) {
        SampleIndex index(records);
        SearchRequest request = random_request(random);
        if (request.sort == SortOrder::relevance) request.sort = SortOrder::title; // Scores change with every commit.
        if (i % 8 == 0) request = {};                                              // All records, newest first.
        const std::vector<std::string> before = all_ids(index, request);
        int added = 0;
        const std::vector<std::string> walked = walk(index, request, random, [&] {
            Record record = random.searched_record("x" + std::to_string(i) + "-" + std::to_string(++added));
            index.add({record});
            index.remove("r" + std::to_string(random.below(20)));
        });
        const std::vector<std::string> after = all_ids(index, request);
        CAPTURE(describe(request));
        for (const std::string& id : before) {
            const bool kept = std::ranges::find(after, id) != after.end();
            const auto times = std::ranges::count(walked, id);
            CHECK(times <= 1);
            if (kept) CHECK(times == 1);
        }
    }
}

} // namespace annota
