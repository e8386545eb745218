// SPDX-License-Identifier: GPL-2.0-or-later
//
// Draws by frequency: a table for a fixed list, and a formula for a pool that grows.

#pragma once

#include "corpus/random.h"

#include <cstdint>
#include <vector>

namespace annota::corpus {

/// Draws index i with probability weights[i] / sum in constant time.
class AliasTable {
public:
    /// At most kMaximalCount weights of at most kMaximalWeight each, their sum at least 2^32.
    explicit AliasTable(const std::vector<std::uint64_t>& weights);

    std::uint32_t draw(Random& random) const {
        const std::uint64_t bits = random.next();
        const auto slot = static_cast<std::uint32_t>(((bits >> 32U) * slots_.size()) >> 32U);
        return static_cast<std::uint32_t>(bits) < slots_[slot].threshold ? slot : slots_[slot].alias;
    }

    static constexpr std::uint64_t kMaximalCount = std::uint64_t{1} << 19U;
    static constexpr std::uint64_t kMaximalWeight = std::uint64_t{1} << 44U;

private:
    struct Slot {
        std::uint32_t threshold = 0; ///< In 2^-32: below it the slot itself is drawn, else its alias.
        std::uint32_t alias = 0;
    };

    std::vector<Slot> slots_;
};

/// The weight of rank 0, 1, ... by the Zipf-Mandelbrot law with exponent 1: 1 / (rank + offset), offset >= 1.
constexpr std::uint64_t zipf_weight(std::uint64_t rank, std::uint64_t offset) {
    return AliasTable::kMaximalWeight / (rank + offset);
}

/// A rank below `size` (at least 1) by 1 / (rank + offset), even within each octave [offset * 2^k, offset * 2^(k+1)):
/// no table, so that the pool may have another size at every draw.
std::uint64_t draw_zipf_rank(Random& random, std::uint64_t size, std::uint64_t offset);

} // namespace annota::corpus
