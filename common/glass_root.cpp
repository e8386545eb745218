// SPDX-License-Identifier: GPL-2.0-or-later
//
// Format of Xapian 1.4 (glass_version.cc): magic, two bytes of version, a UUID, the revision, then for each of six
// tables the block of its root, its depth above two bits of flags, entries, block size in units of 2 KiB, the size from
// which entries are compressed, and the free list as a string behind its length. Numbers have seven bits a byte.

#include "common/glass_root.h"

#include <bit>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>

namespace annota {

namespace {

constexpr std::string_view kMagic = "\x0f\x0dXapian Glass\x04\x6e"; // with the version that is known here
constexpr std::size_t kUuidBytes = 16;
constexpr int kTables = 6;
constexpr std::uint64_t kDepths = 10; // BTREE_CURSOR_LEVELS
constexpr std::uint64_t kMostBlockUnits = 32;

bool take_number(std::string_view& text, std::uint64_t& number) {
    number = 0;
    for (unsigned shift = 0; !text.empty() && shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(text.front());
        text.remove_prefix(1);
        number |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

bool skip_numbers(std::string_view& text, int count) {
    std::uint64_t ignored = 0;
    while (count-- > 0)
        if (!take_number(text, ignored)) return false;
    return true;
}

} // namespace

std::string glass_root_fault(const std::filesystem::path& database) {
    std::ifstream file(database / "iamglass", std::ios::binary);
    const std::string contents{std::istreambuf_iterator<char>(file), {}};
    std::string_view text = contents;
    if (!text.starts_with(kMagic) || text.size() < kMagic.size() + kUuidBytes) return {};
    text.remove_prefix(kMagic.size() + kUuidBytes);
    if (!skip_numbers(text, 1)) return {};
    for (int table = 0; table < kTables; ++table) {
        std::uint64_t depth = 0;
        std::uint64_t block = 0;
        std::uint64_t free_list = 0;
        if (!skip_numbers(text, 1) || !take_number(text, depth) || !skip_numbers(text, 1) ||
            !take_number(text, block) || !skip_numbers(text, 1) || !take_number(text, free_list) ||
            free_list > text.size())
            return "the root of its tables ends too early";
        if ((depth >> 2) >= kDepths) return "the root of its tables names a depth that cannot be";
        if (!std::has_single_bit(block) || block > kMostBlockUnits)
            return "the root of its tables names a block size that cannot be";
        text.remove_prefix(free_list);
    }
    return {};
}

} // namespace annota
