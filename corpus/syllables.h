// SPDX-License-Identifier: GPL-2.0-or-later
//
// What words are built from: the sounds of roots, the function words, and the classes of inflection.

#pragma once

#include "corpus/word_list.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace annota::corpus {

/// An ending and how often it stands among the forms of its class.
struct Ending {
    std::string_view text;
    std::uint32_t share = 1;
};

/// The endings of one kind of word ("noun, masculine"). All of them follow a hard consonant.
using Paradigm = std::span<const Ending>;

/// Roots are (onset, vowel) once for each syllable, then a final.
struct Phonology {
    std::span<const std::string_view> onsets;
    std::span<const std::string_view> vowels;
    std::span<const std::string_view> finals;
    std::span<const std::string_view> function_words; ///< Most frequent first.
    std::span<const Paradigm> paradigms;
};

const Phonology& phonology(Language language);

} // namespace annota::corpus
