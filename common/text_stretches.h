// SPDX-License-Identifier: GPL-2.0-or-later
//
// A text cut where the analysis of one side cannot depend on the other. Nine words of ten are plain ones, whose
// analysis needs no more than their letters.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annota {

enum class StretchKind : std::uint8_t {
    latin_word,    ///< Just the ASCII letters of one word.
    cyrillic_word, ///< Just letters of U+0400..U+045F of one word.
    mixed          ///< Anything: no word or several.
};

struct TextStretch {
    std::string_view text;
    std::uint32_t begin = 0; ///< Code points of the whole text before it.
    StretchKind kind = StretchKind::mixed;
};

/// Walks over the stretches of a text, which must outlive it. To analyse them one by one is to analyse the text: what
/// stands between them is read by no word. Malformed UTF-8 counts as one code point a byte, as in fold_text().
class TextStretches {
public:
    explicit TextStretches(std::string_view text) : text_(text) {}

    /// False at the end.
    bool next(TextStretch& stretch);

private:
    bool take_word(TextStretch& stretch);
    void take_mixed(TextStretch& stretch);
    std::size_t skip_between();
    bool ends_word(std::size_t at) const;

    std::string_view text_;
    std::size_t at_ = 0;      ///< Byte behind what was passed,
    std::uint32_t index_ = 0; ///< and its number in code points.
};

} // namespace annota
