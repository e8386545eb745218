// SPDX-License-Identifier: GPL-2.0-or-later
//
// The footer of a column file, shared by its reader and its writer.
//
// All numbers are 32 bits in the machine's order; the magic tells another one. Before the footer, which is written when
// all is known, stands each column's part, in sections, each its number of words or bytes and then its contents padded
// to whole words: docids, first, values, key_of, ends and bytes of the printed values, ends and bytes of the keys
// (columns.h says what they are). Behind them stand the part of persons: persons, names, marks, ends,
// spellings, spelling_ends, docids (persons.h); that of documents: docids, records, lengths, ends and bytes of the ids
// (document_facts.h); and that of journals: buckets (Column::bucket_of()). A part has a checksum of its own, which is
// verified when a file is taken over into the next one, and by `check`.

#pragma once

#include "common/facet_values.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace annota {

inline constexpr std::uint32_t kColumnMagic = 0x4C4F4341; // "ACOL" on a little-endian machine
inline constexpr std::uint32_t kColumnVersion = 5;

inline constexpr std::size_t kPersonPart = kColumnCount;
inline constexpr std::size_t kDocumentPart = kColumnCount + 1;
inline constexpr std::size_t kJournalPart = kColumnCount + 2;
inline constexpr std::size_t kPartCount = kColumnCount + 3;

/// A number of 64 bits as two words, so that the footer has no gaps.
struct WordPair {
    std::uint32_t low = 0;
    std::uint32_t high = 0;

    WordPair() = default;
    explicit WordPair(std::uint64_t number)
        : low(static_cast<std::uint32_t>(number)), high(static_cast<std::uint32_t>(number >> 32)) {}
    explicit operator std::uint64_t() const { return std::uint64_t{high} << 32 | low; }
};

struct ColumnPartFooter {
    std::uint32_t words = 0;
    WordPair checksum; ///< XXH3-64
};

struct ColumnFileFooter {
    std::uint32_t magic = kColumnMagic;
    std::uint32_t version = kColumnVersion;
    std::uint32_t build = 0;
    WordPair generation;
    std::uint32_t changes = 0; ///< 1: the file has what changed since another one; 0: it is whole.
    WordPair base;             ///< The generation of that other file.
    std::uint32_t doc_limit = 0;
    std::uint32_t columns = kColumnCount;
    std::array<ColumnPartFooter, kPartCount> parts{};
    WordPair checksum; ///< Of what stands before it.
};
static_assert(sizeof(ColumnFileFooter) == (12 + 3 * kPartCount) * sizeof(std::uint32_t));

} // namespace annota
