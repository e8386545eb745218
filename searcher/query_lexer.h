// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query text -> tokens: everything that can be told from left to right. Whether parentheses and operators have their
// partners is the parser's matter.

#pragma once

#include "searcher/parsed_query.h"
#include "searcher/query_notes.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annota {

enum class QueryTokenKind : std::uint8_t {
    leaf,
    nothing,  ///< An operand without content, such as "".
    open,     ///< "(" with its "field:"; the leaves behind it have the field already.
    close,    ///< ")"
    must,     ///< "+", right before what it marks.
    must_not, ///< "-"
    negation, ///< NOT
    binary,   ///< AND, OR, NEAR/n, ADJ/n.
};

struct QueryToken {
    QueryTokenKind kind;
    QueryNode node; ///< The leaf; of a negation or binary the word as which it is read where it has no operand.
    QueryNodeKind makes = QueryNodeKind::list; ///< Of a negation or binary.
    unsigned distance = 0;                     ///< Of NEAR and ADJ, as typed.
};

std::vector<QueryToken> lex_query(std::u32string_view text, QueryNotes& notes);

/// Every word as it is, without any syntax.
std::vector<QueryToken> lex_plain_query(std::u32string_view text, QueryNotes& notes);

} // namespace annota
