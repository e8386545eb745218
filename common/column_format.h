// SPDX-License-Identifier: GPL-2.0-or-later
//
// The header of a column file, shared by its reader and its writer.

#pragma once

#include <cstdint>

namespace annota {

inline constexpr std::uint32_t kColumnMagic = 0x4C4F4341; // "ACOL" on a little-endian machine
inline constexpr std::uint32_t kColumnVersion = 2;

struct ColumnFileHeader {
    std::uint32_t magic = kColumnMagic;
    std::uint32_t version = kColumnVersion;
    std::uint32_t build = 0;
    std::uint32_t generation_low = 0;
    std::uint32_t generation_high = 0;
    std::uint32_t doc_limit = 0;
    std::uint32_t facets = 0;
    std::uint32_t body_words = 0;
    std::uint32_t checksum_low = 0; ///< XXH3-64 of the body
    std::uint32_t checksum_high = 0;

    std::uint64_t generation() const { return std::uint64_t{generation_high} << 32 | generation_low; }
    std::uint64_t checksum() const { return std::uint64_t{checksum_high} << 32 | checksum_low; }
};
static_assert(sizeof(ColumnFileHeader) == 40);

} // namespace annota
