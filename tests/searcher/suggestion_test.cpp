// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/suggestion.h"

#include "common/index_reader.h"
#include "searcher/query_parser.h"
#include "searcher/search.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>
#include <xapian.h>

namespace annota {

namespace {

Record record(const std::string& id, const std::string& title) {
    Record made = titled(id, title);
    made.authors = written_by(id, {"Данилин И.В."}).authors;
    return made;
}

std::vector<Record> records() {
    return {record("a", "Санкции против экономики и COVID-19"), record("b", "Санкции и станции"),
            record("c", "Sanctions policy"), record("d", "Economic policies of sanctions")};
}

} // namespace

TEST_CASE("words in the other keyboard layout") {
    struct Row {
        const char* typed;
        const char* other; ///< Empty for none.
    };
    for (const Row& row : {Row{"cfyrwbb", "санкции"}, Row{"ыфтсешщты", "sanctions"}, Row{"'rjyjvbrf", "экономика"},
                           Row{"<fyr", "Банк"}, Row{"bankбанк", ""}, Row{"covid19", ""}, Row{"", ""}}) {
        CAPTURE(row.typed);
        CHECK(in_other_layout(row.typed).value_or("") == row.other);
    }
}

TEST_CASE("what a query may have been meant to be") {
    struct Row {
        const char* typed;
        const char* suggested; ///< Empty for nothing.
        bool layout = false;
    };
    const SampleIndex index(records());
    const IndexReader reader(index.folder());
    Analyzer analyzer;
    for (const Row& row : {
             Row{"санкциями", ""},
             Row{"сакнциями", "санкциями"},
             Row{"сакнции станции", "санкции станции"},
             Row{"против сакнций", "против санкций"},
             Row{"title:сакнциям", "title:санкциям"},
             Row{"sanctoins", "sanctions"},
             Row{"polisy", "policy"},
             Row{"cfyrwbb", "санкции", true},
             Row{"ыфтсешщты зщдшсн", "sanctions policy", true},
             Row{"cfyrwbb сакнции", "санкции санкции"},
             Row{"covid-20 сан", ""},
             Row{"данилин", ""}, // a name
             Row{"qqqqqqq", ""},
             Row{"\"сакнции\"", ""}, // a phrase is taken as it is
             Row{"сакнц*", ""},
             Row{"станции -сакнции", ""},
             Row{"=сакнции", ""},
             Row{"", ""},
         }) {
        CAPTURE(row.typed);
        const auto found =
            suggest(row.typed, parse_query(row.typed, QuerySyntax::full), reader.database(), analyzer, true);
        CHECK((found ? found->text : "") == row.suggested);
        CHECK((found && found->layout) == row.layout);
    }
}

TEST_CASE("the other layout is searched where nothing is found, a spelling is only offered") {
    const SampleIndex index(records());
    Searcher searcher(index.folder());
    const auto answer = [&](const char* text) {
        SearchRequest request;
        request.text = text;
        return searcher.search(request);
    };
    const ResultPage layout = answer("cfyrwbb");
    CHECK(layout.total == 2);
    CHECK(layout.hits.size() == 2);
    CHECK(layout.suggestion == "санкции");
    REQUIRE(layout.notes.size() == 1);
    CHECK(layout.notes.front().code == "other_layout");
    CHECK(layout.facets.size() == 3);
    CHECK(layout.facets.front().counts.total_values == 2);
    const ResultPage spelling = answer("сакнции");
    CHECK(spelling.total == 0);
    CHECK(spelling.suggestion == "санкции");
    const ResultPage found = answer("policy cfyrwbb");
    CHECK(found.total == 2);
    CHECK(found.suggestion == "policy санкции");
    CHECK(found.notes.empty());
    CHECK(!answer("policy").suggestion);
}

} // namespace annota
