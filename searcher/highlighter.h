// SPDX-License-Identifier: GPL-2.0-or-later
//
// Marks hits on the original text, by analysing it again: no offsets are stored in the index.

#pragma once

#include "common/analyzer.h"
#include "searcher/highlight_rules.h"
#include "searcher/result_page.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// One a request. The analyzer must outlive it.
class Highlighter {
public:
    Highlighter(HighlightRules rules, Analyzer& analyzer);

    /// Marks in a whole text of a field; adjoining hits within one hyphenated word are one mark.
    std::vector<Mark> marks(std::string_view text, TextField field);

    /// Marks of the words of a person's name.
    std::vector<Mark> name_marks(std::string_view name);

    /// The stretch of at most `length` code points (a text up to a quarter longer is taken whole) with the most
    /// different hits, cut at blanks, with its marks.
    MarkedText snippet(const std::string& text, TextField field, std::uint32_t length);

private:
    struct Found {
        Mark mark;
        std::uint32_t word;     ///< Ordinal of the printed word.
        std::uint32_t position; ///< Of its first token,
        std::uint32_t last;     ///< and of its last.
        std::size_t rule;
    };

    void analyze(std::string_view text);
    std::vector<Found> find(std::string_view text, TextField field);
    void find_rule(std::size_t rule, std::size_t first, std::vector<Found>& found) const;
    static std::uint32_t best_begin(const std::vector<Found>& found, std::uint32_t length);

    HighlightRules rules_;
    std::multimap<std::string, std::size_t> by_first_term_; ///< Rules by the term of their first word,
    std::vector<std::size_t> pattern_rules_;                ///< but for those that begin with a pattern.
    Analyzer& analyzer_;
    std::vector<Token> tokens_;
    std::vector<std::vector<std::size_t>> at_position_; ///< Tokens that begin at each position.
};

} // namespace annota
