// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a single word of a query is by its looks alone, in code points: the rules that the lexer reads by and the
// printer escapes by, so that both agree.

#pragma once

#include "searcher/parsed_query.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace annota {

/// Malformed UTF-8 becomes U+FFFD, one for each malformed sequence.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// Blanks of every kind, control characters and the byte order mark.
bool is_query_blank(char32_t c);
/// " « » „ “ ” at the one side or the other.
bool is_query_quote(char32_t c);
/// Whether a phrase that `opener` begins ends with `c`.
bool closes_phrase(char32_t opener, char32_t c);
/// Quotes, parentheses and the backslash: what a backslash within a word or a phrase makes an ordinary character.
bool is_escapable(char32_t c);

struct OperatorWord {
    QueryNodeKind makes;   ///< all_of, any_of, none_of, near or adjacent.
    unsigned distance = 0; ///< As typed after the stroke, but 9999 at most; of near and adjacent.
};

/// AND OR NOT, И ИЛИ НЕ, NEAR/n, ADJ/n.
std::optional<OperatorWord> read_operator(std::u32string_view word);

struct FieldPrefix {
    const Field* field;
    std::size_t length; ///< With the colon and the ^.
    bool first_author;  ///< It begins with ^.
};

/// The "field:" or "^field:" at the start of a text, of a field that can be asked for.
std::optional<FieldPrefix> read_field_prefix(std::u32string_view text);

struct FuzzyTail {
    std::size_t length;    ///< Of "~", "~1", "~0.8".
    unsigned distance = 0; ///< 0 to 2.
    bool known = true;     ///< It is one of ~, ~1, ~2; else `distance` is the nearest.
};

std::optional<FuzzyTail> read_fuzzy_tail(std::u32string_view word);

struct YearRange {
    int first; ///< 0: open.
    int last;
};

/// 2015 · 2015..2020 · 2015.. · ..2020 · 2015-2020, with any dash or ellipsis. May be reversed.
std::optional<YearRange> read_years(std::u32string_view word);

/// A DOI as it is printed without a label: "10.1134/...", "https://doi.org/10.1134/...".
bool begins_with_doi(std::u32string_view text);

/// Nothing but ASCII punctuation, dashes and dots, which no index holds.
bool is_mere_punctuation(std::u32string_view word);

/// The length of the "?", "?!" or "?.." with which a question ends; 0 where the word has none, or wildcards too.
std::size_t question_tail(std::u32string_view word);

/// It has * or ? and is no address, in which they are signs like others.
bool has_wildcards(std::u32string_view word);

/// Whether the text, typed after a blank or after the "field:" of a field of words, is read as this one word.
bool is_plain_word(std::u32string_view word, bool in_field);

} // namespace annota
