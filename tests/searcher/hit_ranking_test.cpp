// SPDX-License-Identifier: GPL-2.0-or-later
//
// What of two hits comes first, rule by rule; how well all of it ranks is measured in tests/relevance.

#include "common/utf8.h"
#include "searcher/query_parser.h"
#include "searcher/query_shape.h"
#include "searcher/refinement.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota {

namespace {

Record described(const std::string& id, const std::string& title, const std::string& abstract,
                 const std::vector<std::string>& keywords = {}) {
    Record record = titled(id, title);
    const std::string language = record.title.begin()->first;
    record.abstract[language] = abstract;
    if (!keywords.empty()) record.keywords[language] = keywords;
    return record;
}

QueryShape shape_of(const std::string& text, Analyzer& analyzer) {
    return query_shape(parse_query(text).root, analyzer);
}

/// "term term|term": a stroke where the next word does not follow.
std::string words_of(const QueryShape& shape) {
    std::string out;
    for (const QueryShape::Word& word : shape.words)
        out.append(out.empty() ? "" : word.follows ? " " : "|").append(word.term);
    return out;
}

} // namespace

TEST_CASE("what kind of text a query is") {
    struct Row {
        const char* query;
        const char* words;
        bool sentence = false;
    };
    Analyzer analyzer;
    for (const Row& row : {
             Row{"", ""},
             Row{"санкции", "санкц"},
             Row{"санкции для банков", "санкц банк"},
             Row{"reactor core meltdown accident", "reactor core meltdown accid"},
             Row{"the effect of heat on reactor cores", "effect heat reactor core", true},
             Row{"effect of heat on cores", "effect heat core"}, // three words
             Row{"high-speed flow over plates with shocks", "high speed flow plate shock", true},
             Row{"санкции \"научное сотрудничество\" банки", "санкц|банк"},
             Row{"санкции title:рынок банки", "санкц|банк"},
             Row{"санкции -рынок банки", "санкц|банк"},
             Row{"+санкции банки", "санкц банк"},
             Row{"санкции AND банки", ""},
             Row{"title:санкции", ""},
             Row{"санкц*", ""},
         }) {
        CAPTURE(row.query);
        const QueryShape shape = shape_of(row.query, analyzer);
        CHECK(words_of(shape) == row.words);
        CHECK(shape.sentence == row.sentence);
        CHECK(is_refinable(shape) == (!row.sentence && row.words[0] != '\0'));
    }
}

TEST_CASE("of two hits the better one comes first") {
    struct Row {
        const char* rule;
        Record better;
        Record worse;
        const char* query;
    };
    const std::string filler = "gamma delta epsilon";
    const std::vector<Row> rows{
        {"in the title", described("b", "sanctions alpha", "beta " + filler),
         described("a", "beta alpha", "sanctions " + filler), "sanctions"},
        {"in the keywords", described("b", "alpha", "beta " + filler, {"sanctions"}),
         described("a", "alpha", "beta sanctions " + filler, {"zeta"}), "sanctions"},
        {"side by side", described("b", "alpha", "beta nuclear reactor " + filler),
         described("a", "alpha", "nuclear beta gamma delta reactor epsilon"), "nuclear reactor"},
        {"with a word between", described("b", "alpha", "beta nuclear power reactor " + filler),
         described("a", "alpha", "nuclear beta gamma delta reactor power"), "nuclear reactor"},
        {"in the order of the query", described("b", "alpha", "beta nuclear reactor " + filler),
         described("a", "alpha", "beta reactor nuclear " + filler), "nuclear reactor"},
        {"in the form that was typed", described("b", "alpha", "beta sanctions " + filler),
         described("a", "alpha", "beta sanctioned " + filler), "sanctions"},
        {"all the words", described("b", "alpha", "nuclear beta gamma delta epsilon reactor " + filler),
         described("a", "nuclear nuclear", "nuclear nuclear"), "nuclear reactor"},
        {"both parts of a compound", described("b", "Альфа", "научно-техническое сотрудничество сторон"),
         described("a", "Альфа", "научное сотрудничество сторон мира"), "научно-техническое сотрудничество"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rule);
        SampleIndex index({row.worse, row.better, described("z", "omega", "psi chi")});
        CHECK(index.ids(row.query, MatchMode::automatic) == "b a");
    }
}

TEST_CASE("a part of a compound is enough where one word of several is") {
    SampleIndex index({described("part", "Альфа", "техническое задание"),
                       described("whole", "Альфа", "научно-техническое сотрудничество"),
                       described("joined", "Альфа", "научнотехническое дело"), described("no", "Альфа", "иное")});
    using Ids = std::set<std::string>;
    CHECK(index.found("научно-техническое", MatchMode::any) == Ids{"joined", "whole"});
    CHECK(index.found("научно-техническое мир", MatchMode::any) == Ids{"joined", "part", "whole"});
    CHECK(index.found("научно-техническое дело", MatchMode::all) == Ids{"joined"});
    CHECK(index.found("+научно-техническое мир", MatchMode::any) == Ids{"joined", "whole"});
}

TEST_CASE("typed twice a word counts once") {
    SampleIndex index({described("a", "alpha", "sanctions beta"), described("b", "alpha", "markets beta")});
    SearchRequest once;
    once.text = "sanctions markets";
    SearchRequest twice = once;
    twice.text = "sanctions sanction markets";
    const ResultPage expected = index.search(once);
    const ResultPage page = index.search(twice);
    REQUIRE(page.hits.size() == 2);
    CHECK(page.hits[0].score == Approx(page.hits[1].score).margin(0.2));
    CHECK(page.total == expected.total);
}

TEST_CASE("a page further down goes on where the refined hits end") {
    std::vector<Record> records;
    for (int i = 0; i < 180; ++i) {
        const std::string number = std::to_string(1000 + i);
        const std::string text = i % 3 == 0   ? "nuclear reactor"
                                 : i % 3 == 1 ? "nuclear beta gamma delta reactor"
                                              : "nuclear";
        records.push_back(described(number, "title" + number, text + " word" + std::to_string(i % 7)));
    }
    SampleIndex index(records);
    SearchRequest request;
    request.text = "nuclear reactor";
    request.limit = 180;
    const ResultPage whole = index.search(request);
    REQUIRE(whole.hits.size() == 180);
    for (const std::uint64_t limit : {7U, 10U, 50U, 60U}) {
        request.limit = limit;
        std::vector<std::string> ids;
        for (request.offset = 0; request.offset < 180; request.offset += limit)
            for (const Hit& hit : index.search(request).hits) {
                CHECK(hit.score == whole.hits[ids.size()].score);
                ids.push_back(hit.id);
            }
        REQUIRE(ids.size() == 180);
        for (std::size_t i = 0; i < ids.size(); ++i) CHECK(ids[i] == whole.hits[i].id);
    }
    for (std::size_t i = 0; i < kRefinedHits; ++i) CHECK(std::stoi(whole.hits[i].id) % 3 == 1000 % 3);
}

} // namespace annota
