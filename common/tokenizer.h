// SPDX-License-Identifier: GPL-2.0-or-later
//
// Second stage of the analysis: folded characters -> printed words and their parts.

#pragma once

#include "common/fold.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace annota {

enum class PartKind : std::uint8_t {
    plain,        ///< Letters and digits, with full stops or commas between digits.
    abbreviation, ///< Single letters with full stops: U.S.A., И.О.
    sign,         ///< C++, C#, .NET
    run           ///< Letters of a script without blanks.
};

/// A part of a printed word.
struct WordPart {
    std::size_t first = 0; ///< Folded characters, half-open.
    std::size_t last = 0;
    PartKind kind = PartKind::plain;
    bool ampersand = false; ///< An ampersand joins it to the part before: S&T.

    friend bool operator==(const WordPart&, const WordPart&) = default;
};

/// Walks over the printed words of a folded text, which must outlive it.
class Tokenizer {
public:
    explicit Tokenizer(std::span<const FoldedChar> text) : text_(text) {}

    /// Replaces `parts` with those of the next printed word: parts joined without blanks by one hyphen, apostrophe
    /// or ampersand, and a word of just letters and digits (COVID19, 60Co) taken apart. False at the end.
    /// A possessive 's is no part. A word of other scripts' letters in pairs is one part.
    bool next(std::vector<WordPart>& parts);

private:
    CharClass class_at(std::size_t i) const { return i < text_.size() ? text_[i].char_class : CharClass::separator; }
    bool letter_at(std::size_t i) const { return i < text_.size() && is_letter(text_[i]); }
    bool digit_at(std::size_t i) const { return i < text_.size() && is_digit(text_[i]); }
    bool word_at(std::size_t i) const { return letter_at(i) || digit_at(i); }
    bool code_at(std::size_t i, char32_t code) const { return i < text_.size() && text_[i].code == code; }

    bool starts_word(std::size_t i) const;
    bool is_dot_net(std::size_t i) const;
    bool continues_word(std::size_t i) const;
    bool joins_digits(std::size_t i) const;
    std::size_t abbreviation_end(std::size_t i) const;
    std::size_t plain_end(std::size_t i) const;
    std::size_t sign_length(std::size_t first, std::size_t last) const;

    WordPart take_run();
    void take_part(bool ampersand, std::vector<WordPart>& parts);
    void split_code(const WordPart& part, std::vector<WordPart>& parts) const;
    void skip_possessive();
    bool take_joiner(bool& ampersand);

    std::span<const FoldedChar> text_;
    std::size_t at_ = 0;
};

} // namespace annota
