// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_scanner.h"

#include "searcher/query_word.h"

#include <algorithm>

namespace annota {
namespace {

bool ends_word(char32_t c) {
    return is_query_blank(c) || is_query_quote(c) || c == '(' || c == ')';
}

} // namespace

bool QueryScanner::at_nothing() const {
    return at_end() || at_blank() || at(U')');
}

bool QueryScanner::at_blank() const {
    return !at_end() && is_query_blank(text_[at_]);
}

bool QueryScanner::at_quote() const {
    return !at_end() && is_query_quote(text_[at_]);
}

bool QueryScanner::at_last_blanks() const {
    return std::ranges::all_of(rest(), is_query_blank);
}

void QueryScanner::skip_blanks() {
    while (at_blank()) ++at_;
}

std::size_t QueryScanner::skip_any(std::u32string_view characters) {
    const std::size_t start = at_;
    at_ = std::min(text_.find_first_not_of(characters, at_), text_.size());
    return at_ - start;
}

bool QueryScanner::is_escape(std::size_t at) const {
    return text_[at] == '\\' && at + 1 < text_.size() && is_escapable(text_[at + 1]);
}

std::u32string_view QueryScanner::peek_word() const {
    const std::u32string_view ahead = rest();
    return ahead.substr(0, static_cast<std::size_t>(std::ranges::find_if(ahead, ends_word) - ahead.begin()));
}

TypedWord QueryScanner::take_word() {
    constexpr std::u32string_view kSigns = U"*?~:";
    TypedWord word;
    if (at(U'\\')) {
        word.literal = true;
        if (!is_escape(at_)) ++at_;
    }
    for (; !at_end(); ++at_) {
        if (is_escape(at_)) {
            ++at_;
        } else if (ends_word(text_[at_])) {
            break;
        } else if (text_[at_] == '\\' && at_ + 1 < text_.size() &&
                   kSigns.find(text_[at_ + 1]) != std::u32string_view::npos) {
            word.literal = true;
            ++at_;
        }
        word.text.push_back(text_[at_]);
    }
    return word;
}

std::optional<std::size_t> QueryScanner::find_closing_quote() {
    const char32_t opener = text_[at_];
    if (unclosed_.find(opener) != std::u32string::npos) return std::nullopt;
    for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
        if (is_escape(i)) {
            ++i;
        } else if (closes_phrase(opener, text_[i])) {
            return i;
        }
    }
    unclosed_.push_back(opener);
    return std::nullopt;
}

std::optional<std::u32string> QueryScanner::take_phrase() {
    const std::optional<std::size_t> close = find_closing_quote();
    if (!close) return std::nullopt;
    std::u32string phrase;
    bool pending_blank = false;
    for (++at_; at_ < *close; ++at_) {
        if (is_query_blank(text_[at_])) {
            pending_blank = !phrase.empty();
            continue;
        }
        if (pending_blank) phrase.push_back(U' ');
        pending_blank = false;
        if (is_escape(at_)) ++at_;
        phrase.push_back(text_[at_]);
    }
    ++at_;
    return phrase;
}

std::u32string_view QueryScanner::take_value(bool in_group) {
    const std::size_t start = at_;
    std::size_t open = 0;
    for (; !at_end() && !at_blank(); ++at_) {
        if (at(U'(')) {
            ++open;
        } else if (at(U')') && open > 0) {
            --open;
        } else if (at(U')') && in_group) {
            break;
        }
    }
    return slice(start);
}

} // namespace annota
