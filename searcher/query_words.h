// SPDX-License-Identifier: GPL-2.0-or-later
//
// A query's text as printed words, each with everything that it is indexed as.

#pragma once

#include "common/analyzer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct QueryWord {
    std::vector<Token> parts;    ///< One, or the parts of a compound; never empty.
    std::optional<Token> joined; ///< A compound written as one.
    std::optional<Token> twin;   ///< The same look of an all-capitals word in the other script; not of compounds.
    std::string printed;         ///< As typed.
    bool stop = false;           ///< All parts are stop words.

    /// Where it begins in the text, in code points.
    std::uint32_t begin() const { return parts.front().begin; }
    /// Of a compound the parts that are words by themselves, without numbers, single letters and stop words.
    std::vector<Token> lone_parts() const;
    /// What of `printed` is one of the parts.
    std::string_view printed_part(const Token& part) const;
};

/// The tokens of `text`, by printed word. What has no letters or digits is no word. Linear in the text.
std::vector<QueryWord> query_words(Analyzer& analyzer, std::string_view text);

} // namespace annota
