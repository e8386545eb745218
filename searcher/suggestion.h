// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query may have been meant to be where the index has a word of it nowhere: typed in the other keyboard layout,
// or misspelt.

#pragma once

#include "common/analyzer.h"
#include "searcher/parsed_query.h"

#include <optional>
#include <string>
#include <string_view>

namespace Xapian {
class Database;
}

namespace annota {

/// A text with other words.
struct Suggestion {
    std::string text;
    bool layout = false; ///< Nothing but words in the other keyboard layout was changed.
};

/// `text` is what was parsed. Only bare words and words of fields of texts are looked at, and no word with a digit. A
/// misspelt word keeps its script, and its ending as far as another stem has it. `thorough`: words may differ in their
/// first letter, too, which means to read all words of the index. nullopt where all words are there, or there is
/// nothing better.
std::optional<Suggestion> suggest(std::string_view text, const ParsedQuery& query, const Xapian::Database& vocabulary,
                                  Analyzer& analyzer, bool thorough);

/// A word as the keys give it in the other layout, ЙЦУКЕН or QWERTY: "cfyrwbb" is "санкции", "ыфтсешщты" is
/// "sanctions". nullopt where a character is on no letter's key, or the word is of both scripts.
std::optional<std::string> in_other_layout(std::string_view word);

} // namespace annota
