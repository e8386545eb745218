// SPDX-License-Identifier: GPL-2.0-or-later
//
// Year, volume, issue, pages and extent as citations print them, with labels in several languages or without any.

#pragma once

#include "indexer/citation_number_element.h"
#include "indexer/citation_tokens.h"

#include <string>
#include <vector>

namespace annota {

/// The numbers of a citation.
struct Numbering {
    int year = 0;
    std::string volume;
    std::string issue;  ///< "3 (103)": the number within the year and the running one.
    std::string pages;  ///< As normalise_pages() gives them.
    std::string extent; ///< "96 p."
    bool part = false;  ///< The volume was called a part or a book.

    /// How many of the fields are set.
    int count() const;
    bool only_year() const { return year != 0 && count() == 1; }
    /// Takes over what `this` lacks; false where `other` has more that differs.
    bool complete_from(const Numbering& other);
};

/// A stretch of tokens that is nothing but numbers of a citation, their labels and punctuation.
struct NumberingRun {
    TokenRange tokens;
    Numbering numbering;
    std::vector<TokenRange> unplaced; ///< Numbers for which another one has taken the field.
    bool labelled = false;            ///< Some number has a label.
    bool begins_piece = false;        ///< Punctuation stands before it.
    bool begins_with_date = false;
};

/// All runs within `range` that set at least one field, in order. Linear.
///
/// Without labels: "2020;11(4):384-397", "19 (2). 84-86", "35(2): 3-20", "12, 5, 119-122", "88 (2008) 1-15", "15:
/// 45-64". In "A (B)" without a label, A is a volume and B its issue, unless B can only be the running number of an
/// issue.
std::vector<NumberingRun> find_numbering(const CitationText& text, TokenRange range);

} // namespace annota
