// SPDX-License-Identifier: GPL-2.0-or-later
//
// The single numbers of a citation: labelled ones, years, dates, ranges and bare ones.

#pragma once

#include "indexer/citation_tokens.h"

#include <cstdint>
#include <optional>
#include <string>

namespace annota {

enum class NumberKind : std::uint8_t { volume, issue, part, pages, extent, year, date, volume_and_issue, range, bare };

/// One number with its label, or one date.
struct NumberElement {
    NumberKind kind = NumberKind::bare;
    TokenRange tokens;
    std::string value;
    std::string second; ///< The issue of "volume (issue)" and "2016/2".
    int year = 0;
    bool colon_before = false;
    bool in_brackets = false; ///< Alone between a pair of brackets.
    bool stop_behind = false; ///< A full stop follows.
};

/// The number that begins at token `at` of `range`, in digits, Roman ("Т. II") or with letters ("e1234"); nullopt where
/// there is none, or where the digits are part of a word, a code or a decimal number.
std::optional<NumberElement> number_element_at(const CitationText& text, TokenRange range, std::size_t at);

/// A year that stands at `at`, with a letter ("2009h") and the word for year behind it; its end, or `at` where there is
/// none.
std::size_t year_end(const CitationText& text, std::size_t at, int& year);

} // namespace annota
