// SPDX-License-Identifier: GPL-2.0-or-later
//
// Random numbers that are the same on every machine: integers only, none of the standard distributions (whose
// results differ from library to library).

#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace annota::corpus {

/// A step of splitmix64 (Steele, Lea, Flood 2014): a good mix of 64 bits, and the advised seeding of xoshiro.
constexpr std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

/// xoshiro256** (Blackman, Vigna 2018), one independent stream for each (seed, stream, index).
class Random {
public:
    Random(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
        std::uint64_t x = mix(mix(seed) ^ mix(stream * 0x100000001b3U)) ^ mix(index);
        for (std::uint64_t& word : state_) {
            x = mix(x);
            word = x;
        }
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(state_[1] * 5U, 7) * 9U;
        const std::uint64_t shifted = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    /// 0 .. bound - 1. By multiplication; the bias is below bound / 2^32.
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U); }

    /// Both ends included.
    std::uint32_t between(std::uint32_t least, std::uint32_t most) { return least + below(most - least + 1U); }

    bool percent(std::uint32_t share) { return below(100) < share; }

    template <class Container> const auto& pick(const Container& values) {
        return values[below(static_cast<std::uint32_t>(values.size()))];
    }

private:
    std::array<std::uint64_t, 4> state_{};
};

} // namespace annota::corpus
