// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries that are meant to break something are answered within the limits, with a note; a deadline stops the work
// wherever it is.

#include "common/index_reader.h"
#include "common/utf8.h"
#include "searcher/evaluation.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/render_json.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace annota {

namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (; times > 0; --times) out += text;
    return out;
}

std::string numbered_words(std::size_t count, std::string_view before) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text.append(before).append(std::to_string(i)).append(" ");
    return text;
}

bool has_note(const ResultPage& page, std::string_view code) {
    return std::ranges::find(page.notes, code, &QueryNote::code) != page.notes.end();
}

/// Every one of 1,200 words begins with ж and has a record of its own.
std::vector<Record> records_of_many_words() {
    std::vector<Record> records;
    records.reserve(1200);
    for (int i = 0; i < 1200; ++i)
        records.push_back(titled("r" + std::to_string(i), "ж" + std::to_string(i) + " слово"));
    return records;
}

} // namespace

TEST_CASE("Hostile queries are answered with a note", "[hostile]") {
    struct Row {
        std::string text;
        std::string note;
        std::uint64_t total; ///< Under --match any.
    };
    const std::vector<Row> rows{
        {numbered_words(5000, "word"), "too_many_words", 0},
        {numbered_words(5000, "ж"), "too_many_words", 256},
        {repeat("(", 20'000) + "слово" + repeat(")", 20'000), "too_deep", 1200},
        {repeat("слово ", 20'000), "text_cut", 1200},
        {repeat("(", 60'000), "unbalanced_parenthesis", 1200}, // asks for nothing, so finds all
        {repeat("ж* ", 30), "", 1000},
        {"ж*", "expansion_capped", 1000},
        {"(a+)+$ ^.*(слово) {1,}[^a]\\w", "", 1200},
        {"слово\x01\x02\x1B[31m\x7F", "", 1200},
        {"\xFF\xFE \xC0\x80 слово \xED\xA0\x80", "", 1200},
        {std::string("слово\0x", 12), "", 1200},
        {repeat("\"слово ", 401), "unbalanced_quote", 1200},
        {"=" + std::string(70'000, 'z'), "text_cut", 0},
    };
    SampleIndex index(records_of_many_words());
    for (const Row& row : rows) {
        SearchRequest request;
        request.text = row.text;
        request.match = MatchMode::any;
        CAPTURE(row.text.substr(0, 40), row.text.size());
        const ResultPage page = index.search(request);
        CHECK(page.total == row.total);
        CHECK((row.note.empty() || has_note(page, row.note)));
        CHECK(is_valid_utf8(render_json(page)));
        CHECK(page.total_exact == !has_note(page, "expansion_capped"));
    }
}

TEST_CASE("Random bytes are a query like any other", "[hostile]") {
    test::RandomSearches random(51);
    SampleIndex index({titled("a", "слово"), titled("b", "word")});
    for (int i = 0; i < 500; ++i) {
        SearchRequest request;
        for (std::size_t left = random.below(60); left > 0; --left)
            request.text += static_cast<char>(random.below(256));
        request.plain = random.chance(0.2);
        const ResultPage page = index.search(request);
        CHECK(page.hits.size() == page.total);
        CHECK(is_valid_utf8(render_json(page)));
    }
}

TEST_CASE("A deadline that has passed stops matching and ranking", "[hostile]") {
    const SampleIndex index({titled("a", "слово"), titled("b", "слово и слово")});
    IndexReader reader(index.folder());
    Analyzer analyzer;
    const Deadline passed(std::chrono::milliseconds(0));
    QueryBuilder builder(reader.database(), analyzer, passed,
                         [](const std::string&) { return std::set<std::string>(); });
    for (const char* text : {"слово", "\"слово и\"", "title:слово", "=слово", "сл*", "слово NEAR/2 и", "-слово"}) {
        CAPTURE(text);
        const Plan plan = builder.build(parse_query(text).root, ListMode::any);
        CHECK_THROWS_AS(matching_documents(plan, reader, passed), DeadlinePassed);
        CHECK_THROWS_AS(Evaluation(plan, reader, passed).scored_matches(), DeadlinePassed);
    }
    const Plan exact = builder.build(parse_query("title:=слово").root, ListMode::any);
    CHECK_THROWS_AS(matching_documents(exact, reader, {}), DeadlinePassed);
}

TEST_CASE("A search out of time says so and gives lower bounds", "[hostile]") {
    std::vector<Record> records;
    records.reserve(100);
    // To read 30,000 words again for an exact word is more than a millisecond's work.
    for (int i = 0; i < 100; ++i) records.push_back(titled("r" + std::to_string(i), repeat("слово и дело ", 100)));
    SampleIndex index(records);
    SearchRequest request;
    request.text = "title:=слово";
    request.timeout_ms = 1;
    const ResultPage page = index.search(request);
    CHECK(page.timed_out);
    CHECK_FALSE(page.total_exact);
    for (const FacetResult& facet : page.facets) CHECK_FALSE(facet.exact);
    request.text = "слово";
    request.timeout_ms = 0;
    CHECK_FALSE(index.search(request).timed_out);
    CHECK(index.search(request).total == 100);
}

} // namespace annota
