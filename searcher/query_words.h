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
    std::optional<Token> twin;   ///< The same look of an all-capitals word in the other script.
    std::string printed;         ///< As typed.
    bool stop = false;           ///< All parts are stop words.
};

/// Views of the tokens of `text`, by printed word. Words without letters or digits are left out.
std::vector<QueryWord> query_words(Analyzer& analyzer, std::string_view text);

} // namespace annota
