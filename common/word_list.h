// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short lists of words as programs' messages need them: taken apart, put together, searched for a misspelt one.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// The parts between separators, empty ones too; one empty part for an empty text. Views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

/// One text with the separator between the parts, empty ones left out.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// "a", "a or b", "a, b or c".
std::string enumerate(const std::vector<std::string_view>& words, std::string_view conjunction);

/// The word that was probably meant, by Jaro-Winkler similarity of bytes, at least kMeantSimilarity; the first of
/// equals.
std::optional<std::string_view> nearest_word(std::string_view typed, const std::vector<std::string_view>& words);

inline constexpr double kMeantSimilarity = 0.7;

/// Jaro-Winkler similarity of bytes, 0 to 1: two typing errors in a word of ten leave about 0.9.
double word_similarity(std::string_view a, std::string_view b);

} // namespace annota
