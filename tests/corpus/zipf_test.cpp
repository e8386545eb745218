// SPDX-License-Identifier: GPL-2.0-or-later

#include "corpus/zipf.h"

#include <catch2/catch.hpp>

#include <numeric>
#include <vector>

namespace annota::corpus {
namespace {

constexpr std::uint32_t kDraws = 400'000;

TEST_CASE("Random numbers are pinned: a change would change every collection", "[corpus]") {
    Random random(1, 'n', 0);
    CHECK(random.next() == 0xb7c16c2d79227a15U);
    CHECK(random.next() == 0x11cdf75614f47effU);
    CHECK(Random(2, 'n', 0).next() != Random(1, 'n', 0).next());
    CHECK(Random(1, 'p', 0).next() != Random(1, 'n', 0).next());
    CHECK(Random(1, 'n', 1).next() != Random(1, 'n', 0).next());
}

TEST_CASE("Random::between reaches both ends and nothing else", "[corpus]") {
    Random random(7, 't', 0);
    std::vector<int> counts(12);
    for (int i = 0; i < 12'000; ++i) {
        ++counts.at(random.between(3, 8));
    }
    for (std::size_t value = 0; value < counts.size(); ++value) {
        CAPTURE(value);
        CHECK((value >= 3 && value <= 8 ? counts[value] > 1'800 && counts[value] < 2'200 : counts[value] == 0));
    }
}

TEST_CASE("AliasTable draws in proportion to the weights", "[corpus]") {
    constexpr std::uint64_t kUnit = std::uint64_t{1} << 40U;
    const std::vector<std::vector<std::uint64_t>> rows = {
        {kUnit}, {kUnit, kUnit}, {kUnit, 3 * kUnit, 0, 4 * kUnit}, {8 * kUnit, 1, kUnit, kUnit, kUnit, kUnit}};
    for (const std::vector<std::uint64_t>& weights : rows) {
        const AliasTable table(weights);
        Random random(3, 't', weights.size());
        std::vector<std::uint32_t> counts(weights.size());
        for (std::uint32_t i = 0; i < kDraws; ++i) {
            ++counts.at(table.draw(random));
        }
        const double sum = static_cast<double>(std::accumulate(weights.begin(), weights.end(), std::uint64_t{0}));
        for (std::size_t i = 0; i < weights.size(); ++i) {
            CAPTURE(weights.size(), i);
            CHECK(counts[i] / double{kDraws} == Approx(static_cast<double>(weights[i]) / sum).margin(0.004));
        }
    }
}

TEST_CASE("draw_zipf_rank gives each octave its share and stays below the size", "[corpus]") {
    struct Row {
        std::uint64_t size;
        std::uint64_t offset;
    };
    for (const Row& row : {Row{1, 1}, Row{2, 64}, Row{64, 64}, Row{1'000, 1}, Row{5'000, 64}}) {
        CAPTURE(row.size, row.offset);
        Random random(5, 't', row.size);
        std::vector<std::uint32_t> counts(row.size);
        for (std::uint32_t i = 0; i < kDraws; ++i) {
            ++counts.at(draw_zipf_rank(random, row.size, row.offset)); // throws beyond the size
        }
        CHECK(counts.back() > 0);
        const std::uint64_t octave = row.offset; // ranks [0, offset) and [offset, 3 * offset) are drawn alike often
        if (row.size >= 3 * octave) {
            const auto at = [&](std::uint64_t i) { return counts.begin() + static_cast<std::ptrdiff_t>(i); };
            const double first = std::accumulate(at(0), at(octave), 0.0);
            const double second = std::accumulate(at(octave), at(3 * octave), 0.0);
            CHECK(second / first == Approx(1.0).margin(0.03));
        }
    }
}

} // namespace
} // namespace annota::corpus
