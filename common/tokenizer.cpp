// SPDX-License-Identifier: GPL-2.0-or-later
//
// A hand-written scanner, never looking further ahead than four characters:
//
//     word         = run | part { joiner part }          joiner: one hyphen, apostrophe or ampersand, no blanks
//     part         = abbreviation | ".net" | plain [ "++" | "#" ]
//     abbreviation = letter { "." letter } [ "." ]       at least two letters, none with a longer word behind it
//     plain        = { letter | digit | between digits "." or "," }
//
// where a plain part of letters (two or more) and then digits, or the other way round, counts as two parts, so that
// COVID19 and COVID-19 are the same, while C60, H2O and p53 stay whole.

#include "common/tokenizer.h"

namespace annota {
namespace {

/// Names with signs have short stems: C++, g++, F#, VC++.
constexpr std::size_t kMostLettersBeforeSign = 2;

/// A single letter and a number are one designation (C60, U235, p53), not a word and a number.
constexpr std::size_t kFewestLettersOfWord = 2;

} // namespace

bool Tokenizer::next(std::vector<WordPart>& parts) {
    parts.clear();
    while (at_ < text_.size() && !starts_word(at_)) {
        ++at_;
    }
    if (at_ == text_.size()) {
        return false;
    }
    if (!word_at(at_) && !is_dot_net(at_)) {
        parts.push_back(take_run());
        return true;
    }
    bool ampersand = false;
    do {
        take_part(ampersand, parts);
        skip_possessive();
    } while (take_joiner(ampersand));
    return true;
}

bool Tokenizer::starts_word(std::size_t i) const {
    return word_at(i) || class_at(i) == CharClass::paired || class_at(i) == CharClass::paired_mark || is_dot_net(i);
}

bool Tokenizer::is_dot_net(std::size_t i) const {
    return class_at(i) == CharClass::full_stop && code_at(i + 1, U'n') && code_at(i + 2, U'e') &&
           code_at(i + 3, U't') && !word_at(i + 4);
}

/// Whether the word character `i` goes on with the word of the one before it.
bool Tokenizer::continues_word(std::size_t i) const {
    if (!digit_at(i - 1) || !digit_at(i)) {
        return true;
    }
    const FoldedChar& left = text_[i - 1];
    const FoldedChar& right = text_[i];
    return left.style == right.style && (left.style != DigitStyle::enclosed || left.begin == right.begin);
}

bool Tokenizer::joins_digits(std::size_t i) const {
    return (class_at(i) == CharClass::full_stop || class_at(i) == CharClass::comma) && digit_at(i - 1) &&
           digit_at(i + 1) && text_[i - 1].style == DigitStyle::plain && text_[i + 1].style == DigitStyle::plain;
}

/// The end of an abbreviation that starts at `i`, its last full stop included; `i` where none does.
std::size_t Tokenizer::abbreviation_end(std::size_t i) const {
    std::size_t letters = 0;
    std::size_t end = i;
    while (letter_at(end) && !word_at(end + 1)) {
        ++letters;
        ++end;
        if (class_at(end) != CharClass::full_stop) {
            break;
        }
        ++end;
    }
    return letters >= 2 ? end : i;
}

std::size_t Tokenizer::plain_end(std::size_t i) const {
    std::size_t end = i + 1;
    while ((word_at(end) && continues_word(end)) || joins_digits(end)) {
        ++end;
    }
    return end;
}

/// Length of a sign that belongs to the word [first, last), 0 where none does.
std::size_t Tokenizer::sign_length(std::size_t first, std::size_t last) const {
    if (last - first > kMostLettersBeforeSign || digit_at(first) || digit_at(last - 1)) {
        return 0;
    }
    std::size_t length = 0;
    if (class_at(last) == CharClass::plus && class_at(last + 1) == CharClass::plus) {
        length = 2;
    } else if (class_at(last) == CharClass::hash) {
        length = 1;
    }
    return letter_at(last + length) ? 0 : length;
}

WordPart Tokenizer::take_run() {
    const std::size_t first = at_;
    while (class_at(at_) == CharClass::paired || class_at(at_) == CharClass::paired_mark) {
        ++at_;
    }
    return {first, at_, PartKind::run, false};
}

void Tokenizer::take_part(bool ampersand, std::vector<WordPart>& parts) {
    WordPart part{at_, abbreviation_end(at_), PartKind::abbreviation, ampersand};
    if (is_dot_net(at_)) {
        part.last = at_ + 4;
        part.kind = PartKind::sign;
    } else if (part.last == at_) {
        part.last = plain_end(at_);
        const std::size_t sign = sign_length(part.first, part.last);
        part.kind = sign == 0 ? PartKind::plain : PartKind::sign;
        part.last += sign;
    }
    at_ = part.last;
    if (part.kind == PartKind::plain) {
        split_code(part, parts);
    } else {
        parts.push_back(part);
    }
}

/// Adds a plain part, as two where it is a word and a number.
void Tokenizer::split_code(const WordPart& part, std::vector<WordPart>& parts) const {
    const bool letters_first = letter_at(part.first);
    std::size_t change = part.first;
    while (change < part.last && letter_at(change) == letters_first) {
        ++change;
    }
    std::size_t end = change;
    while (end < part.last && letter_at(end) != letters_first) {
        ++end;
    }
    const std::size_t letters = letters_first ? change - part.first : end - change;
    if (change == part.last || end < part.last || letters < kFewestLettersOfWord) {
        parts.push_back(part);
        return;
    }
    parts.push_back({part.first, change, PartKind::plain, part.ampersand});
    parts.push_back({change, part.last, PartKind::plain, false});
}

void Tokenizer::skip_possessive() {
    if (class_at(at_) == CharClass::apostrophe && code_at(at_ + 1, U's') && !word_at(at_ + 2)) {
        at_ += 2;
    }
}

/// Steps over a joiner that another part follows.
bool Tokenizer::take_joiner(bool& ampersand) {
    const CharClass joiner = class_at(at_);
    ampersand = joiner == CharClass::ampersand;
    if ((joiner != CharClass::hyphen && joiner != CharClass::apostrophe && !ampersand) ||
        (!word_at(at_ + 1) && !is_dot_net(at_ + 1))) {
        return false;
    }
    ++at_;
    return true;
}

} // namespace annota
