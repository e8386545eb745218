// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass cuts the text, a second pairs brackets and quotes with a stack: a bracket that nobody closes counts for
// nothing, so that one missing sign does not swallow the rest of the citation.

#include "indexer/citation_tokens.h"

#include "common/utf8.h"
#include "indexer/citation_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace annota {
namespace {

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2BB || c == 0x02B9 || c == 0x00B4;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    // Signs begin at general punctuation and end before the next block of letters (Glagolitic).
    return c < 0x2000 || (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xE000) || (c >= 0xF900 && c < 0xFE00);
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

struct Cursor {
    std::string_view text;
    std::size_t at = 0;
    bool single_quotes = false; ///< The text quotes with ' or ‘, so that ’ behind a word may close them.

    bool done() const { return at >= text.size(); }
    char32_t peek() const {
        std::size_t next = at;
        return done() ? U' ' : next_code_point(text, next);
    }
    /// The code point behind the present one.
    char32_t peek_second() const {
        std::size_t next = at;
        if (!done()) next_code_point(text, next);
        return next < text.size() ? next_code_point(text, next) : U' ';
    }
    void step() { next_code_point(text, at); }
};

void take_word(Cursor& cursor) {
    while (!cursor.done()) {
        const char32_t c = cursor.peek();
        const bool joins =
            (c == '-' || c == 0x2010 || c == 0x2011 || is_apostrophe(c)) && is_letter(cursor.peek_second());
        // An apostrophe at the end is a soft sign in transliteration ("pechat’").
        const bool soft_sign = is_apostrophe(c) && (!cursor.single_quotes || (c != '\'' && c != 0x2019));
        if (!is_letter(c) && !joins && !soft_sign) break;
        cursor.step();
    }
}

bool opens_single_quotes(std::string_view text) {
    char32_t before = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        std::size_t next = at;
        const bool opens = c == 0x2018 || (is_apostrophe(c) && !is_letter(before));
        if (opens && at < text.size() && is_letter(next_code_point(text, next))) return true;
        before = c;
    }
    return false;
}

CitationToken take_token(Cursor& cursor) {
    CitationToken token;
    token.begin = cursor.at;
    const char32_t c = cursor.peek();
    if (is_letter(c)) {
        token.kind = CitationTokenKind::word;
        take_word(cursor);
    } else if (is_digit(c)) {
        token.kind = CitationTokenKind::number;
        while (!cursor.done() && is_digit(cursor.peek())) cursor.step();
    } else {
        cursor.step();
        if (c == '/' && cursor.peek() == '/') cursor.step();
    }
    token.text = cursor.text.substr(token.begin, cursor.at - token.begin);
    if (token.is_word()) {
        token.key = word_key(token.text);
        const std::string_view first = first_code_points(token.text, 1);
        token.capital = to_lower(first) != first;
    }
    return token;
}

struct Pair {
    std::string_view open;
    std::string_view close;
    bool quotes;
};

constexpr std::array kPairs{
    Pair{"(", ")", false}, Pair{"[", "]", false}, Pair{"{", "}", false}, Pair{"«", "»", true},
    Pair{"“", "”", true},  Pair{"„", "“", true},  Pair{"„", "”", true},  Pair{"\"", "\"", true},
};

bool closes(const CitationToken& open, const CitationToken& close) {
    return std::ranges::any_of(kPairs, [&](const Pair& pair) { return open.is(pair.open) && close.is(pair.close); });
}

bool is_half(const CitationToken& token, std::string_view Pair::*half) {
    return std::ranges::any_of(kPairs, [&](const Pair& pair) { return token.is(pair.*half); });
}

bool is_quote(const CitationToken& token) {
    return std::ranges::any_of(
        kPairs, [&](const Pair& pair) { return pair.quotes && (token.is(pair.open) || token.is(pair.close)); });
}

} // namespace

bool CitationToken::is_dash() const {
    return is("-") || is("–") || is("—") || is("−") || is("‐") || is("‑") || is("―");
}

bool CitationToken::separates() const {
    return is(".") || is(",") || is(";") || is(":") || is("/") || is("//") || is("=") || is("|") || is_dash();
}

CitationText::CitationText(std::string_view text) : text_(text) {
    Cursor cursor{text, 0, opens_single_quotes(text)};
    bool blank = true;
    while (!cursor.done()) {
        if (is_blank(cursor.peek())) {
            cursor.step();
            blank = true;
            continue;
        }
        tokens_.push_back(take_token(cursor));
        tokens_.back().blank_before = std::exchange(blank, false);
    }
    end_.begin = text.size();
    end_.blank_before = true;
    match_pairs();
}

void CitationText::match_pairs() {
    // A closing sign looks for its opening one among the last few open ones only: nesting deeper than that is no
    // citation.
    constexpr std::size_t kDepth = 8;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        tokens_[i].partner = i;
        const std::size_t stop = open.size() > kDepth ? open.size() - kDepth : 0;
        std::size_t found = open.size();
        if (is_half(tokens_[i], &Pair::close)) {
            while (found > stop && !closes(tokens_[open[found - 1]], tokens_[i])) --found;
            if (found > stop) {
                tokens_[i].partner = open[found - 1];
                tokens_[open[found - 1]].partner = i;
                open.resize(found - 1);
                continue;
            }
        }
        if (is_half(tokens_[i], &Pair::open)) open.push_back(i);
    }
    std::uint32_t brackets = 0;
    std::uint32_t quotes = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        CitationToken& token = tokens_[i];
        std::uint32_t& depth = is_quote(token) ? quotes : brackets;
        if (token.partner > i) ++depth;
        token.brackets = brackets;
        token.quotes = quotes;
        if (token.partner < i) --depth;
    }
}

std::string_view CitationText::slice(TokenRange range) const {
    range.end = std::min(range.end, tokens_.size());
    if (range.empty()) return {};
    const std::size_t begin = tokens_[range.begin].begin;
    return text_.substr(begin, tokens_[range.end - 1].end() - begin);
}

std::size_t CitationText::count_words(TokenRange range) const {
    std::size_t count = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if ((*this)[i].is_word()) ++count;
    }
    return count;
}

TokenRange CitationText::without_separators(TokenRange range) const {
    range.end = std::min(range.end, tokens_.size());
    while (!range.empty() && tokens_[range.begin].separates()) ++range.begin;
    while (!range.empty() && tokens_[range.end - 1].separates()) --range.end;
    return range;
}

bool CitationText::ends_sentence(std::size_t i) const {
    const CitationToken& stop = (*this)[i];
    if (!stop.is(".") && !stop.is("?") && !stop.is("!") && !stop.is("…")) return false;
    std::size_t next = i + 1;
    // Closing brackets and quotes.
    while (next < size() && (*this)[next].partner < next && !(*this)[next].is("\"")) ++next;
    const bool dash = (*this)[next].is_dash() && !joins_initials(next);
    while ((*this)[next].is_dash()) ++next;
    const CitationToken& follows = (*this)[next];
    if (next >= size() || !(follows.blank_before || dash || (follows.is_word() && follows.text.size() > 4)))
        return false;
    const bool starts =
        follows.is_number() || (follows.is_word() && follows.capital) || follows.partner > next || follows.is("//");
    if (!starts || !stop.is(".")) return starts;
    if (i == 0 || dash || follows.is("//")) return true;
    const CitationToken& word = (*this)[i - 1];
    if (!word.is_word()) return true;
    return !is_initial(word) && !is_abbreviation(word);
}

bool CitationText::joins_initials(std::size_t i) const {
    const CitationToken& behind = (*this)[i + 1];
    return (*this)[i].is_dash() && !(*this)[i].blank_before && !behind.blank_before && is_initial(behind) &&
           (*this)[i + 2].is(".");
}

bool CitationText::begins_piece(std::size_t i) const {
    return i == 0 || (*this)[i - 1].kind == CitationTokenKind::sign;
}

bool is_roman_number(std::string_view word) {
    // Old prints set Cyrillic Х and І for the Latin letters.
    const std::string key = word_key(word);
    return key.size() <= 8 && key.find_first_not_of("ivxlcdm") == std::string::npos &&
           key.find_first_of("ivx") != std::string::npos;
}

std::string word_key(std::string_view word) {
    std::string key;
    const std::string lower = to_lower(word);
    for (std::size_t at = 0; at < lower.size();) {
        char32_t c = next_code_point(lower, at);
        switch (c) {
        case U'а': c = 'a'; break;
        case U'в': c = 'b'; break;
        case U'е':
        case U'ё': c = 'e'; break;
        case U'і': c = 'i'; break;
        case U'к': c = 'k'; break;
        case U'м': c = 'm'; break;
        case U'н': c = 'h'; break;
        case U'о': c = 'o'; break;
        case U'р': c = 'p'; break;
        case U'с': c = 'c'; break;
        case U'т': c = 't'; break;
        case U'у': c = 'y'; break;
        case U'х': c = 'x'; break;
        default: break;
        }
        append_code_point(key, c);
    }
    return key;
}

} // namespace annota
