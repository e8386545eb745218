// SPDX-License-Identifier: GPL-2.0-or-later
//
// Both printers write leaves in the same way. A word is escaped where the lexer, by the same rules (query_word.h),
// would read it as anything else. Query text has parentheses only where reading needs them, so that it nests no deeper
// than what was typed.

#include "searcher/parsed_query.h"

#include "common/utf8.h"
#include "searcher/query_word.h"

#include <algorithm>
#include <string_view>

namespace annota {
namespace {

std::string escape(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (is_escapable(c)) out.push_back(U'\\');
        out.push_back(c);
    }
    return to_utf8(out);
}

std::string print_word(const QueryNode& leaf) {
    const std::u32string word = to_code_points(leaf.text);
    if (is_plain_word(word, leaf.field != nullptr)) return leaf.text;
    const bool escaped_anyway = !word.empty() && is_escapable(word.front());
    return (escaped_anyway ? "" : "\\") + escape(word);
}

std::string quote(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out + '"';
}

/// Without quotes a value ends at a blank or at the parenthesis of a group, and may be a list.
std::string print_value(std::string_view text) {
    const std::u32string value = to_code_points(text);
    int open = 0;
    const bool plain = !value.empty() && value.front() != '(' && !is_query_quote(value.front()) &&
                       std::ranges::all_of(value, [&open](char32_t c) {
                           open += c == '(' ? 1 : c == ')' ? -1 : 0;
                           return open >= 0 && c != ',' && !is_query_blank(c);
                       });
    return plain && open == 0 ? std::string(text) : quote(text);
}

std::string print_years(const QueryNode& node) {
    const auto bound = [](int year) { return year == 0 ? std::string() : std::to_string(year); };
    if (node.first_year == node.last_year) return bound(node.first_year);
    return bound(node.first_year) + ".." + bound(node.last_year);
}

std::string print_content(const QueryNode& node) {
    switch (node.kind) {
    case QueryNodeKind::word: return print_word(node);
    case QueryNodeKind::exact_word: return "=" + print_word(node);
    case QueryNodeKind::wildcard: return escape(to_code_points(node.text));
    case QueryNodeKind::fuzzy:
        return escape(to_code_points(node.text)) + "~" + (node.distance == 0 ? "" : std::to_string(node.distance));
    case QueryNodeKind::phrase: return quote(node.text);
    case QueryNodeKind::exact_phrase: return "=" + quote(node.text);
    case QueryNodeKind::value: return print_value(node.text);
    case QueryNodeKind::years: return print_years(node);
    default: return {};
    }
}

std::string print_field(const QueryNode& leaf) {
    if (leaf.field == nullptr) return {};
    return (leaf.first_author ? "^" : "") + std::string(leaf.field->name) + ":";
}

std::string_view print_mark(QueryMark mark) {
    return mark == QueryMark::must ? "+" : mark == QueryMark::must_not ? "-" : "";
}

std::string print_name(const QueryNode& node) {
    switch (node.kind) {
    case QueryNodeKind::all_of: return "AND";
    case QueryNodeKind::any_of: return "OR";
    case QueryNodeKind::none_of: return "NOT";
    case QueryNodeKind::near: return "NEAR/" + std::to_string(node.distance);
    case QueryNodeKind::adjacent: return "ADJ/" + std::to_string(node.distance);
    default: return "LIST";
    }
}

template <class Print> std::string join_children(const QueryNode& node, const std::string& between, Print print) {
    std::string out;
    for (const QueryNode& child : node.children) {
        if (&child != &node.children.front()) out += between;
        out += print(child);
    }
    return out;
}

/// How tightly an operator binds.
int rank(const QueryNode& node) {
    switch (node.kind) {
    case QueryNodeKind::any_of: return 0;
    case QueryNodeKind::all_of: return 1;
    case QueryNodeKind::list: return 2;
    case QueryNodeKind::none_of: return 3;
    case QueryNodeKind::near:
    case QueryNodeKind::adjacent: return 4;
    default: return 5;
    }
}

std::string print_operand(const QueryNode& child, int parent_rank) {
    const std::string text = print_query(child);
    // A ? at the end would be read as a question mark.
    const bool question = child.kind == QueryNodeKind::wildcard && question_tail(to_code_points(child.text)) > 0;
    const std::string mark(print_mark(child.mark));
    return mark + (rank(child) <= parent_rank || question ? "(" + text + ")" : text);
}

} // namespace

std::string print_tree(const QueryNode& node) {
    const std::string mark(print_mark(node.mark));
    if (node.is_leaf()) return mark + print_field(node) + print_content(node);
    if (node.children.empty()) return {};
    return mark + print_name(node) + "(" + join_children(node, " ", print_tree) + ")";
}

std::string print_query(const QueryNode& node) {
    if (node.is_leaf()) return print_field(node) + print_content(node);
    const auto operand = [&](const QueryNode& child) { return print_operand(child, rank(node)); };
    if (node.kind == QueryNodeKind::none_of) return "NOT " + join_children(node, " ", operand);
    const bool juxtaposed = node.kind == QueryNodeKind::list;
    return join_children(node, juxtaposed ? " " : " " + print_name(node) + " ", operand);
}

} // namespace annota
