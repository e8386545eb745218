// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/small_counts.h"

#include "tests/common/random_records.h"

#include <catch2/catch.hpp>

#include <map>

namespace annota {

TEST_CASE("Small counts are those of an array, whatever their size") {
    test::RandomRecords random(70);
    for (int i = 0; i < 200; ++i) {
        CAPTURE(i);
        const std::size_t size = 1 + random.below(300);
        SmallCounts counts(size);
        std::vector<std::uint32_t> expected(size);
        const std::size_t different = 1 + random.below(size);
        for (std::size_t left = random.below(5000); left > 0; --left) {
            const std::size_t at = random.below(different);
            ++expected[at];
            counts.increment(at);
        }
        for (std::size_t left = random.below(20); left > 0; --left) {
            const std::size_t at = random.below(size);
            const auto more =
                static_cast<std::uint32_t>(random.chance(0.5) ? 256 * random.below(3) : random.below(2000));
            expected[at] += more;
            counts.add(at, more);
        }
        for (std::size_t left = random.below(2000); left > 0; --left) {
            const std::size_t at = random.below(different);
            if (expected[at] == 0) continue;
            --expected[at];
            counts.decrement(at);
        }
        CHECK(counts.size() == size);
        for (std::size_t at = 0; at < size; ++at) CHECK(counts[at] == expected[at]);
        CHECK(counts.nonzero() == size - static_cast<std::size_t>(std::ranges::count(expected, 0U)));
        for (const std::uint32_t least : {1U, 2U, 255U, 256U, 257U, 600U}) {
            std::map<std::size_t, std::uint32_t> found;
            counts.for_each_at_least(
                [&] { return least; },
                [&](std::size_t at, std::uint32_t count) { CHECK(found.emplace(at, count).second); });
            std::map<std::size_t, std::uint32_t> wanted;
            for (std::size_t at = 0; at < size; ++at)
                if (expected[at] >= least) wanted.emplace(at, expected[at]);
            CHECK(found == wanted);
        }
    }
}

} // namespace annota
