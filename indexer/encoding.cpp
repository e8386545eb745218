// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts bytes and code points of the head. Small letters of Russian are 0xE0 to 0xFF in Windows-1251, and 0xC0 to 0xDF
// in KOI8-R; a text has many more small letters than capitals.

#include "indexer/encoding.h"

#include "common/utf8.h"

#include <array>
#include <string>

namespace annota {
namespace {

bool is_utf16(std::string_view head) {
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1U : 0U;
    // Russian text has them in its blanks, full stops and ends of lines alone: one in eight characters or so.
    constexpr std::size_t kBytesOfNul = 50;
    constexpr std::size_t kFewest = 3;
    const std::size_t found = nuls[0] + nuls[1];
    return (nuls[0] == 0) != (nuls[1] == 0) && found >= kFewest && found * kBytesOfNul >= head.size();
}

/// Control characters that no text has.
bool is_binary(std::string_view head) {
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B) return true;
    }
    return false;
}

} // namespace

Encoding guess_encoding(std::string_view head) {
    if (is_utf16(head)) return Encoding::utf16;
    if (is_binary(head)) return Encoding::utf8;
    std::size_t malformed = 0;
    std::size_t well_formed = 0;
    std::size_t ascii_letters = 0;
    std::array<std::size_t, 2> halves{}; // of 0xC0 to 0xFF
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(head, at);
        const auto byte = static_cast<unsigned char>(head[begin]);
        if (c < 0x80) {
            ascii_letters += (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z' ? 1U : 0U;
        } else if (at - begin > 1) {
            ++well_formed;
        } else {
            ++malformed;
            if (byte >= 0xC0) ++halves[byte >= 0xE0 ? 1 : 0];
        }
    }
    constexpr std::size_t kFewest = 3;
    if (malformed < kFewest || malformed <= well_formed) return Encoding::utf8;
    if (4 * malformed < ascii_letters) return Encoding::eight_bit;
    return halves[1] > halves[0] ? Encoding::windows_1251 : Encoding::koi8_r;
}

std::optional<Problem> encoding_problem(Encoding encoding, std::string_view file) {
    std::string what;
    switch (encoding) {
    case Encoding::utf8: return std::nullopt;
    case Encoding::utf16: what = "UTF-16, not UTF-8; convert it with: iconv -f UTF-16"; break;
    case Encoding::windows_1251: what = "not UTF-8 but probably Windows-1251; convert it with: iconv -f CP1251"; break;
    case Encoding::koi8_r: what = "not UTF-8 but probably KOI8-R; convert it with: iconv -f KOI8-R"; break;
    case Encoding::eight_bit: what = "not UTF-8 but an 8-bit encoding; convert it with: iconv -f ENCODING"; break;
    }
    Problem problem;
    problem.position.file = file;
    problem.code = "bad_encoding";
    problem.message = std::move(what);
    return problem;
}

} // namespace annota
