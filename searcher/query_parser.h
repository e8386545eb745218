// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query text -> ParsedQuery. Bad syntax is no error: it is read as words, and a note says so. The README has the
// language, query_parser.cpp its grammar.

#pragma once

#include "searcher/parsed_query.h"

#include <cstdint>
#include <string_view>

namespace annota {

enum class QuerySyntax : std::uint8_t {
    full,
    plain, ///< Mere words, no operators.
};

/// Never throws for any text, in time linear in its length and within the limits of query_limits.h; the tree is at most
/// 5 (kMaxQueryDepth + 1) nodes deep.
/// Malformed UTF-8 is read as U+FFFD, one for each malformed sequence; positions count it as one code point.
ParsedQuery parse_query(std::string_view text, QuerySyntax syntax = QuerySyntax::full);

} // namespace annota
