// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/word_pattern.h"

#include <algorithm>

namespace annota {

namespace {

constexpr std::size_t kMostSigns = 60;

} // namespace

std::optional<WildcardPattern> WildcardPattern::read(std::u32string_view glob) {
    WildcardPattern pattern;
    for (const char32_t sign : glob)
        if (sign != U'*' || !pattern.letters_.ends_with(U'*')) pattern.letters_ += sign;
    if (pattern.letters_.size() > kMostSigns) return std::nullopt;
    for (std::size_t i = 0; i < pattern.letters_.size(); ++i) {
        const State bit = State{1} << i;
        if (pattern.letters_[i] == U'*') pattern.stars_ |= bit;
        if (pattern.letters_[i] == U'?') pattern.questions_ |= bit;
    }
    pattern.end_ = State{1} << pattern.letters_.size();
    return pattern;
}

WildcardPattern::State WildcardPattern::next(State state, char32_t letter) const {
    State matching = questions_;
    for (std::size_t i = 0; i < letters_.size(); ++i)
        if (letters_[i] == letter) matching |= State{1} << i;
    matching &= ~stars_;
    return closed(((state & matching) << 1U) | (state & stars_));
}

std::optional<MisspeltWord> MisspeltWord::read(std::u32string_view word, unsigned distance) {
    if (word.size() > kMostLetters) return std::nullopt;
    MisspeltWord misspelt;
    misspelt.word_ = word;
    misspelt.distance_ = distance;
    return misspelt;
}

MisspeltWord::State MisspeltWord::start() const {
    State state{};
    for (std::size_t i = 0; i <= word_.size(); ++i) state.row[i] = static_cast<std::uint8_t>(i);
    state.row_before.fill(static_cast<std::uint8_t>(kMostLetters)); // there is none
    return state;
}

MisspeltWord::State MisspeltWord::next(const State& state, char32_t letter) const {
    State after{};
    after.letter = letter;
    after.row_before = state.row;
    after.row[0] = static_cast<std::uint8_t>(std::min<unsigned>(state.row[0] + 1U, kMostLetters));
    for (std::size_t i = 1; i <= word_.size(); ++i) {
        unsigned edits = std::min(state.row[i], after.row[i - 1]) + 1U;
        edits = std::min(edits, state.row[i - 1] + (word_[i - 1] == letter ? 0U : 1U));
        if (i > 1 && word_[i - 1] == state.letter && word_[i - 2] == letter)
            edits = std::min(edits, state.row_before[i - 2] + 1U);
        after.row[i] = static_cast<std::uint8_t>(std::min<unsigned>(edits, kMostLetters));
    }
    return after;
}

/// The next row may come from the row before by an exchange.
bool MisspeltWord::is_alive(const State& state) const {
    const auto least = [this](const auto& row) {
        return *std::min_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(word_.size()) + 1);
    };
    return least(state.row) <= distance_ || least(state.row_before) < distance_;
}

} // namespace annota
