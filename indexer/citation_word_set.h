// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lists of words that citations are compared with.

#pragma once

#include "indexer/citation_tokens.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace annota {

/// Words and names of several words, compared by word_key(), so that a Latin "C." and a Cyrillic one are the same.
class CitationWordSet {
public:
    /// Entries in lower case with blanks or line ends between them: "vol том конференци* new_york". A final "*" stands
    /// for every ending, "_" for the blank within an entry.
    explicit CitationWordSet(std::string_view entries);

    bool contains(const CitationToken& token) const { return token.is_word() && contains_key(token.key); }
    /// Of several words the keys are joined by single blanks.
    bool contains_key(const std::string& key) const;

private:
    std::unordered_set<std::string> keys_;
    std::vector<std::string> beginnings_;
};

} // namespace annota
