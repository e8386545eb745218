// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is marked for a query: tables of texts with the marks in brackets, then what holds for every text.

#include "common/utf8.h"
#include "searcher/highlighter.h"
#include "searcher/query_parser.h"
#include "searcher/query_word.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace annota {

namespace {

/// "[Актёр] театра"
std::string bracketed(const std::string& text, const std::vector<Mark>& marks) {
    const std::u32string letters = to_code_points(text);
    std::string out;
    std::size_t at = 0;
    const auto copy_to = [&](std::size_t end) {
        for (; at < end; ++at) append_code_point(out, letters.at(at));
    };
    for (const Mark& mark : marks) {
        copy_to(mark.start);
        out += '[';
        copy_to(mark.end);
        out += ']';
    }
    copy_to(letters.size());
    return out;
}

std::string without_brackets(std::string text) {
    std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
    return text;
}

struct Row {
    std::string_view query;
    std::string marked;
};

void check_texts(const std::vector<Row>& rows, TextField field = TextField::abstract) {
    Analyzer analyzer;
    for (const Row& row : rows) {
        Highlighter highlighter(highlight_rules(parse_query(row.query).root, ListMode::any, analyzer), analyzer);
        const std::string text = without_brackets(row.marked);
        CAPTURE(row.query);
        CHECK(bracketed(text, highlighter.marks(text, field)) == row.marked);
    }
}

void check_names(const std::vector<Row>& rows) {
    Analyzer analyzer;
    for (const Row& row : rows) {
        Highlighter highlighter(highlight_rules(parse_query(row.query).root, ListMode::any, analyzer), analyzer);
        const std::string name = without_brackets(row.marked);
        CAPTURE(row.query);
        CHECK(bracketed(name, highlighter.name_marks(name)) == row.marked);
    }
}

void check_well_formed(const MarkedText& text) {
    std::uint32_t at = 0;
    for (const Mark& mark : text.marks) {
        CHECK(mark.start >= at);
        CHECK(mark.start < mark.end);
        at = mark.end;
    }
    CHECK(at <= count_code_points(text.text));
}

} // namespace

TEST_CASE("Words are marked where the text prints them in another way", "[highlighter]") {
    check_texts({
        {"актер", "[Актёр] и [АКТЁРЫ] театра"},
        {"ёмкость", "О [емкости] рынка"},
        {"санкциями", "[Санкции], санкционный, ([санкций])"},
        {"resume", "A [re\u0301sume\u0301], [Résumé]"},
        {"финал", "[фи\u0301нал] матча"},
        {"office", "The [o\uFB03ce] of [o\uFB03ces], official"},
        {"H2O", "На [H₂O] и CO₂"},
        {"кооперация", "[ко\u00ADопе\u00ADрация] стран"},
        {"conclusions", "[Сonclusions], exclusions"}, // the first with a Cyrillic С
        {"т-34", "Танк [T\u201134] и Т-35"},          // the text's with a Latin T
        {"CO2", "[СО₂] и [CO2], но не СО"},           // the first in Cyrillic
        {"o'brien", "[O’Brien]’s and [O\u02BCBrien]"},
        {"c++", "[C++] is no C, [С++] is"}, // the last with a Cyrillic С
        {"中国", "[中国]经济和[中国]"},
    });
}

TEST_CASE("Compounds are marked as one, their parts as parts", "[highlighter]") {
    check_texts({
        {"научно-техническое", "[Научно-техническое] дело, [научно] [техническое], [научнотехническое]"},
        {"научнотехническое", "[Научно\u2011техническое] дело, научно техническое"},
        {"техническое", "Научно-[техническое] дело"},
        {"альфа гамма", "[альфа]-бета-[гамма], [альфа-гамма]"},
        {"научно-техническое сотрудничество", "[Научное] [сотрудничество], [научно-техническое] дело"},
        {"+научно-техническое сотрудничество", "Научное [сотрудничество], [научно-техническое] дело"},
        {"covid19", "[COVID-19] и [COVID19], но не COVID"},
        {"\"научно-техническое дело\"", "[Научно-техническое] [дело], дело научное"},
        {"\"новое научнотехническое дело\"", "[новое] [научно-техническое] [дело]"},
    });
}

TEST_CASE("Only what a query asks for is marked", "[highlighter]") {
    check_texts({
        {"\"Россия и Китай\"", "[Россия] [и] [Китай], Россия или Китай, Китай"},
        {"Россия и Китай", "[Россия] и [Китай]"},
        {"и", "Россия [и] Китай"},
        {"рост -спад", "[рост] и спад"},
        {"рост AND NOT (спад OR кризис)", "[рост], спад, кризис"},
        {"=рынка", "рынок [рынка] рынки"},
        {"астрофиз*", "[Астрофизика], [астрофизический], физика"},
        {"title:рост спад", "рост, [спад]"},
        {"year:2020 doi:10.1000/182", "2020, 10.1000/182"},
        {"author:рост", "рост"},
        {"трав* трава", "[Трава] и [травы]"},
    });
    check_texts({{"title:рост спад", "[рост], [спад]"}}, TextField::title);
}

TEST_CASE("Names are marked in either script", "[highlighter]") {
    check_names({
        {"danilin", "[Данилин] И.В."},
        {"данилин", "[Danilin] Ivan"},
        {"автор:Данилин", "[Danilin] Ivan"},
        {"author:\"Данилин И.В.\"", "[Данилин] И.В."},
        {"кондратьев", "[Kondrat’ev] Vladimir"},
        {"петрова", "Иванова-[Петрова] А."},
        {"иванова-петрова", "[Иванова-Петрова] А."},
        {"дани*", "[Данилин] И.В."},
        {"title:данилин", "Данилин И.В."},
        {"-данилин иванов", "Данилин И.В."},
    });
}

TEST_CASE("A snippet shows a hit wherever it stands, in whole words", "[highlighter]") {
    Analyzer analyzer;
    Highlighter highlighter(highlight_rules(parse_query("цель").root, ListMode::any, analyzer), analyzer);
    const std::string filler = "слова идут за словами ";
    std::string before;
    for (int words = 0; words < 40; ++words, before += filler) {
        const std::string until = before + "ЦЕЛЬ";
        const std::string text = std::string(until).append(", ").append(before);
        const MarkedText snippet = highlighter.snippet(text, TextField::abstract, 60);
        check_well_formed(snippet);
        REQUIRE(snippet.marks.size() == 1);
        CHECK(bracketed(snippet.text, snippet.marks).find("[ЦЕЛЬ]") != std::string::npos);
        CHECK(count_code_points(snippet.text) <= 75);
        CHECK(snippet.cut_before == !snippet.text.starts_with(until.substr(0, snippet.text.size())));
        CHECK(text.find(snippet.text) != std::string::npos);
        CHECK((snippet.text.starts_with("с") || snippet.text.starts_with("и") || snippet.text.starts_with("з") ||
               snippet.text.starts_with("ЦЕЛЬ")));
    }
}

TEST_CASE("A snippet without blanks, or of one huge word, still shows the hit", "[highlighter]") {
    Analyzer analyzer;
    const auto marked = [&](std::string_view query, const std::string& text) {
        Highlighter highlighter(highlight_rules(parse_query(query).root, ListMode::any, analyzer), analyzer);
        const MarkedText snippet = highlighter.snippet(text, TextField::abstract, 60);
        check_well_formed(snippet);
        CHECK(count_code_points(snippet.text) <= 75);
        return bracketed(snippet.text, snippet.marks);
    };
    std::string glued;
    for (int i = 0; i < 50; ++i) glued += "ab/cd/";
    CHECK(marked("цель", glued + "цель/" + glued).find("[цель]") != std::string::npos);
    CHECK(marked("中国", "文" + glued + "中国" + glued).find("[中国]") != std::string::npos);
    const std::string huge(200, 'x');
    CHECK(marked("xx*", "word " + huge + " word").find("[xxx") != std::string::npos);
    CHECK(marked("цель", glued).find('[') == std::string::npos);
    CHECK(marked("цель", "").empty());
}

TEST_CASE("A word marks just what it is indexed as", "[highlighter]") {
    test::RandomSearches random(31);
    Analyzer analyzer;
    for (int i = 0; i < 3000; ++i) {
        const std::string word = random.word();
        const std::vector<Token> sought = analyzer.analyze(word);
        if (std::ranges::count(sought, TokenKind::word, &Token::kind) > 1) continue; // compounds stand in the tables
        const std::string text = random.words(12);
        CAPTURE(word, text);
        std::set<std::uint32_t> expected;
        for (const Token& token : analyzer.analyze(text))
            if (std::ranges::find(sought, token.term, &Token::term) != sought.end())
                for (std::uint32_t at = token.begin; at < token.end; ++at) expected.insert(at);
        Highlighter highlighter(highlight_rules(parse_query(word).root, ListMode::any, analyzer), analyzer);
        std::set<std::uint32_t> found;
        for (const Mark& mark : highlighter.marks(text, TextField::title))
            for (std::uint32_t at = mark.start; at < mark.end; ++at) found.insert(at);
        CHECK(found == expected);
    }
}

TEST_CASE("Every hit shows why it is one, on texts of the record", "[highlighter]") {
    test::RandomSearches random(32);
    std::vector<Record> records;
    for (int i = 0; i < 60; ++i) {
        records.push_back(random.searched_record("r" + std::to_string(i)));
        records.back().authors.clear();
        records.back().editors.clear();
    }
    SampleIndex index(records);
    for (int i = 0; i < 120; ++i) {
        SearchRequest request;
        request.text = i % 3 == 0 ? '"' + random.words(2) + '"' : random.words(2);
        request.limit = 100;
        CAPTURE(request.text);
        for (const Hit& hit : index.search(request).hits) {
            CAPTURE(hit.id);
            check_well_formed(hit.title);
            check_well_formed(hit.snippet);
            CHECK(hit.title.marks.size() + hit.snippet.marks.size() + hit.keywords.size() > 0);
            const auto is_own = [&](const auto& entry) {
                return entry.second.find(hit.snippet.text) != std::string::npos;
            };
            CHECK((hit.snippet.text.empty() || std::ranges::any_of(hit.record.abstract, is_own)));
            for (const MarkedText& keyword : hit.keywords) {
                check_well_formed(keyword);
                CHECK_FALSE(keyword.marks.empty());
            }
        }
    }
}

} // namespace annota
