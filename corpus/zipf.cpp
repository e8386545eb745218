// SPDX-License-Identifier: GPL-2.0-or-later
//
// The alias method (Walker 1977, in Vose's form of 1991) in integers. Each of the n slots has the room sum / n. A
// weight below that room leaves a rest, which is given to a weight above it: that is the slot's alias. Everything is
// scaled by n, so that the room is the sum itself and nothing is rounded until the thresholds.

#include "corpus/zipf.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace annota::corpus {

AliasTable::AliasTable(const std::vector<std::uint64_t>& weights) : slots_(weights.size()) {
    const std::uint64_t room = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    assert(!weights.empty() && weights.size() <= kMaximalCount && (room >> 32U) > 0);
    std::vector<std::uint64_t> scaled;
    std::vector<std::uint32_t> small;
    std::vector<std::uint32_t> large;
    scaled.reserve(weights.size());
    for (const std::uint64_t weight : weights) {
        assert(weight <= kMaximalWeight);
        scaled.push_back(weight * weights.size());
        auto& side = scaled.back() < room ? small : large;
        side.push_back(static_cast<std::uint32_t>(scaled.size() - 1));
    }
    while (!small.empty() && !large.empty()) {
        const std::uint32_t poor = small.back();
        const std::uint32_t rich = large.back();
        small.pop_back();
        const std::uint64_t threshold = std::min<std::uint64_t>(scaled[poor] / (room >> 32U), UINT32_MAX);
        slots_[poor] = {static_cast<std::uint32_t>(threshold), rich};
        scaled[rich] -= room - scaled[poor];
        if (scaled[rich] < room) {
            large.pop_back();
            small.push_back(rich);
        }
    }
    for (const auto* rest : {&small, &large}) {
        for (const std::uint32_t full : *rest) {
            slots_[full] = {UINT32_MAX, full};
        }
    }
}

std::uint64_t draw_zipf_rank(Random& random, std::uint64_t size, std::uint64_t offset) {
    assert(size > 0 && offset > 0);
    std::uint32_t octaves = 1;
    while ((offset << octaves) < offset + size) {
        ++octaves;
    }
    // The last octave reaches beyond the pool; a draw from there is thrown away, which keeps the shares right.
    for (;;) {
        const std::uint64_t first = offset << random.below(octaves);
        const std::uint64_t rank = first + random.next() % first - offset;
        if (rank < size) {
            return rank;
        }
    }
}

} // namespace annota::corpus
