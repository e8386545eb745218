// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_parser.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace {

using annota::parse_query;
using annota::ParsedQuery;
using annota::print_query;
using annota::print_tree;
using annota::QueryNode;
using annota::QueryNote;
using annota::QuerySyntax;

struct Row {
    std::string text;
    std::string tree;
    std::string notes = {}; ///< "code@start-end code@start-end"
};

std::string print_notes(const std::vector<QueryNote>& notes) {
    std::string out;
    for (const QueryNote& note : notes) {
        if (!out.empty()) out += ' ';
        out += note.code + '@' + std::to_string(note.start) + '-' + std::to_string(note.end);
    }
    return out;
}

/// Each text gives its tree and notes, and the tree printed as a query gives the same tree without a note.
void check(std::initializer_list<Row> rows, QuerySyntax syntax = QuerySyntax::full) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ParsedQuery query = parse_query(row.text, syntax);
        CHECK(print_tree(query.root) == row.tree);
        CHECK(print_notes(query.notes) == row.notes);
        CHECK(query.empty() == row.tree.empty());
        const ParsedQuery again = parse_query(print_query(query.root));
        CHECK(print_tree(again.root) == row.tree);
        CHECK(print_notes(again.notes).empty());
    }
}

const QueryNode* find_leaf(const QueryNode& node, const std::string& printed) {
    if (node.is_leaf()) return print_tree(node) == printed ? &node : nullptr;
    for (const QueryNode& child : node.children) {
        if (const QueryNode* found = find_leaf(child, printed)) return found;
    }
    return nullptr;
}

} // namespace

TEST_CASE("Words stand side by side as they are typed") {
    check({
        {"", ""},
        {"   ", ""},
        {"санкции", "санкции"},
        {"санкции россия", "LIST(санкции россия)"},
        {"  санкции\t\n россия  ", "LIST(санкции россия)"},
        {"санкции\u00A0россия\u3000китай", "LIST(санкции россия китай)"},
        {std::string("a\0b\x01"
                     "c\x7F"
                     "d",
                     7),
         "LIST(a b c d)"},
        {"научно-техническое", "научно-техническое"},
        {"C++ C# .NET Т-34 S&T COVID-19", "LIST(C++ C# .NET Т-34 S&T COVID-19)"},
        {"H₂O CO₂ 60Co Pb-208", "LIST(H₂O CO₂ 60Co Pb-208)"},
        {"Kondrat'ev д’Артаньян", "LIST(Kondrat'ev д’Артаньян)"},
        {"санкции, россия; китай.", "LIST(санкции, россия; китай.)"},
        {"наука — сила", "LIST(наука сила)"},
        {"A / B & C | D", "LIST(A B C D)"},
        {"a^2 ^b", "LIST(a^2 ^b)"},
        {"経済 制裁", "LIST(経済 制裁)"},
        {"a a b a b", "LIST(a b)"},
        {"a A", "LIST(a A)"},
        {"a a", "a"},
        {"Ca(OH)2", "LIST(Ca OH 2)"},
        {"бета-(1,3)-глюкан", "LIST(бета- 1,3 глюкан)"},
    });
}

TEST_CASE("Operators are upper case, NOT before AND before OR") {
    check({
        {"a AND b", "AND(a b)"},
        {"a OR b", "OR(a b)"},
        {"NOT a", "NOT(a)"},
        {"a И b ИЛИ НЕ c", "OR(AND(a b) NOT(c))"},
        {"a and b or not c", "LIST(a and b or not c)"},
        {"и или не", "LIST(и или не)"},
        {"a And b Или c", "LIST(a And b Или c)"},
        {"a AND b AND c", "AND(a b c)"},
        {"a AND (b AND c)", "AND(a b c)"},
        {"a AND (b OR c)", "AND(a OR(b c))"},
        {"a OR b AND c", "OR(a AND(b c))"},
        {"(a OR b) AND c", "AND(OR(a b) c)"},
        {"a AND NOT b", "AND(a NOT(b))"},
        {"a OR NOT b AND c", "OR(a AND(NOT(b) c))"},
        {"NOT NOT a", "a"},
        {"NOT NOT NOT a", "NOT(a)"},
        {"NOT (a OR b)", "NOT(OR(a b))"},
        {"a AND a", "a"},
        {"a OR a OR b", "OR(a b)"},
        {"\"a\"AND(b)OR\"c\"", "OR(AND(\"a\" b) \"c\")"},
        {"ORDER ANDROID NOTE Индия", "LIST(ORDER ANDROID NOTE Индия)"},
    });
}

TEST_CASE("Words side by side hold together before AND and OR") {
    check({
        {"экономика России OR экономика Китая", "OR(LIST(экономика России) LIST(экономика Китая))"},
        {"a b AND c", "AND(LIST(a b) c)"},
        {"a b OR c d AND e", "OR(LIST(a b) AND(LIST(c d) e))"},
        {"a NOT b c", "LIST(a -b c)"},
        {"a (b c) d", "LIST(a b c d)"},
        {"a (b OR c) d", "LIST(a OR(b c) d)"},
        {"a (b AND c)", "LIST(a AND(b c))"},
        {"((a))", "a"},
        {"(a b)", "LIST(a b)"},
        {"(a)(b)", "LIST(a b)"},
        {"a(b)c", "LIST(a b c)"},
    });
}

TEST_CASE("Marks belong to the members of a list") {
    check({
        {"+a", "a"},
        {"-a", "NOT(a)"},
        {"+a -b c", "LIST(+a -b c)"},
        {"-a -b", "LIST(-a -b)"},
        {"a -(b c)", "LIST(a -LIST(b c))"},
        {"a +(b OR c)", "LIST(a +OR(b c))"},
        {"a (b -c)", "LIST(a LIST(b -c))"},
        {"a (-b)", "LIST(a -b)"},
        {"a -(NOT b)", "LIST(a +b)"},
        {"-(-a)", "a"},
        {"NOT -a", "a"},
        {"-a AND b", "AND(NOT(a) b)"},
        {"+a b AND c", "AND(LIST(+a b) c)"},
        {"--a", "NOT(a)"},
        {"a -a", "LIST(a -a)"},
        {"a-b c+ d-", "LIST(a-b c+ d-)"},
        {"\"a\"-b", "LIST(\"a\" b)"},
        {"-AND a", "LIST(-\\AND a)"},
        {"A -> B", "LIST(A B)"},
        {"–a", "–a"},
    });
}

TEST_CASE("Phrases stand in any quotation marks") {
    check({
        {"\"мягкая сила\"", "\"мягкая сила\""},
        {"«мягкая сила»", "\"мягкая сила\""},
        {"„мягкая сила“", "\"мягкая сила\""},
        {"„мягкая сила”", "\"мягкая сила\""},
        {"“soft power”", "\"soft power\""},
        {"\"  soft \t power \"", "\"soft power\""},
        {"\"a\" \"b\"", "LIST(\"a\" \"b\")"},
        {"a\"b c\"d", "LIST(a \"b c\" d)"},
        {"-\"a b\" +«c d»", "LIST(-\"a b\" +\"c d\")"},
        {"«a \"b\" c»", "\"a \\\"b\\\" c\""},
        {"\"a AND (b OR -c) title:d*\"", "\"a AND (b OR -c) title:d*\""},
        {"=\"Точная Фраза\"", "=\"Точная Фраза\""},
        {"=«точная фраза» -=“x y”", "LIST(=\"точная фраза\" -=\"x y\")"},
        {"Что такое «мягкая сила»?", "LIST(Что такое \"мягкая сила\")"},
        {"\"a\", b", "LIST(\"a\" b)"},
    });
}

TEST_CASE("Exact words, wildcards and fuzzy words") {
    check({
        {"=США", "=США"},
        {"a =b -=c", "LIST(a =b -=c)"},
        {"a=b", "a=b"},
        {"=AND", "=\\AND"},
        {"астрофиз*", "астрофиз*"},
        {"w?rd *фоб а*б?в", "LIST(w?rd *фоб а*б?в)"},
        {"a***b", "a*b"},
        {"wor?", "wor?"},
        {"(wor?) a", "LIST(wor? a)"},
        {"-(wor?) title:(wor?)", "LIST(-wor? title:wor?)"},
        {"a (wor?)", "LIST(a wor?)"},
        {"a AND (b OR (wor?))", "AND(a OR(b wor?))"},
        {"слово~ слово~1 слово~2", "LIST(слово~ слово~1 слово~2)"},
        {"~100 a~b", "LIST(~100 a~b)"},
        {"-слов* +слово~", "LIST(-слов* +слово~)"},
        {"http://example.org/?q=1 12:30 a:b", "LIST(http://example.org/?q=1 12:30 a:b)"},
    });
}

TEST_CASE("NEAR and ADJ bind tighter than everything else") {
    check({
        {"a NEAR/3 b", "NEAR/3(a b)"},
        {"a ADJ/1 b", "ADJ/1(a b)"},
        {"x a NEAR/3 b y", "LIST(x NEAR/3(a b) y)"},
        {"a NEAR/3 b NEAR/3 c", "NEAR/3(a b c)"},
        {"a NEAR/3 b NEAR/4 c", "AND(NEAR/3(a b) NEAR/4(b c))"},
        {"a NEAR/3 b ADJ/3 c d", "LIST(AND(NEAR/3(a b) ADJ/3(b c)) d)"},
        {"-a NEAR/3 b", "NOT(NEAR/3(a b))"},
        {"c -a NEAR/3 b", "LIST(c -NEAR/3(a b))"},
        {"NOT a NEAR/3 b AND c", "AND(NOT(NEAR/3(a b)) c)"},
        {"(a OR b) NEAR/5 \"c d\"", "NEAR/5(OR(a b) \"c d\")"},
        {"a NEAR/3 a", "NEAR/3(a a)"},
        {"a* ADJ/2 =b", "ADJ/2(a* =b)"},
        {"(a NEAR/2 b) NEAR/2 c", "NEAR/2(NEAR/2(a b) c)"},
        {"NEAR ADJ near/3 NEAR/x NEAR/ a", "LIST(NEAR ADJ near/3 NEAR/x NEAR/ a)"},
    });
}

TEST_CASE("Fields of words go to every leaf of a group") {
    check({
        {"title:китай", "title:китай"},
        {"заглавие:китай Автор:иванов АННОТАЦИЯ:рост", "LIST(title:китай author:иванов abstract:рост)"},
        {"ключевое:рост журнал:вестник", "LIST(keyword:рост journal:вестник)"},
        {"title:\"мягкая сила\"", "title:\"мягкая сила\""},
        {"title:«мягкая сила» title:=США", "LIST(title:\"мягкая сила\" title:=США)"},
        {"title:=\"Точная Фраза\"", "title:=\"Точная Фраза\""},
        {"author:(Данилин Иванов)", "LIST(author:Данилин author:Иванов)"},
        {"author:(a OR b) c", "LIST(OR(author:a author:b) c)"},
        {"title:(a -b \"c d\")", "LIST(title:a -title:b title:\"c d\")"},
        {"title:(a author:b (c))", "LIST(title:a author:b title:c)"},
        {"-author:иванов +title:рост*", "LIST(-author:иванов +title:рост*)"},
        {"-title:(a b) c", "LIST(-LIST(title:a title:b) c)"},
        {"^author:иванов", "^author:иванов"},
        {"^автор:(a b) ^author:\"Иванов И.И.\"", "LIST(^author:a ^author:b ^author:\"Иванов И.И.\")"},
        {"title:рост~1 title:-a", "LIST(title:рост~1 title:-a)"},
        {"title:a a", "LIST(title:a a)"},
        {"title:a заглавие:a", "title:a"},
        {"title:a:b title:AND", "LIST(title:a:b title:AND)"},
        {"subtitle:a \"x\":b", "LIST(subtitle:a \"x\" b)", "stray_colon@14-15"},
        {"indexed-in:rsci", "indexed-in:rsci"},
    });
}

TEST_CASE("Years are single, ranges or lists") {
    check({
        {"year:2015", "year:2015"},
        {"год:2015..2020", "year:2015..2020"},
        {"year:2015-2020", "year:2015..2020"},
        {"year:2015–2020", "year:2015..2020"},
        {"year:2015…2020", "year:2015..2020"},
        {"year:2015..", "year:2015.."},
        {"year:..2020", "year:..2020"},
        {"year:2015..2015", "year:2015"},
        {"year:\"2015..2020\"", "year:2015..2020"},
        {"year:2015,2017..2019", "OR(year:2015 year:2017..2019)"},
        {"year:(2015 OR 2018..)", "OR(year:2015 year:2018..)"},
        {"санкции -год:..2013", "LIST(санкции -year:..2013)"},
        {"year:2015, санкции", "LIST(year:2015 санкции)"},
    });
}

TEST_CASE("Values are taken as they are") {
    check({
        {"doi:10.1/x(2)y", "doi:10.1/x(2)y"},
        {"doi:10.1002/(SICI)1097-4636(1998)43:4<371::AID>3.0.CO;2-X",
         "doi:10.1002/(SICI)1097-4636(1998)43:4<371::AID>3.0.CO;2-X"},
        {"(doi:10.1/x(2)y OR doi:10.1/z)", "OR(doi:10.1/x(2)y doi:10.1/z)"},
        {"doi:(10.1/a 10.1/b(1))", "LIST(doi:10.1/a doi:10.1/b(1))"},
        {"DOI: 10.1134/S1", "doi:10.1134/S1"},
        {"10.1134/S1019331622050070 a", "LIST(doi:10.1134/S1019331622050070 a)"},
        {"https://doi.org/10.1016/S0140-6736(05)67889-9", "doi:https://doi.org/10.1016/S0140-6736(05)67889-9"},
        {"HTTP://dx.doi.org/10.1134/a doi.org/10.1134/b",
         "LIST(doi:HTTP://dx.doi.org/10.1134/a doi:doi.org/10.1134/b)"},
        {"(см. 10.1134/a)", "LIST(см. doi:10.1134/a)"},
        {"10.5 10.12/a 10.1234 http://10.1234/x x.doi.org/10.1234/a",
         "LIST(10.5 10.12/a 10.1234 http://10.1234/x x.doi.org/10.1234/a)"},
        {"title:10.1134/a", "title:10.1134/a"},
        {"id:doi:10.1/x id:fp:0a1b", "LIST(id:doi:10.1/x id:fp:0a1b)"},
        {"id:\"a b\" id:a,b", "LIST(id:\"a b\" id:\"a,b\")"},
        {"issn:2079-4665 isbn:978-5-02-040000-1", "LIST(issn:2079-4665 isbn:978-5-02-040000-1)"},
        {"язык:ru,en", "OR(language:ru language:en)"},
        {"language:(ru OR en) -тип:book", "LIST(OR(language:ru language:en) -type:book)"},
        {"type:article-journal", "type:article-journal"},
    });
}

TEST_CASE("A backslash takes a sign's meaning away") {
    check({
        {"\\AND \\ИЛИ", "LIST(\\AND \\ИЛИ)"},
        {"\\-a \\+b \\=c", "LIST(\\-a \\+b \\=c)"},
        {"\\title:a title\\:b", "LIST(\\title:a \\title:b)"},
        {"\\C*-algebra C\\*", "LIST(\\C*-algebra \\C*)"},
        {"a\\~1", "\\a~1"},
        {"\\(a\\) b\\\"c", "LIST(\\(a\\) \\b\\\"c)"},
        {"\"a \\\" b\"", "\"a \\\" b\""},
        {"\\10.1134/a", "\\10.1134/a"},
        {"\\alpha a\\b", "LIST(alpha \\a\\\\b)"},
        {"\\\\", "\\\\"},
        {"\\", ""},
    });
}

TEST_CASE("What has no partner is read as words, with a note") {
    check({
        {"a)", "a", "unbalanced_parenthesis@1-2"},
        {"(a b", "LIST(a b)", "unbalanced_parenthesis@0-1"},
        {"a OR title:(b", "OR(a title:b)", "unbalanced_parenthesis@5-12"},
        {")(", "", "unbalanced_parenthesis@0-1 unbalanced_parenthesis@1-2"},
        {"\"a b", "LIST(a b)", "unbalanced_quote@0-1"},
        {"«a -b", "LIST(a -b)", "unbalanced_quote@0-1"},
        {"-\"a b", "LIST(-a b)", "unbalanced_quote@1-2"},
        {"a»", "a", "unbalanced_quote@1-2"},
        {"title:\"a b", "LIST(title:a b)", "unbalanced_quote@6-7"},
        {"AND a", "LIST(\\AND a)", "operator_without_operand@0-3"},
        {"a ИЛИ", "LIST(a \\ИЛИ)", "operator_without_operand@2-5"},
        {"a NOT", "LIST(a \\NOT)", "operator_without_operand@2-5"},
        {"a AND OR b", "OR(LIST(a \\AND) b)", "operator_without_operand@2-5"},
        {"(OR)", "\\OR", "operator_without_operand@1-3"},
        {"title:(AND a)", "LIST(title:AND title:a)", "operator_without_operand@7-10"},
        {"NEAR/3 a", "LIST(\\NEAR/3 a)", "operator_without_operand@0-6"},
        {"a NEAR/3 -b", "LIST(a \\NEAR/3 -b)", "operator_without_operand@2-8"},
        {"a - b", "LIST(a b)", "lone_sign@2-3"},
        {"a + b = c", "LIST(a b c)", "lone_sign@2-3 lone_sign@6-7"},
        {"(-)", "", "empty_group@0-3 lone_sign@1-2"},
    });
}

TEST_CASE("What is empty asks for nothing, and takes its sign with it") {
    check({
        {"\"\" a", "a", "empty_phrase@0-2"},
        {"\" . \" a", "a", "empty_phrase@0-5"},
        {"() a", "a", "empty_group@0-2"},
        {"title:() a", "a", "empty_group@0-8"},
        {"(()) a", "a", "empty_group@1-3"},
        {"-\"\" a", "a", "empty_phrase@1-3"},
        {"NOT () a", "a", "empty_group@4-6"},
        {"a AND \"\"", "a", "empty_phrase@6-8"},
        {"\"\" NEAR/3 a", "a", "empty_phrase@0-2"},
        {"NOT * a", "a", "bare_wildcard@4-5"},
        {"* ?? title:*", "", "bare_wildcard@0-1 bare_wildcard@5-12"},
        {"NOT type:, a", "a", "stray_colon@4-10"},
    });
}

TEST_CASE("Colons, ranges and other signs that mean nothing where they stand") {
    check({
        {"Title: subtitle", "LIST(Title subtitle)", "stray_colon@5-6"},
        {"Россия: вызовы", "LIST(Россия: вызовы)"},
        {"автор:", "автор", "stray_colon@5-6"},
        {"a : b :c", "LIST(a b c)", "stray_colon@2-3 stray_colon@6-7"},
        {"year:abc", "\\year:abc", "unknown_range@0-8"},
        {"year:20155 a", "LIST(\\year:20155 a)", "unknown_range@0-10"},
        {"year:..", "\\year:..", "unknown_range@0-7"},
        {"year:(a 2015)", "LIST(a year:2015)", "unknown_range@6-7"},
        {"year:\"a b\"", "\"a b\"", "unknown_range@0-10"},
        {"year:2020..2015", "year:2015..2020", "reversed_range@0-15"},
        {"^title:a", "title:a", "first_author_only@0-1"},
        {"=слов*", "слов*", "conflicting_signs@0-6"},
        {"с*в~1", "с*в", "conflicting_signs@0-5"},
        {"слово~7", "слово~2", "fuzzy_distance@0-7"},
        {"слово~0.8", "слово~", "fuzzy_distance@0-9"},
        {"\"a b\"~5 c", "LIST(\"a b\" c)", "phrase_suffix@5-7"},
        {"a NEAR/0 b", "NEAR/1(a b)", "proximity_distance@2-8"},
        {"a ADJ/99999999999 b", "ADJ/100(a b)", "proximity_distance@2-17"},
        {"Что такое санкции?", "LIST(Что такое санкции)", "question_mark@17-18"},
        {"Что это ?", "LIST(Что это)"},
        {"Quo vadis? Тренды (и зачем?!)", "LIST(Quo vadis Тренды и зачем)", "question_mark@9-10 question_mark@27-28"},
    });
}

TEST_CASE("Plain text has no operators") {
    check(
        {
            {"a AND b", "LIST(a \\AND b)"},
            {"-a +b (c) \"d e\"", "LIST(\\-a \\+b \\(c\\) \\\"d \\e\\\")"},
            {"title:a year:2015 слов* слово~", "LIST(\\title:a \\year:2015 \\слов* \\слово~)"},
            {"10.1134/a", "\\10.1134/a"},
            {"a a - b?", "LIST(a \\b?)"},
            {"\\a", "\\\\a"},
            {" ", ""},
        },
        QuerySyntax::plain);
}

TEST_CASE("Malformed UTF-8 is read as replacement characters") {
    check({
        {"a\xFF"
         "b",
         "a\uFFFDb"},
        {"\xD0", "\uFFFD"},
        {"\xED\xA0\x80 a)", "LIST(\uFFFD\uFFFD\uFFFD a)", "unbalanced_parenthesis@5-6"},
        {"\"a\xE2\x82\" b)", "LIST(\"a\uFFFD\" b)", "unbalanced_parenthesis@6-7"},
    });
}

TEST_CASE("Leaves know where they stand in the text") {
    struct Place {
        std::string text;
        std::string leaf;
        std::size_t start;
        std::size_t end;
    };
    const std::vector<Place> rows{
        {"санкции -россия", "санкции", 0, 7},
        {"санкции -россия", "-россия", 9, 15},
        {"a \"b  c\" d", "\"b c\"", 2, 8},
        {"(a OR автор:(b «c d»))", "author:b", 13, 14},
        {"(a OR автор:(b «c d»))", "author:\"c d\"", 15, 20},
        {"a  title:=слово b", "title:=слово", 3, 15},
        {"a год:2015..2020", "year:2015..2020", 2, 16},
        {"a doi: 10.1134/x", "doi:10.1134/x", 2, 16},
        {"a b\\(c d", "\\b\\(c", 2, 6},
        {"a 𝒳 b", "b", 4, 5},
    };
    for (const Place& row : rows) {
        CAPTURE(row.text, row.leaf);
        const ParsedQuery query = parse_query(row.text);
        const QueryNode* leaf = find_leaf(query.root, row.leaf);
        REQUIRE(leaf != nullptr);
        CHECK(leaf->start == row.start);
        CHECK(leaf->end == row.end);
    }
}
