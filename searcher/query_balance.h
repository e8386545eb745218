// SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes any sequence of tokens one that the grammar knows, with notes of what had no partner.

#pragma once

#include "searcher/query_lexer.h"
#include "searcher/query_notes.h"

#include <vector>

namespace annota {

inline bool begins_operand(const QueryToken& token) {
    return token.kind != QueryTokenKind::close && token.kind != QueryTokenKind::binary;
}

/// Afterwards parentheses stand in pairs with something between them, at most kMaxQueryDepth deep; a mark or negation
/// stands before an operand, a binary between two. Operators without an operand have become words, all else is dropped.
void balance_query(std::vector<QueryToken>& tokens, QueryNotes& notes);

} // namespace annota
