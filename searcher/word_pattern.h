// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a word with wildcards, or one that may be misspelt, says of a word of the index letter by letter. Both read a
// stem once and then try what may follow it, so their states are values.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Letters, ? for any one and * for any number of them.
class WildcardPattern {
public:
    /// nullopt for one with over 60 signs.
    static std::optional<WildcardPattern> read(std::u32string_view glob);

    /// Places in the pattern at which one may stand after some letters, as bits; 0: it matches nothing that begins so.
    using State = std::uint64_t;

    State start() const { return closed(1); }
    State next(State state, char32_t letter) const;
    bool is_alive(State state) const { return state != 0; }
    bool accepts(State state) const { return (state & end_) != 0; }

private:
    State closed(State state) const { return state | ((state & stars_) << 1U); }

    std::u32string letters_; ///< By place; * and ? stand for themselves.
    State stars_ = 0;
    State questions_ = 0;
    State end_ = 0;
};

/// Words within a distance of one or two edits: a letter more, fewer or another, or two neighbours exchanged (optimal
/// string alignment).
class MisspeltWord {
public:
    static constexpr std::size_t kMostLetters = 40;

    /// nullopt for a longer word.
    static std::optional<MisspeltWord> read(std::u32string_view word, unsigned distance);

    /// The last two rows of the table of distances: of some letters to each beginning of the word.
    struct State {
        std::array<std::uint8_t, kMostLetters + 1> row;
        std::array<std::uint8_t, kMostLetters + 1> row_before;
        char32_t letter = 0; ///< The last one.
    };

    State start() const;
    State next(const State& state, char32_t letter) const;
    bool is_alive(const State& state) const;
    bool accepts(const State& state) const { return state.row[word_.size()] <= distance_; }

private:
    std::u32string word_;
    unsigned distance_ = 0;
};

} // namespace annota
