// SPDX-License-Identifier: GPL-2.0-or-later
//
// Random texts made of what has confused analysers: mixed scripts, marks, signs, digits of all styles, broken UTF-8.

#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace annota::test {

inline constexpr std::array<std::string_view, 96> kScraps{
    "a",      "I",        "The",    "COP",    "naïve",    "word",   "don't",  "s",      "net",    "C",      "g",
    "x",      "Е",        "и",      "й",      "ёж",       "Слово",  "РОС",    "СО",     "Т",      "webс",   "ж",
    "Ї",      "ﬁ",        "ß",      "ǆ",      "0",        "19",     "34",     "²",      "₂",      "½",      "①",
    "٣",      "日本語",   "ガ",     "ｶﾞ",     "ที่",        "각",     "हि",     "שׁ",      "Ω",      "α",      "😀",
    " ",      " ",        " ",      "\n",     "-",        "-",      "\u2010", "–",      "'",      "’",      "´",
    "&",      ".",        ".",      ",",      "+",        "++",     "#",      "/",      "_",      "№",      "™",
    "\u0301", "\u0306",   "\u0308", "\u0323", "\u00AD",   "\u200D", "\uFEFF", "\uFE0F", "\xFF",   "\xD0",   "\x01",
    "…",      "«",        "»",      "—",      "(",        ")",      "“",      "\u00A0", "words ", "слова ", "Ё",
    "Ў",      "\xD1\xA3", "< ",     "\u0338", "\xE2\x80", "$",      " of ",   "\u0483"};

/// Up to `longest` scraps.
inline std::string dirty_text(std::mt19937& random, std::size_t longest) {
    std::string text;
    for (std::size_t i = random() % (longest + 1); i > 0; --i) text += kScraps[random() % kScraps.size()];
    return text;
}

} // namespace annota::test
