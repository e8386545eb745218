// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_limits.h"

#include "common/utf8.h"
#include "searcher/query_tree.h"

#include <algorithm>
#include <utility>

namespace annota {
namespace {

std::size_t count_words(const QueryNode& leaf) {
    const bool phrase = leaf.kind == QueryNodeKind::phrase || leaf.kind == QueryNodeKind::exact_phrase;
    return phrase ? 1 + static_cast<std::size_t>(std::ranges::count(leaf.text, ' ')) : 1;
}

std::size_t count_wildcards(const QueryNode& leaf) {
    if (leaf.kind == QueryNodeKind::fuzzy) return 1;
    if (leaf.kind != QueryNodeKind::wildcard) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(leaf.text, [](char c) { return c == '*' || c == '?'; }));
}

std::string_view first_words(std::string_view phrase, std::size_t count) {
    std::size_t end = 0;
    for (; count > 0 && end != std::string_view::npos; --count) end = phrase.find(' ', end == 0 ? 0 : end + 1);
    return phrase.substr(0, end);
}

/// Walks a tree in the order of the text and builds it anew of what may stay.
class TreeLimiter {
public:
    explicit TreeLimiter(QueryNotes& notes) : notes_(notes) {}

    std::optional<QueryNode> limit(QueryNode node);

private:
    std::optional<QueryNode> limit_leaf(QueryNode leaf);
    void limit_wildcards(QueryNode& leaf);

    QueryNotes& notes_;
    std::size_t words_ = 0;
    std::size_t wildcards_ = 0;
    bool told_words_ = false;
    bool told_wildcards_ = false;
};

std::optional<QueryNode> TreeLimiter::limit(QueryNode node) {
    if (node.is_leaf()) return limit_leaf(std::move(node));
    NodeBuilder builder(node.kind, node.distance);
    for (QueryNode& child : node.children) {
        const QueryMark mark = child.mark;
        std::optional<QueryNode> kept = limit(std::move(child));
        if (!kept) continue;
        kept->mark = mark;
        builder.add(std::move(*kept));
    }
    return builder.take();
}

std::optional<QueryNode> TreeLimiter::limit_leaf(QueryNode leaf) {
    const std::size_t words = count_words(leaf);
    const std::size_t room = kMaxQueryWords - words_;
    if (words > room && !std::exchange(told_words_, true)) notes_.add(query_note::kTooManyWords, leaf.start, leaf.end);
    if (room == 0) return std::nullopt;
    if (words > room) leaf.text = first_words(leaf.text, room);
    words_ += std::min(words, room);
    limit_wildcards(leaf);
    return leaf;
}

void TreeLimiter::limit_wildcards(QueryNode& leaf) {
    const std::size_t wildcards = count_wildcards(leaf);
    if (wildcards_ + wildcards <= kMaxQueryWildcards) {
        wildcards_ += wildcards;
        return;
    }
    if (!std::exchange(told_wildcards_, true)) notes_.add(query_note::kTooManyWildcards, leaf.start, leaf.end);
    leaf.kind = QueryNodeKind::word;
    leaf.distance = 0;
}

} // namespace

std::string_view cut_query_text(std::string_view text, QueryNotes& notes) {
    if (text.size() <= kMaxQueryBytes) return text;
    constexpr std::size_t kLongestTail = 3; // bytes of a code point behind its first
    std::size_t end = kMaxQueryBytes;
    while (end > kMaxQueryBytes - kLongestTail && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    const auto count = [](std::string_view part) { return count_code_points(make_valid_utf8(part)); };
    const std::size_t kept = count(text.substr(0, end));
    notes.add(query_note::kTextCut, kept, kept + count(text.substr(end)));
    return text.substr(0, end);
}

std::optional<QueryNode> limit_query(QueryNode root, QueryNotes& notes) {
    return TreeLimiter(notes).limit(std::move(root));
}

} // namespace annota
