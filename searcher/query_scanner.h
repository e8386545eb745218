// SPDX-License-Identifier: GPL-2.0-or-later
//
// A place in a query's text and the slices that begin there: words, phrases and values, with their escapes undone.
// A backslash makes a quote, a parenthesis or a backslash an ordinary character; at the start of a word, or before
// one of * ? ~ : within it, it makes the word a mere word. Before anything else it stands for itself.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace annota {

struct TypedWord {
    std::u32string text;
    bool literal = false; ///< Escaped: no wildcards, no ~, no operator, no field.
};

/// Positions are code points. The text outlives the scanner.
class QueryScanner {
public:
    explicit QueryScanner(std::u32string_view text) : text_(text) {}

    std::size_t position() const { return at_; }
    bool at_end() const { return at_ == text_.size(); }
    /// A blank, a closing parenthesis or the end: nothing that a word could begin with.
    bool at_nothing() const;
    bool at_blank() const;
    bool at_quote() const;
    bool at(char32_t c) const { return !at_end() && text_[at_] == c; }
    /// Only blanks are left.
    bool at_last_blanks() const;

    std::u32string_view rest() const { return text_.substr(at_); }
    std::u32string_view slice(std::size_t start) const { return text_.substr(start, at_ - start); }
    void skip(std::size_t length) { at_ += length; }
    void skip_blanks();
    /// The length skipped.
    std::size_t skip_any(std::u32string_view characters);

    /// Up to a blank, a quote or a parenthesis, none of which it stands at; the first as it stands in the text.
    std::u32string_view peek_word() const;
    TypedWord take_word();

    /// The phrase whose opening quote it stands at, blanks made single; nullopt, and nothing taken, where no
    /// closing quote follows.
    std::optional<std::u32string> take_phrase();

    /// As it is, up to a blank, or within a group to the parenthesis that ends it.
    std::u32string_view take_value(bool in_group);

private:
    bool is_escape(std::size_t at) const;
    std::optional<std::size_t> find_closing_quote();

    std::u32string_view text_;
    std::size_t at_ = 0;
    std::u32string unclosed_; ///< Quotes for which no partner follows any more, so that none is sought twice.
};

} // namespace annota
