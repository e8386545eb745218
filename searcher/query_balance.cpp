// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_balance.h"

#include "searcher/query_limits.h"

#include <iterator>
#include <utility>

namespace annota {
namespace {

using Tokens = std::vector<QueryToken>;

bool ends_operand(const QueryToken& token) {
    return token.kind == QueryTokenKind::leaf || token.kind == QueryTokenKind::nothing ||
           token.kind == QueryTokenKind::close;
}

void read_as_word(QueryToken& token, QueryNotes& notes) {
    notes.add(query_note::kOperatorWithoutOperand, token.node.start, token.node.end);
    token.kind = QueryTokenKind::leaf;
}

/// Passes on all but parentheses that have no partner or lie too deep. An empty pair becomes a `nothing`.
class ParenthesisPairing {
public:
    explicit ParenthesisPairing(QueryNotes& notes) : notes_(notes) {}

    void take(QueryToken token);
    Tokens finish();

private:
    void open(QueryToken token);
    void close(QueryToken token);
    void close_last(QueryToken close);

    QueryNotes& notes_;
    Tokens out_;
    std::vector<std::size_t> open_; ///< Indices in out_.
    std::size_t passed_over_ = 0;   ///< Those open within the deepest group that is kept.
    bool told_of_depth_ = false;
};

void ParenthesisPairing::take(QueryToken token) {
    switch (token.kind) {
    case QueryTokenKind::open: return open(std::move(token));
    case QueryTokenKind::close: return close(std::move(token));
    default: out_.push_back(std::move(token));
    }
}

void ParenthesisPairing::open(QueryToken token) {
    if (open_.size() < kMaxQueryDepth) {
        open_.push_back(out_.size());
        out_.push_back(std::move(token));
        return;
    }
    ++passed_over_;
    if (!std::exchange(told_of_depth_, true)) notes_.add(query_note::kTooDeep, token.node.start, token.node.end);
}

void ParenthesisPairing::close(QueryToken token) {
    if (passed_over_ > 0) {
        --passed_over_;
    } else if (open_.empty()) {
        notes_.add(query_note::kUnbalancedParenthesis, token.node.start, token.node.end);
    } else {
        if (open_.back() + 1 == out_.size()) {
            notes_.add(query_note::kEmptyGroup, out_.back().node.start, token.node.end);
        }
        close_last(std::move(token));
    }
}

void ParenthesisPairing::close_last(QueryToken close) {
    if (open_.back() + 1 == out_.size()) {
        out_.back().kind = QueryTokenKind::nothing;
    } else {
        out_.push_back(std::move(close));
    }
    open_.pop_back();
}

Tokens ParenthesisPairing::finish() {
    while (!open_.empty()) {
        const QueryNode& group = out_[open_.back()].node;
        notes_.add(query_note::kUnbalancedParenthesis, group.start, group.end);
        close_last({QueryTokenKind::close, {}});
    }
    return std::move(out_);
}

bool is_mark(const QueryToken& token) {
    return token.kind == QueryTokenKind::must || token.kind == QueryTokenKind::must_not;
}

/// From right to left, for whether one stands before an operand depends on the next.
void settle_marks_and_negations(Tokens& tokens, QueryNotes& notes) {
    Tokens reversed;
    reversed.reserve(tokens.size());
    for (; !tokens.empty(); tokens.pop_back()) {
        QueryToken& token = tokens.back();
        const bool operand_follows = !reversed.empty() && begins_operand(reversed.back());
        if (is_mark(token) && !operand_follows) {
            notes.add(query_note::kLoneSign, token.node.start, token.node.end);
            continue;
        }
        if (token.kind == QueryTokenKind::negation && !operand_follows) read_as_word(token, notes);
        reversed.push_back(std::move(token));
    }
    tokens.assign(std::make_move_iterator(reversed.rbegin()), std::make_move_iterator(reversed.rend()));
}

/// NEAR and ADJ bind tighter than signs, which therefore cannot stand behind them.
bool is_right_operand(const QueryToken& token, QueryNodeKind of) {
    const bool proximity = of == QueryNodeKind::near || of == QueryNodeKind::adjacent;
    const bool signs = is_mark(token) || token.kind == QueryTokenKind::negation;
    return begins_operand(token) && !(proximity && signs);
}

/// From left to right, for an operator that became a word is an operand of the next.
void settle_binaries(Tokens& tokens, QueryNotes& notes) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != QueryTokenKind::binary) continue;
        const bool before = i > 0 && ends_operand(tokens[i - 1]);
        const bool behind = i + 1 < tokens.size() && is_right_operand(tokens[i + 1], tokens[i].makes);
        if (!before || !behind) read_as_word(tokens[i], notes);
    }
}

} // namespace

void balance_query(std::vector<QueryToken>& tokens, QueryNotes& notes) {
    ParenthesisPairing pairing(notes);
    for (QueryToken& token : tokens) pairing.take(std::move(token));
    tokens = pairing.finish();
    settle_marks_and_negations(tokens, notes);
    settle_binaries(tokens, notes);
}

} // namespace annota
