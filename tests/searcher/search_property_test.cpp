// SPDX-License-Identifier: GPL-2.0-or-later
//
// Random requests on random records find what the reference finds by reading every record, with the same counts, in
// every match mode, and still do so after commits that add, change and remove records.

#include "searcher/query_parser.h"
#include "tests/searcher/facet_reference.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"
#include "tests/searcher/search_reference.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace annota {

namespace {

using Ids = std::set<std::string>;

constexpr std::uint64_t kAll = 10'000;

std::string joined(const Ids& ids) {
    std::string text;
    for (const std::string& id : ids) text.append(id).append(" ");
    return text;
}

Ids ids_of(const ResultPage& page) {
    Ids ids;
    for (const Hit& hit : page.hits) ids.insert(hit.id);
    return ids;
}

/// An index and the reference with the same records.
struct Pair {
    explicit Pair(std::uint32_t seed, std::size_t count) : random(seed), index({}) { add(count); }

    SearchRequest faceted_request() {
        SearchRequest request = random.request();
        random.add_facets(request);
        return request;
    }

    /// In one commit; ids may repeat, which replaces records.
    void add(std::size_t count) {
        std::vector<Record> records;
        for (std::size_t i = 0; i < count; ++i) {
            records.push_back(random.searched_record("r" + std::to_string(random.below(3 * count))));
            reference.set(records.back());
        }
        // One commit has a record once: a repeated one would be merged.
        Ids seen;
        std::vector<Record> once;
        std::ranges::reverse(records);
        for (const Record& record : records)
            if (seen.insert(record.id).second) once.push_back(record);
        index.add(once);
    }

    test::RandomSearches random;
    SampleIndex index;
    SearchReference reference;
};

void check_request(Pair& pair, SearchRequest request) {
    const QueryNode root = parse_query(request.text).root;
    CAPTURE(request.text, print_tree(root), describe(request));
    request.limit = kAll;
    request.fields = {"id"};
    std::map<MatchMode, Ids> found;
    const Ids any = pair.reference.matches(root, ListMode::any);
    for (const MatchMode match : {MatchMode::any, MatchMode::all, MatchMode::automatic}) {
        request.match = match;
        const Ids matches = match == MatchMode::all ? pair.reference.matches(root, ListMode::all) : any;
        const Ids expected = pair.reference.filtered(matches, request);
        const ResultPage page = pair.index.search(request);
        found[match] = ids_of(page);
        CHECK(joined(found[match]) == joined(expected));
        REQUIRE(page.total == expected.size());
        REQUIRE(page.hits.size() == expected.size());
        test::check_facets(page, matches, pair.reference);
    }
    CHECK(std::ranges::includes(found[MatchMode::any], found[MatchMode::all]));
}

} // namespace

TEST_CASE("Random requests find and count what reading every record finds") {
    for (const std::uint32_t seed : {101U, 109U}) {
        CAPTURE(seed);
        Pair pair(seed, 60);
        for (int i = 0; i < 300; ++i) check_request(pair, pair.faceted_request());
    }
}

TEST_CASE("Random requests agree with the records after every commit") {
    Pair pair(202, 25);
    for (int round = 0; round < 12; ++round) {
        if (round % 3 == 2) {
            const std::string id = "r" + std::to_string(pair.random.below(75));
            pair.index.remove(id);
            pair.reference.remove(id);
        } else {
            pair.add(1 + pair.random.below(25));
        }
        for (int i = 0; i < 20; ++i) check_request(pair, pair.faceted_request());
    }
}

} // namespace annota
