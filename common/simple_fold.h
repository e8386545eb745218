// SPDX-License-Identifier: GPL-2.0-or-later
//
// The characters that fold without Unicode's data: ASCII, Russian and its neighbours' letters, usual punctuation.

#pragma once

#include "common/fold.h"

#include <array>
#include <cstddef>

namespace annota {

/// What a character folds to, where that is one character.
struct SimpleFold {
    char32_t code = 0;
    CharClass char_class = CharClass::separator;
    bool capital = false;
    bool known = false; ///< False: not one of the characters of this file.
};

/// й ї ў ќ ѓ: composed letters that are not their base with an accent.
constexpr bool is_composed_letter(char32_t c) {
    return c == U'й' || c == U'ї' || c == U'ў' || c == U'ќ' || c == U'ѓ';
}

constexpr bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'`' || c == 0xB4 || (c >= 0x2B9 && c <= 0x2BF && c != 0x2BA) || c == 0x2C8 ||
           c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032 || c == 0x2035 || c == 0xA78C || c == 0xFF07;
}

/// Printed invisibly, or to steer the printing: taken out wherever it stands.
constexpr bool is_ignorable(char32_t c) {
    return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

namespace detail {

constexpr CharClass sign_class(char32_t c) {
    switch (c) {
    case U'-':
    case 0x2010:
    case 0x2011: return CharClass::hyphen;
    case U'&': return CharClass::ampersand;
    case U'.': return CharClass::full_stop;
    case U',': return CharClass::comma;
    case U'+': return CharClass::plus;
    case U'#': return CharClass::hash;
    default: return is_apostrophe(c) ? CharClass::apostrophe : CharClass::separator;
    }
}

constexpr SimpleFold ascii_fold(char32_t c) {
    if (c >= U'A' && c <= U'Z') {
        return {c + 32, CharClass::latin, true, true};
    }
    if (c >= U'a' && c <= U'z') {
        return {c, CharClass::latin, false, true};
    }
    if (c >= U'0' && c <= U'9') {
        return {c, CharClass::digit, false, true};
    }
    return {c, sign_class(c), false, true};
}

/// U+0400..U+045F.
constexpr SimpleFold cyrillic_fold(char32_t c) {
    const bool capital = c < 0x430;
    const char32_t lower = c < 0x410 ? c + 0x50 : c < 0x430 ? c + 0x20 : c;
    const bool as_e = lower == U'ё' || lower == 0x450;
    const char32_t folded = as_e ? U'е' : lower == 0x45D ? U'и' : lower;
    return {folded, CharClass::cyrillic, capital, true};
}

constexpr std::array<SimpleFold, 0x80> make_ascii_table() {
    std::array<SimpleFold, 0x80> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        table[c] = ascii_fold(static_cast<char32_t>(c));
    }
    return table;
}

constexpr std::array<SimpleFold, 0x60> make_cyrillic_table() {
    std::array<SimpleFold, 0x60> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        table[c] = cyrillic_fold(static_cast<char32_t>(0x400 + c));
    }
    return table;
}

inline constexpr auto kAsciiFolds = make_ascii_table();
inline constexpr auto kCyrillicFolds = make_cyrillic_table();

/// № ™ ℠ would become letters by their compatibility forms.
constexpr bool is_plain_sign(char32_t c) {
    const bool latin1 = c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xB2 && c != 0xB3 && c != 0xB5 && c != 0xB9 &&
                        c != 0xBA && !(c >= 0xBC && c <= 0xBE);
    return latin1 || (c >= 0x2000 && c <= 0x206F) || c == 0x2116 || c == 0x2120 || c == 0x2122;
}

} // namespace detail

constexpr SimpleFold simple_fold(char32_t c) {
    if (c < 0x80) {
        return detail::kAsciiFolds[c];
    }
    if (c >= 0x400 && c < 0x460) {
        return detail::kCyrillicFolds[c - 0x400];
    }
    if (detail::is_plain_sign(c) || is_apostrophe(c)) {
        return {c, detail::sign_class(c), false, true};
    }
    return {};
}

} // namespace annota
