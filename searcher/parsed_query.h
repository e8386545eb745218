// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query means, as a plain tree that prints itself in two ways:
//
//   print_tree()   what users see as `query.parsed`: leaves as they are typed, inner nodes by name
//                      LIST(санкции -россия "научное сотрудничество" title:китай)
//                      AND(a OR(b c))   NOT(a)   NEAR/3(a b)   ADJ/2(a b)   LIST(+a -OR(b c))
//   print_query()  the query text that is read back to an equal tree: a AND (b OR c)
//
// Leaves, the same in both: word  =word  wor*  word~  word~2  "a phrase"  ="exact phrase"  year:2015..2020  year:2015..
// doi:10.1/x(2)y; before any of them field: or ^author:. What would be read as syntax is escaped with a backslash as in
// the query language: \AND  \-word  \word*  \title:word  "a \" b". A single leaf stands alone; no query at all is "".

#pragma once

#include "common/field.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace annota {

enum class QueryNodeKind : std::uint8_t {
    word,         ///< In every inflection.
    exact_word,   ///< Folded but not stemmed.
    wildcard,     ///< * stands for any number of characters, ? for one; each is one in `text`.
    fuzzy,        ///< With `distance` edits, 0 = as many as suit the word's length.
    phrase,       ///< Words one after another, in every inflection.
    exact_phrase, ///< The same, not stemmed.
    value,        ///< The text as typed, of a field of values, such as a DOI.
    years,        ///< From `first_year` to `last_year`, both included.
    list,         ///< Members side by side: the match mode decides how many are needed; they may be marked.
    all_of,       ///< AND.
    any_of,       ///< OR.
    none_of,      ///< NOT: one child.
    near,         ///< Within `distance` words of each other, in any order.
    adjacent,     ///< Within `distance` words, in this order; 1 = one after another.
};

/// Of a list's member: +must, -must_not.
enum class QueryMark : std::uint8_t { none, must, must_not };

/// Leaves have content, inner nodes have children: two or more, but for none_of. Only leaves carry a field: that of a
/// group, author:(a b), is handed down. In normal form, which the parser gives and query_tree.h builds,
///   - only members of lists are marked, and a none_of is never one (it is a must_not);
///   - no all_of stands in an all_of, no any_of in an any_of, no list without marks in a list but where it is marked;
///   - no leaf stands twice, with the same mark, among the children of one node, but of near and adjacent.
struct QueryNode {
    QueryNodeKind kind = QueryNodeKind::list;
    QueryMark mark = QueryMark::none;
    const Field* field = nullptr; ///< A row of kFields; nullptr: the fields of bare words.
    bool first_author = false;    ///< ^author: the first of the authors only.
    std::string text;             ///< Valid UTF-8 as typed but for escapes; blanks inside phrases are single.
    unsigned distance = 0;        ///< See fuzzy, near, adjacent.
    int first_year = 0;           ///< 0: open.
    int last_year = 0;            ///< 0: open.
    std::size_t start = 0;        ///< Code points of the typed text, half-open, with the field but without the mark.
    std::size_t end = 0;
    std::vector<QueryNode> children;

    bool is_leaf() const { return kind < QueryNodeKind::list; }
};

/// Something in a query that was not read as it may have been meant. Codes are stable (query_notes.h).
struct QueryNote {
    std::string code;
    std::string message;   ///< One sentence without a full stop.
    std::size_t start = 0; ///< Code points of the typed text, half-open.
    std::size_t end = 0;

    friend bool operator==(const QueryNote&, const QueryNote&) = default;
};

struct ParsedQuery {
    QueryNode root; ///< A list without members where nothing is asked for.
    std::vector<QueryNote> notes;

    bool empty() const { return !root.is_leaf() && root.children.empty(); }
};

/// Both recurse as deep as the tree, which the parser bounds.
std::string print_tree(const QueryNode& node);
std::string print_query(const QueryNode& node);

} // namespace annota
