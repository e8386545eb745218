// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one analysis chain, for indexing, querying and highlighting: text -> fold -> words -> repair -> stems.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Stored in the index: any change of what analyze() returns needs a new version.
inline constexpr unsigned kAnalyzerVersion = 1;

/// What a token is within its printed word.
enum class TokenKind : std::uint8_t {
    word,       ///< A whole printed word, or one part of a compound.
    joined,     ///< A compound's parts written as one ("научнотехническ", "covid19").
    script_free ///< The Latin twin of an all-look-alike word in capitals ("РОС" -> "poc").
};

/// A slice of text and what it is indexed as.
struct Token {
    std::string term;           ///< Stem (Russian or English by script); words with digits or signs as they are.
    std::string form;           ///< The folded word before stemming.
    std::uint32_t word = 0;     ///< Ordinal of the printed word; a compound's tokens share it.
    std::uint32_t position = 0; ///< Word position from 0; of a joined token that of the first part.
    std::uint32_t last = 0;     ///< Of a joined token the position of the last part; else equal to `position`.
    std::uint32_t begin = 0;    ///< Code points of the original text, half-open.
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::word;
    bool stop = false; ///< A stop word: indexed for phrases, dropped from ranked queries.

    friend bool operator==(const Token&, const Token&) = default;
};

/// Not thread-safe (it owns stemmers and their cache): one a thread.
class Analyzer {
public:
    Analyzer();
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    /// Replaces `tokens` (whose capacity is reused). Word tokens come in order of `position`; a word's joined token
    /// and then its script-free ones follow the last of its parts. Malformed UTF-8 is read as U+FFFD, a separator,
    /// one code point a byte. Bounds: compounds of over 8 parts, and those of numbers alone (15-20), have no
    /// joined token; words over 64 code points are whole and unstemmed, so a term may be as long as the text
    /// (who stores it cuts it). Scripts without blanks (Chinese, Thai) give overlapping pairs of letters, one
    /// printed word a run. Time and memory are linear in the text.
    void analyze(std::string_view text, std::vector<Token>& tokens);
    std::vector<Token> analyze(std::string_view text);

    /// The term of a folded word, by its script: what analyze() makes of the token's `form`.
    std::string stem(std::string_view form);

    /// A text folded as words are (case, ё, accents, compatibility forms, look-alikes), not stemmed: the forms of
    /// all parts of words with single blanks between, no punctuation. "Научно-техническое (ВЁРСТКА)" gives
    /// "научно техническое верстка".
    std::string fold(std::string_view text) const;

private:
    struct State;
    class TokenWriter;

    std::unique_ptr<State> state_;
};

} // namespace annota
