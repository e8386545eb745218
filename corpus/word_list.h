// SPDX-License-Identifier: GPL-2.0-or-later
//
// An invented vocabulary: real function words at its head, then roots of random syllables in all their inflections,
// so that a stemmer has work, with the frequencies of natural text.

#pragma once

#include "corpus/zipf.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annota::corpus {

enum class Language : std::uint8_t { russian, english };

/// Immutable after construction; the same for the same language and seed. Words are lower case, in UTF-8.
class WordList {
public:
    WordList(Language language, std::uint64_t seed);

    Language language() const { return language_; }
    std::size_t size() const { return ends_.size(); }

    /// Valid as long as the list lives.
    std::string_view word(std::size_t index) const;

    /// Any word by its frequency, function words too.
    std::string_view draw(Random& random) const { return word(frequencies_.draw(random)); }

    /// A word by its frequency that is no function word.
    std::string_view draw_content(Random& random) const;

private:
    struct Draft; ///< The words and their weights while they are made.
    WordList(Language language, Draft&& draft);
    static Draft make_draft(Language language, std::uint64_t seed);

    Language language_;
    std::size_t function_words_; ///< They are the first words.
    std::string text_;           ///< All words, one behind the other.
    std::vector<std::uint32_t> ends_;
    AliasTable frequencies_;
};

/// How many words a list has, at least.
inline constexpr std::size_t kWordListSize = 200'000;

/// Appends a word with its first letter (Russian or basic Latin) in upper case.
void append_capitalised(std::string& out, std::string_view word);

} // namespace annota::corpus
