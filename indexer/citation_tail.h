// SPDX-License-Identifier: GPL-2.0-or-later
//
// The end of a citation: from its first sure number on.

#pragma once

#include "indexer/citation_numbering.h"
#include "indexer/citation_tokens.h"

#include <string>
#include <vector>

namespace annota {

/// Where the numbers of a citation begin, what they are, and the text between and behind them.
struct CitationTail {
    std::size_t begin = 0;
    Numbering numbering;
    std::vector<TokenRange> rest;
    std::vector<TokenRange> unplaced; ///< Numbers whose fields are taken.
    bool begins_with_year = false;

    /// Numbers that only parts of periodicals and books have.
    bool in_periodical() const { return !numbering.issue.empty() || (!numbering.volume.empty() && !numbering.part); }
    bool has_page_range() const { return numbering.pages.find('-') != std::string::npos; }
};

/// The numbers of `range`. Without a run of two numbers or a labelled one, the last single number counts.
CitationTail find_tail(const CitationText& text, TokenRange range);

} // namespace annota
