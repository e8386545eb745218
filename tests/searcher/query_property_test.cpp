// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds for every query text: checked on random texts made of the language's own signs, and on hostile ones.

#include "common/utf8.h"
#include "searcher/query_limits.h"
#include "searcher/query_notes.h"
#include "searcher/query_parser.h"
#include "searcher/query_word.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>

namespace {

using annota::parse_query;
using annota::ParsedQuery;
using annota::print_query;
using annota::print_tree;
using annota::QueryMark;
using annota::QueryNode;
using annota::QueryNodeKind;
using annota::QuerySyntax;

constexpr std::array<std::string_view, 61> kPieces{
    " ",      " ",      " ",     "  ",   "\t",   "a",        "b",     "слово",  "Ёж",       "x2",  "AND",
    "OR",     "NOT",    "И",     "ИЛИ",  "НЕ",   "NEAR/3",   "ADJ/2", "NEAR/0", "(",        ")",   "(",
    ")",      "\"",     "\"",    "«",    "»",    "„",        "“",     "”",      "+",        "-",   "=",
    "*",      "?",      "~",     "~1",   "^",    ":",        "\\",    ",",      ".",        "..",  "/",
    "title:", "автор:", "year:", "2015", "1999", "doi:",     "id:",   "type:",  "10.1134/", "://", "^author:",
    "—",      "\xFF",   "\x01",  "~9",   "…",    "author:(",
};

std::string random_text(std::mt19937& random, std::size_t most_pieces) {
    std::uniform_int_distribution<std::size_t> length(0, most_pieces);
    std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
    std::string text;
    for (std::size_t left = length(random); left > 0; --left) text += kPieces[piece(random)];
    return text;
}

/// Of a whole tree.
struct Measure {
    std::size_t depth = 0;
    std::size_t leaves = 0;
    std::size_t wildcards = 0;
};

bool has_kind_of(const QueryNode& child, const QueryNode& parent) {
    return child.kind == parent.kind && child.mark == QueryMark::none && parent.kind != QueryNodeKind::near &&
           parent.kind != QueryNodeKind::adjacent &&
           std::ranges::all_of(child.children, [](const QueryNode& n) { return n.mark == QueryMark::none; });
}

/// The promises of parsed_query.h.
void check_normal_form(const QueryNode& node, std::size_t depth, std::size_t text_length, Measure& measure) {
    measure.depth = std::max(measure.depth, depth);
    CHECK(node.start < node.end);
    CHECK(node.end <= text_length);
    if (node.is_leaf()) {
        ++measure.leaves;
        measure.wildcards += node.kind == QueryNodeKind::wildcard || node.kind == QueryNodeKind::fuzzy ? 1 : 0;
        CHECK(node.children.empty());
        CHECK(annota::is_valid_utf8(node.text));
        CHECK(node.text.empty() == (node.kind == QueryNodeKind::years));
        return;
    }
    CHECK(node.children.size() >= (node.kind == QueryNodeKind::none_of ? 1U : 2U));
    std::set<std::string> leaves;
    const bool ordered = node.kind == QueryNodeKind::near || node.kind == QueryNodeKind::adjacent;
    for (const QueryNode& child : node.children) {
        CHECK((node.kind == QueryNodeKind::list || child.mark == QueryMark::none));
        CHECK_FALSE((node.kind == QueryNodeKind::list && child.kind == QueryNodeKind::none_of));
        CHECK_FALSE(has_kind_of(child, node));
        if (child.is_leaf() && !ordered) CHECK(leaves.insert(print_tree(child)).second);
        check_normal_form(child, depth + 1, text_length, measure);
    }
}

Measure check_everything(const ParsedQuery& query, std::string_view text) {
    const std::size_t length = annota::to_code_points(text).size();
    Measure measure;
    if (!query.empty()) check_normal_form(query.root, 1, length, measure);
    CHECK(print_tree(query.root).empty() == query.empty());
    CHECK(query.notes.size() <= annota::kMaxQueryNotes + 1);
    for (const auto& note : query.notes) {
        CHECK(note.start <= note.end);
        CHECK(note.end <= length);
        CHECK_FALSE(note.message.empty());
    }
    CHECK(measure.leaves <= 2 * annota::kMaxQueryWords);
    CHECK(measure.wildcards <= annota::kMaxQueryWildcards);
    CHECK(measure.depth <= 5 * (annota::kMaxQueryDepth + 1));
    return measure;
}

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (; times > 0; --times) out += text;
    return out;
}

bool has_note(const ParsedQuery& query, std::string_view code) {
    return std::ranges::any_of(query.notes, [code](const auto& note) { return note.code == code; });
}

} // namespace

TEST_CASE("Random queries give trees in normal form that survive printing") {
    std::mt19937 random(20240517);
    for (int i = 0; i < 10'000; ++i) {
        const std::string text = random_text(random, 24);
        CAPTURE(text);
        const ParsedQuery query = parse_query(text);
        check_everything(query, text);
        const std::string printed = print_query(query.root);
        CAPTURE(printed);
        const ParsedQuery again = parse_query(printed);
        CHECK(print_tree(again.root) == print_tree(query.root));
        CHECK(print_query(again.root) == printed);
        CHECK(again.notes.empty());
    }
}

TEST_CASE("Random plain queries are lists of their words") {
    std::mt19937 random(7);
    for (int i = 0; i < 2'000; ++i) {
        const std::string text = random_text(random, 24);
        CAPTURE(text);
        const ParsedQuery query = parse_query(text, QuerySyntax::plain);
        check_everything(query, text);
        CHECK(query.notes.empty());
        CHECK(print_tree(parse_query(print_query(query.root)).root) == print_tree(query.root));
    }
}

TEST_CASE("Words without syntax are read alike with and without syntax") {
    constexpr std::array<std::string_view, 8> kWords{"санкции", "C++", "Т-34", "и", "and", "S&T", "12:30", "a/b"};
    std::mt19937 random(11);
    std::uniform_int_distribution<std::size_t> word(0, kWords.size() - 1);
    for (int i = 0; i < 500; ++i) {
        std::string text;
        for (std::size_t left = word(random); left > 0; --left) text += std::string(kWords[word(random)]) + " ";
        CAPTURE(text);
        CHECK(print_tree(parse_query(text).root) == print_tree(parse_query(text, QuerySyntax::plain).root));
    }
}

TEST_CASE("Hostile queries end within the limits") {
    struct Row {
        std::string what;
        std::string text;
        std::size_t leaves; ///< What is left of it.
        std::string note;   ///< One that must be there.
    };
    std::string fielded;
    for (int i = 0; i < 5'000; ++i) fielded += "title:w" + std::to_string(i) + ' ';
    const std::array<Row, 17> rows{{
        {"nested", repeat("(", 20'000) + "a" + repeat(")", 20'000), 1, "too_deep"},
        {"nested lists", repeat("(a OR b AND c -", 4'000), 256, "too_deep"},
        {"open", repeat("(", 60'000), 0, "too_deep"},
        {"closed", repeat(")", 60'000), 0, "more_notes"},
        {"one word", repeat("word ", 13'000), 1, ""},
        {"one word in OR", repeat("word OR ", 8'000) + "word", 1, ""},
        {"fielded", fielded, 256, "too_many_words"},
        {"quotes", repeat("\"", 100'000), 0, "text_cut"},
        {"unclosed", repeat("« „ ", 10'000), 0, "unbalanced_quote"},
        {"signs", repeat("- ", 30'000), 0, "lone_sign"},
        {"negations", repeat("NOT ", 16'000) + "a", 1, ""},
        {"operators", repeat("AND ", 16'000), 1, "operator_without_operand"},
        {"wildcards", repeat("a* b? ", 1) + repeat("*c?d*e ", 1) + repeat("?f*g ", 9), 4, ""},
        {"mixed distances", "a" + repeat(" NEAR/1 a NEAR/2 a", 3'000), 256, "too_many_words"},
        {"values", "type:" + repeat("a,b,", 10'000), 2, ""},
        {"backslashes", repeat("\\", 60'000), 1, "word_cut"},
        {"marks", repeat("+(-(", 15'000) + "a", 1, "too_deep"},
    }};
    for (const Row& row : rows) {
        INFO(row.what);
        const ParsedQuery query = parse_query(row.text);
        CHECK(check_everything(query, row.text).leaves == row.leaves);
        CHECK((row.note.empty() || has_note(query, row.note)));
    }
}

TEST_CASE("Limits keep what comes first") {
    std::string words;
    std::string phrase;
    std::string wildcards;
    for (std::size_t i = 0; i < 300; ++i) words += 'w' + std::to_string(i) + ' ';
    for (std::size_t i = 0; i < 300; ++i) phrase += 'w' + std::to_string(i) + ' ';
    for (std::size_t i = 0; i < 20; ++i) wildcards += 'w' + std::to_string(i) + "* ";

    const ParsedQuery many = parse_query(words);
    CHECK(many.root.children.size() == annota::kMaxQueryWords);
    CHECK(many.root.children.back().text == "w255");
    CHECK(has_note(many, "too_many_words"));

    const ParsedQuery cut = parse_query('"' + phrase + '"');
    CHECK(cut.root.text.ends_with(" w255"));
    CHECK(has_note(cut, "too_many_words"));

    const ParsedQuery patterns = parse_query(wildcards);
    CHECK(patterns.root.children.size() == 20);
    CHECK(patterns.root.children[15].kind == QueryNodeKind::wildcard);
    CHECK(patterns.root.children[16].kind == QueryNodeKind::word);
    CHECK(has_note(patterns, "too_many_wildcards"));

    const ParsedQuery longest = parse_query(repeat("ж", 300));
    CHECK(annota::count_code_points(longest.root.text) == annota::kMaxQueryWordLength);
    CHECK(has_note(longest, "word_cut"));
}

TEST_CASE("Long text is cut between two code points") {
    for (std::size_t shift = 0; shift < 4; ++shift) {
        CAPTURE(shift);
        const std::string text = std::string(shift, 'a') + " b" + repeat(" 𝒳", 20'000);
        const ParsedQuery query = parse_query(text);
        CHECK(print_tree(query.root).find("\uFFFD") == std::string::npos);
        REQUIRE(has_note(query, "text_cut"));
        CHECK(query.notes.back().end == annota::count_code_points(text));
    }
}
