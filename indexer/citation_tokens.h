// SPDX-License-Identifier: GPL-2.0-or-later
//
// A printed citation as words, numbers and signs, with the brackets and quotes around each.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

enum class CitationTokenKind : std::uint8_t {
    word,   ///< Letters, with hyphens and apostrophes between them.
    number, ///< Digits.
    sign    ///< Any other single code point; "//" is one sign.
};

struct CitationToken {
    CitationTokenKind kind = CitationTokenKind::sign;
    std::string_view text;      ///< A slice of the tokenised text.
    std::size_t begin = 0;      ///< Its first byte there.
    std::string key;            ///< Words: lower case, look-alike Cyrillic letters as Latin ones, see word_key().
    bool blank_before = false;  ///< Also true of the first token.
    bool capital = false;       ///< Words: the first letter is a capital.
    std::uint32_t brackets = 0; ///< Closed pairs of brackets around it; those of the bracket itself count.
    std::uint32_t quotes = 0;   ///< Closed pairs of quotes around it, counted alike.
    std::size_t partner = 0;    ///< Of a bracket or quote the token of the other half; else its own number.

    std::size_t end() const { return begin + text.size(); }
    bool is(std::string_view sign) const { return kind == CitationTokenKind::sign && text == sign; }
    bool is_word() const { return kind == CitationTokenKind::word; }
    bool is_number() const { return kind == CitationTokenKind::number; }
    bool is_dash() const;
    /// A sign that only separates: full stop, comma, colon, dash, slash, "=".
    bool separates() const;
};

/// Tokens numbered from `begin` up to `end`.
struct TokenRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin >= end; }
    std::size_t size() const { return empty() ? 0 : end - begin; }
};

/// The tokens of one text, which must outlive them.
class CitationText {
public:
    /// Linear in the length of `text`, which must be valid UTF-8 with single blanks.
    explicit CitationText(std::string_view text);

    std::size_t size() const { return tokens_.size(); }
    /// Beyond the last token stands a blank sign, so that looking ahead needs no test.
    const CitationToken& operator[](std::size_t i) const { return i < tokens_.size() ? tokens_[i] : end_; }
    TokenRange all() const { return {0, tokens_.size()}; }

    /// The printed text of a range, from the first to the last byte of its tokens.
    std::string_view slice(TokenRange range) const;

    std::size_t count_words(TokenRange range) const;

    /// A range without the signs that only separate at its ends.
    TokenRange without_separators(TokenRange range) const;

    /// Whether a full stop (or "?", "!", "...") at `i` ends a sentence: a capital, number or opening quote follows
    /// behind a blank or a dash, and no initial or abbreviation stands before it.
    bool ends_sentence(std::size_t i) const;

    /// Whether token `i` is the dash of "Y.-H. Bao".
    bool joins_initials(std::size_t i) const;

    /// Whether token `i` stands at the beginning or behind a sign.
    bool begins_piece(std::size_t i) const;

private:
    void match_pairs();

    std::string_view text_;
    std::vector<CitationToken> tokens_;
    CitationToken end_;
};

/// Lower case, with the Cyrillic letters that look like Latin ones written as those: "С", "C" and "с" are "c".
std::string word_key(std::string_view word);

bool is_roman_number(std::string_view word);

} // namespace annota
