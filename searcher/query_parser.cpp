// SPDX-License-Identifier: GPL-2.0-or-later
//
// Four passes, each linear: text -> tokens (query_lexer) -> parentheses in pairs and operators with operands
// (query_balance) -> tree -> limits (query_limits). The descent below meets no errors any more; it is the grammar and
// nothing else:
//
//   query      = [ any_of ] ;
//   any_of     = all_of , { ( "OR" | "ИЛИ" ) , all_of } ;
//   all_of     = list , { ( "AND" | "И" ) , list } ;
//   list       = member , { member } ;
//   member     = { "NOT" | "НЕ" | "+" | "-" } , proximity ;
//   proximity  = operand , { ( "NEAR/" | "ADJ/" ) , number , operand } ;
//   operand    = [ field ] , "(" , any_of , ")" | [ field ] , leaf ;
//   field      = [ "^" ] , name , ":" ;
//   leaf       = word | "=" , word | pattern | word , "~" , [ "1" | "2" ] | phrase | "=" , phrase
//              | years , { "," , years } | value , { "," , value } ;
//   phrase     = '"' , text , '"' | "«" , text , "»" | "”" , text , "”" | ( "„" | "“" ) , text , ( "“" | "”" ) ;
//   years      = year | year , range , year | year , range | range , year ;
//   range      = ".." | "…" | "-" ;
//
// A word goes up to a blank, quote or parenthesis; a pattern is a word with * or ?; a value, only behind the name of a
// field of values or as a bare DOI, goes up to a blank. Blanks stand only where the grammar has juxtaposition or an
// operator of letters, never behind a field, a sign or a range. The signs + - = count behind a blank or "(" only. How
// a backslash escapes is told in query_scanner.h; a ? at the end of a word counts only where the word is alone.
//
// So words side by side hold together before AND, which holds before OR: экономика России OR экономика Китая is
// (экономика России) OR (экономика Китая). a NEAR/3 b ADJ/1 c is a NEAR/3 b AND b ADJ/1 c.

#include "searcher/query_parser.h"

#include "searcher/query_balance.h"
#include "searcher/query_lexer.h"
#include "searcher/query_limits.h"
#include "searcher/query_notes.h"
#include "searcher/query_tree.h"
#include "searcher/query_word.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace annota {
namespace {

/// The descent. Every method gives nothing where its part of the text asks for nothing.
class TreeReader {
public:
    TreeReader(std::vector<QueryToken> tokens, QueryNotes& notes) : tokens_(std::move(tokens)), notes_(notes) {}

    std::optional<QueryNode> any_of();

private:
    bool at(QueryTokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
    bool at_binary(QueryNodeKind makes) const { return at(QueryTokenKind::binary) && tokens_[at_].makes == makes; }
    bool at_proximity() const { return at_binary(QueryNodeKind::near) || at_binary(QueryNodeKind::adjacent); }
    bool accept(QueryTokenKind kind);

    std::optional<QueryNode> all_of();
    std::optional<QueryNode> list();
    std::optional<QueryNode> member();
    std::optional<QueryNode> proximity();
    std::optional<QueryNode> operand();
    unsigned distance();

    std::vector<QueryToken> tokens_;
    QueryNotes& notes_;
    std::size_t at_ = 0;
};

bool TreeReader::accept(QueryTokenKind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
}

std::optional<QueryNode> TreeReader::any_of() {
    NodeBuilder node(QueryNodeKind::any_of);
    node.add(all_of());
    while (at_binary(QueryNodeKind::any_of)) {
        ++at_;
        node.add(all_of());
    }
    return node.take();
}

std::optional<QueryNode> TreeReader::all_of() {
    NodeBuilder node(QueryNodeKind::all_of);
    node.add(list());
    while (at_binary(QueryNodeKind::all_of)) {
        ++at_;
        node.add(list());
    }
    return node.take();
}

std::optional<QueryNode> TreeReader::list() {
    NodeBuilder node(QueryNodeKind::list);
    while (at_ < tokens_.size() && begins_operand(tokens_[at_])) node.add(member());
    return node.take();
}

std::optional<QueryNode> TreeReader::member() {
    bool denied = false;
    bool must = false;
    for (; begins_operand(tokens_[at_]); ++at_) {
        if (at(QueryTokenKind::negation) || at(QueryTokenKind::must_not)) {
            denied = !denied;
        } else if (at(QueryTokenKind::must)) {
            must = true;
        } else {
            break;
        }
    }
    std::optional<QueryNode> node = proximity();
    if (node && denied) node->mark = QueryMark::must_not;
    if (node && !denied && must) node->mark = QueryMark::must;
    return node;
}

std::optional<QueryNode> TreeReader::proximity() {
    std::optional<QueryNode> left = operand();
    NodeBuilder pairs(QueryNodeKind::all_of);
    while (at_proximity()) {
        const QueryNodeKind kind = tokens_[at_].makes;
        const unsigned words = distance();
        NodeBuilder node(kind, words);
        node.add(std::move(left));
        while (at_binary(kind) && distance() == words) {
            ++at_;
            node.add(operand());
        }
        left = at_proximity() ? node.last() : std::nullopt;
        pairs.add(node.take());
    }
    return left ? std::move(left) : pairs.take();
}

unsigned TreeReader::distance() {
    QueryToken& token = tokens_[at_];
    const unsigned bounded = std::clamp(token.distance, 1U, kMaxQueryDistance);
    if (bounded != token.distance) notes_.add(query_note::kProximityDistance, token.node.start, token.node.end);
    return token.distance = bounded;
}

std::optional<QueryNode> TreeReader::operand() {
    if (at(QueryTokenKind::leaf)) return std::move(tokens_[at_++].node);
    if (accept(QueryTokenKind::nothing) || !accept(QueryTokenKind::open)) return std::nullopt;
    std::optional<QueryNode> group = any_of();
    accept(QueryTokenKind::close);
    return group;
}

} // namespace

ParsedQuery parse_query(std::string_view text, QuerySyntax syntax) {
    QueryNotes notes;
    const std::u32string typed = to_code_points(cut_query_text(text, notes));
    const bool plain = syntax == QuerySyntax::plain;
    std::vector<QueryToken> tokens = plain ? lex_plain_query(typed, notes) : lex_query(typed, notes);
    balance_query(tokens, notes);
    std::optional<QueryNode> root = TreeReader(std::move(tokens), notes).any_of();
    if (root) root = limit_query(std::move(*root), notes);
    return {root ? std::move(*root) : QueryNode{}, notes.take()};
}

} // namespace annota
