// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_tree.h"

#include <algorithm>
#include <utility>

namespace annota {
namespace {

bool is_unmarked(const QueryNode& node) {
    return node.mark == QueryMark::none;
}

} // namespace

NodeBuilder::NodeBuilder(QueryNodeKind kind, unsigned distance) {
    node_.kind = kind;
    node_.distance = distance;
}

/// Marks hold within their own list: (a -b) c is not a -b c.
bool NodeBuilder::merges(const QueryNode& member) const {
    if (member.kind != node_.kind || !is_unmarked(member)) return false;
    return member.kind == QueryNodeKind::all_of || member.kind == QueryNodeKind::any_of ||
           (member.kind == QueryNodeKind::list && std::ranges::all_of(member.children, is_unmarked));
}

void NodeBuilder::add(QueryNode member) {
    if (node_.kind == QueryNodeKind::list && member.kind == QueryNodeKind::none_of) {
        const bool denied = member.mark == QueryMark::must_not;
        QueryNode positive = std::move(member.children.front());
        positive.mark = denied ? QueryMark::must : QueryMark::must_not;
        return add(std::move(positive));
    }
    if (merges(member)) {
        for (QueryNode& child : member.children) add(std::move(child));
        return;
    }
    const bool ordered = node_.kind == QueryNodeKind::near || node_.kind == QueryNodeKind::adjacent;
    if (!ordered && member.is_leaf() && !seen_.insert(print_tree(member)).second) return;
    node_.children.push_back(std::move(member));
}

void NodeBuilder::add(std::optional<QueryNode> member) {
    if (member) add(std::move(*member));
}

std::optional<QueryNode> NodeBuilder::last() const {
    return node_.children.empty() ? std::nullopt : std::optional(node_.children.back());
}

std::optional<QueryNode> NodeBuilder::take() {
    if (node_.children.empty()) return std::nullopt;
    if (node_.children.size() == 1 && node_.kind != QueryNodeKind::none_of) {
        QueryNode only = std::move(node_.children.front());
        const QueryMark mark = std::exchange(only.mark, QueryMark::none);
        return mark == QueryMark::must_not ? negate(std::move(only)) : std::move(only);
    }
    node_.start = node_.children.front().start;
    for (const QueryNode& child : node_.children) node_.end = std::max(node_.end, child.end);
    return std::move(node_);
}

QueryNode negate(QueryNode node) {
    if (node.kind == QueryNodeKind::none_of) {
        QueryNode positive = std::move(node.children.front());
        return positive;
    }
    QueryNode negative;
    negative.kind = QueryNodeKind::none_of;
    negative.start = node.start;
    negative.end = node.end;
    negative.children.push_back(std::move(node));
    return negative;
}

} // namespace annota
