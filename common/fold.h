// SPDX-License-Identifier: GPL-2.0-or-later
//
// First stage of the analysis: text -> folded characters, each with the code points of the original that it stands for.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// What a folded character is to the later stages.
enum class CharClass : std::uint8_t {
    separator, ///< Blanks, controls, punctuation and signs that no word holds.
    latin,
    cyrillic,
    other_letter, ///< Letters of other scripts that write blanks between words, with their vowel signs.
    paired,       ///< Letters of scripts without blanks: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese.
    paired_mark,  ///< A sign that belongs to the paired letter before it.
    digit,
    apostrophe,
    hyphen,
    ampersand,
    full_stop,
    comma,
    plus,
    hash
};

/// How a digit is printed: digits of different styles do not make one number (10⁵, 5½).
enum class DigitStyle : std::uint8_t {
    plain,
    raised,
    lowered,
    enclosed ///< ①, ½: each a number of its own.
};

/// One character of the folded text; some of the original's give none (soft hyphens), some several (ﬁ, ß).
struct FoldedChar {
    char32_t code = 0;
    std::uint32_t begin = 0; ///< Code points of the original, half-open: a letter with all its marks.
    std::uint32_t end = 0;
    CharClass char_class = CharClass::separator;
    DigitStyle style = DigitStyle::plain;
    bool capital = false; ///< Printed as a capital letter.

    friend bool operator==(const FoldedChar&, const FoldedChar&) = default;
};

/// Replaces `folded` (whose capacity is reused). Lower case; ё = е, while й ї ў ќ ѓ stay letters of their own;
/// other accents dropped; compatibility forms (H₂O, ﬁ, Ａ) as plain letters and digits; soft hyphens, zero-width
/// and bidi controls dropped; all apostrophes and hyphens alike; ™ © ® № are separators. Canonically equivalent
/// texts fold alike, as far as no letter carries over 32 marks (the rest are dropped unread). Malformed UTF-8 is
/// U+FFFD, one code point a byte. Time and memory are linear in the text. Thread-safe.
void fold_text(std::string_view text, std::vector<FoldedChar>& folded);

/// The characters as UTF-8, appended.
void append_folded(std::string& out, const FoldedChar& c);

/// A letter of a script with blanks between words.
inline bool is_letter(const FoldedChar& c) {
    return c.char_class == CharClass::latin || c.char_class == CharClass::cyrillic ||
           c.char_class == CharClass::other_letter;
}

inline bool is_digit(const FoldedChar& c) {
    return c.char_class == CharClass::digit;
}

} // namespace annota
