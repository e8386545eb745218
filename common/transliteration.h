// SPDX-License-Identifier: GPL-2.0-or-later
//
// Letters of any script as Latin ones, by a static table: the stage before the habits of the schemes are folded
// together (spelling_fold.h). ICU's transliterators would do it too, but take 95 ms to load.

#pragma once

#include <string>
#include <string_view>

namespace annota {

constexpr bool is_cyrillic(char32_t c) {
    return (c >= 0x400 && c <= 0x52F) || (c >= 0x1C80 && c <= 0x1C8F) || (c >= 0x2DE0 && c <= 0x2DFF) ||
           (c >= 0xA640 && c <= 0xA69F);
}

/// Of either case, with any accents.
constexpr bool is_latin(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == 0xAA || c == 0xBA ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x250 && c <= 0x2AF) ||
           (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2C60 && c <= 0x2C7F) || (c >= 0xA722 && c <= 0xA7FF) ||
           (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

/// The Latin letter that a Cyrillic one looks like, in its case; 0 where there is none.
char32_t latin_shape(char32_t cyrillic);

/// The other way round.
char32_t cyrillic_shape(char32_t latin);

/// A word or a name in which both scripts stand made one of the script that its unmistakable letters have:
/// "Кondratiev" with a Cyrillic К, "Shutikov А.V." Where each script has such letters, and where no letter is
/// unmistakable, each word is judged by itself; what is then still mixed stays.
std::string repair_look_alikes(std::string_view name);

/// A word in lower-case Latin letters, those of Cyrillic by sound (х = h, щ = shch, ю = iu; ь and ъ fall away), š ž č ŝ
/// as sh zh ch shch, other accents dropped, digits kept, all else dropped. Letters of further scripts come through in
/// lower case, without the marks that are not letters.
std::string to_latin_letters(std::string_view word);

} // namespace annota
