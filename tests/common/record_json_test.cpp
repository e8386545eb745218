// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/record_json.h"

#include "common/utf8.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

Record full_record() {
    Record record;
    record.id = "a1";
    record.type = "article-journal";
    record.doi = "10.1000/XYZ";
    record.url = "https://example.org/a1";
    record.issn = {"2079-4665"};
    record.isbn = {"9785000000007"};
    record.title = {{"ru", "Заглавие"}, {"en", "Title"}};
    record.abstract = {{"en", "Text"}};
    record.keywords = {{"ru", {"слово"}}, {"en", {"word", "words"}}};
    record.authors = {{"Данилин И.В.", {"Danilin Ivan"}, "0000-0002-1825-0097", "Institute"}, {"Smith J.", {}, "", ""}};
    record.editors = {{"Petrov P.", {}, "", ""}};
    record.journal = {{"en", "Journal"}};
    record.publisher = "Publisher";
    record.place = "Moscow";
    record.extent = "96 p.";
    record.year = 2020;
    record.volume = "11";
    record.issue = "4";
    record.pages = "384-397";
    record.language = {"en"};
    record.indexed_in = {"Index"};
    record.cites = {"doi:10.1000/1"};
    record.related = {"a2"};
    record.references = {"Smith J. Title. 2019."};
    record.source = "f.jsonl";
    record.position = {"f.jsonl", 7};
    return record;
}

Record titled(std::string title) {
    Record record;
    record.title["en"] = std::move(title);
    return record;
}

} // namespace

TEST_CASE("a record is written with all fields in fixed order") {
    CHECK(
        record_to_json(full_record()) ==
        R"({"id":"a1","type":"article-journal","doi":"10.1000/XYZ","url":"https://example.org/a1","issn":["2079-4665"],)"
        R"("isbn":["9785000000007"],"title":{"en":"Title","ru":"Заглавие"},"abstract":{"en":"Text"},)"
        R"("keywords":{"en":["word","words"],"ru":["слово"]},)"
        R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan"],"orcid":"0000-0002-1825-0097","affiliation":"Institute"},)"
        R"({"name":"Smith J."}],"editors":[{"name":"Petrov P."}],"journal":{"en":"Journal"},"publisher":"Publisher",)"
        R"("place":"Moscow","extent":"96 p.","year":2020,"volume":"11","issue":"4","pages":"384-397","language":["en"],)"
        R"("indexed_in":["Index"],"cites":["doi:10.1000/1"],"related":["a2"],"references":["Smith J. Title. 2019."],)"
        R"("source":"f.jsonl"})");
}

TEST_CASE("empty fields are left out") {
    CHECK(record_to_json(Record{}) == "{}");
    Record record = titled("T");
    record.abstract["en"] = "";
    record.keywords["en"] = {};
    CHECK(record_to_json(record) == R"({"title":{"en":"T"}})");
}

TEST_CASE("strings are one line of valid UTF-8") {
    struct Row {
        std::string title;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"a\"b\\c", R"(a\"b\\c)"},
        {"line\nline\ttab", R"(line\nline\ttab)"},
        {std::string("nul\0", 4), R"(nul\u0000)"},
        {"esc\x1b[31m", R"(esc\u001b[31m)"},
        {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
        {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
        {"surrogate \xED\xA0\x80", "surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"cut \xD0", "cut \xEF\xBF\xBD"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.title);
        const std::string json = record_to_json(titled(row.title));
        CHECK(json == R"({"title":{"en":")" + row.expected + R"("}})");
        CHECK(is_valid_utf8(json));
    }
}

} // namespace annota
