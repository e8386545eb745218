// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/doc_set.h"

#include "tests/common/random_records.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace annota {

namespace {

using Reference = std::set<std::uint32_t>;

Reference members(const DocSet& set) {
    Reference found;
    std::uint32_t last = 0;
    set.for_each([&](std::uint32_t docid) {
        CHECK((found.empty() || docid > last));
        last = docid;
        found.insert(docid);
    });
    return found;
}

DocSet made_of(const Reference& reference, std::uint32_t limit) {
    DocSet set(limit);
    for (const std::uint32_t docid : reference) set.insert(docid);
    return set;
}

Reference random_reference(test::RandomRecords& random, std::uint32_t limit) {
    Reference reference;
    if (limit > 0)
        for (std::size_t left = random.below(limit + 1); left > 0; --left)
            reference.insert(static_cast<std::uint32_t>(random.below(limit)));
    return reference;
}

} // namespace

TEST_CASE("a set of documents answers as a set of numbers does") {
    test::RandomRecords random(1);
    for (const std::uint32_t limit : {0u, 1u, 2u, 63u, 64u, 65u, 127u, 128u, 129u, 1000u}) {
        CAPTURE(limit);
        for (int i = 0; i < 20; ++i) {
            const Reference reference = random_reference(random, limit);
            const DocSet set = made_of(reference, limit);
            REQUIRE(set.limit() == limit);
            REQUIRE(set.size() == reference.size());
            REQUIRE(members(set) == reference);
            bool agree = true;
            for (std::uint32_t docid = 0; docid < limit + 70; ++docid) {
                const auto next = reference.lower_bound(docid);
                agree = agree && set.contains(docid) == reference.contains(docid);
                agree = agree && set.next(docid) == (next == reference.end() ? limit : *next);
            }
            REQUIRE(agree);
        }
    }
}

TEST_CASE("a range of documents is its members") {
    for (std::uint32_t first = 0; first < 200; ++first)
        for (std::uint32_t last = first; last < 200; ++last) {
            DocSet range(200);
            range.insert(150);
            range.insert_range(first, last);
            Reference expected{150};
            for (std::uint32_t docid = first; docid <= last; ++docid) expected.insert(docid);
            if (members(range) != expected) FAIL(first << " to " << last);
        }
}

TEST_CASE("sets of documents combine as sets of numbers do") {
    test::RandomRecords random(2);
    for (int i = 0; i < 200; ++i) {
        const auto limit = static_cast<std::uint32_t>(random.below(300));
        const Reference a = random_reference(random, limit);
        const Reference b = random_reference(random, limit);
        Reference both, either, only_a;
        std::ranges::set_intersection(a, b, std::inserter(both, both.end()));
        std::ranges::set_union(a, b, std::inserter(either, either.end()));
        std::ranges::set_difference(a, b, std::inserter(only_a, only_a.end()));
        const DocSet other = made_of(b, limit);
        REQUIRE(members(made_of(a, limit) &= other) == both);
        REQUIRE(members(made_of(a, limit) |= other) == either);
        REQUIRE(members(made_of(a, limit) -= other) == only_a);
        REQUIRE((made_of(a, limit) == other) == (a == b));
    }
}

} // namespace annota
