// SPDX-License-Identifier: GPL-2.0-or-later
//
// Generated input: records come back as they were written, and what is JSON is decided as another parser decides it.

#include "common/record_json.h"
#include "common/utf8.h"
#include "indexer/author_list.h"
#include "indexer/json_fault.h"
#include "indexer/json_lines_reader.h"
#include "tests/indexer/reader_output.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

namespace annota {

namespace {

constexpr int kThisYear = 2030;

/// Values in normal form, so that reading them changes nothing.
class RandomRecord {
public:
    explicit RandomRecord(std::mt19937& random) : random_(random) {}

    Record make() {
        Record record;
        record.id = maybe_text();
        record.type = pick({"", "article-journal", "book"});
        record.doi = pick({"", "10.1000/XYZ", "10.18184/2079-4665.2020.11.4.384-397"});
        record.url = maybe_text();
        record.issn = some({"2079-4665", "0378-5955", "2049-3630"});
        record.isbn = some({"9783161484100", "0306406152"});
        record.language = some({"ru", "en", "de"});
        record.title = by_language();
        record.abstract = by_language();
        if (record.title.empty() && record.abstract.empty()) record.title["en"] = "T";
        record.journal = by_language();
        for (const std::string& language : some({"ru", "en", "und"})) record.keywords[language] = texts(1);
        record.authors = authors();
        record.editors = authors();
        record.publisher = maybe_text();
        record.place = maybe_text();
        record.extent = pick({"", "96 p."});
        record.year = coin() ? 0 : static_cast<int>(1500 + below(kThisYear + 2 - 1500));
        record.volume = pick({"", "11", "XIV"});
        record.issue = pick({"", "4", "2-3"});
        record.pages = pick({"", "384-397", "e12"});
        record.indexed_in = texts(0);
        record.cites = texts(0);
        record.related = texts(0);
        record.references = texts(0);
        record.source = text();
        record.position = {"f", 1};
        return record;
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool coin() { return below(2) == 0; }

    std::string text() {
        static const std::vector<std::string> kPieces{"a",  "Ж", "ё",    " ",    "\n", "\t",     "\"",
                                                      "\\", "/", "\x01", "\x7F", "é",  "\u2028", "\U0001F600",
                                                      "中", "{", "]",    ",",    ";",  "|",      "\\u0000"};
        std::string text;
        for (std::size_t i = below(12); i > 0; --i) text += kPieces[below(kPieces.size())];
        text = trim(text);
        return text.empty() ? "x" : text;
    }

private:
    std::string maybe_text() { return coin() ? std::string() : text(); }
    std::string pick(std::vector<std::string> values) { return values[below(values.size())]; }

    std::vector<std::string> some(const std::vector<std::string>& values) {
        std::vector<std::string> chosen;
        for (const std::string& value : values) {
            if (coin()) chosen.push_back(value);
        }
        return chosen;
    }

    std::vector<std::string> texts(std::size_t least) {
        std::vector<std::string> list;
        for (std::size_t i = least + below(3); i > 0; --i) list.push_back(text());
        return list;
    }

    ByLanguage<std::string> by_language() {
        ByLanguage<std::string> values;
        for (const std::string& language : some({"ru", "en", "de", "und"})) values[language] = text();
        return values;
    }

    std::vector<Author> authors() {
        std::vector<Author> list;
        for (std::size_t i = below(3); i > 0; --i) {
            Author author{
                normalise_name(pick({"Данилин И.В.", "Danilin Ivan", "O’Neil J.", "де ла Крус А."})), {}, {}, {}};
            if (coin()) author.names = {"Danilin I.", "Ivan V. Danilin"};
            author.orcid = pick({"", "0000-0002-1825-0097"});
            author.affiliation = maybe_text();
            list.push_back(std::move(author));
        }
        return list;
    }

    std::mt19937& random_;
};

bool is_json(const std::vector<Problem>& problems) {
    return std::none_of(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.code == "bad_json" || problem.code == "bad_utf8" || problem.code == "lone_surrogate";
    });
}

} // namespace

TEST_CASE("a record that was written is read back equal") {
    std::mt19937 random(1);
    RandomRecord generator(random);
    JsonLinesReader reader(kThisYear);
    for (int round = 0; round < 2000; ++round) {
        const Record record = generator.make();
        const std::string json = record_to_json(record);
        CAPTURE(json);
        REQUIRE(nlohmann::json::accept(json));
        const test::ReaderOutput output = test::read_text(reader, json);
        REQUIRE(output.problems.empty());
        REQUIRE(output.records.size() == 1);
        CHECK(output.records[0] == record);
    }
}

TEST_CASE("an indented array of records is read as their lines are") {
    std::mt19937 random(2);
    RandomRecord generator(random);
    JsonLinesReader reader(kThisYear);
    for (int round = 0; round < 50; ++round) {
        std::string lines;
        nlohmann::ordered_json array = nlohmann::ordered_json::array();
        for (int i = 0; i < 5; ++i) {
            const std::string json = record_to_json(generator.make());
            lines += json + "\n";
            array.push_back(nlohmann::ordered_json::parse(json));
        }
        for (const int indent : {-1, 0, 2}) {
            const std::size_t chunk = 1 + generator.below(100);
            CAPTURE(lines, indent, chunk);
            CHECK(test::read_text(reader, array.dump(indent), chunk).printed == test::read_text(reader, lines).printed);
        }
    }
}

TEST_CASE("damaged lines are refused as another parser refuses them, and spoil no other line") {
    std::mt19937 random(3);
    RandomRecord generator(random);
    JsonLinesReader reader(kThisYear);
    constexpr std::string_view kBytes = "{}[]\",:\\u0d8 a.-e\x01\xFF\xD0\x80";
    const std::string good = R"({"title":{"en":"T"}})";
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string line = record_to_json(generator.make());
        for (std::size_t i = 1 + generator.below(2); i > 0; --i) {
            const std::size_t at = generator.below(line.size());
            if (generator.coin())
                line[at] = kBytes[generator.below(kBytes.size())];
            else
                line.erase(at, 1);
        }
        if (!line.starts_with('{')) continue;
        CAPTURE(line);
        std::string text = good + "\n";
        text.append(line).append("\n").append(good);
        const test::ReaderOutput output = test::read_text(reader, text);
        CHECK(is_json(output.problems) == nlohmann::json::accept(line));
        CHECK(output.records.size() >= 2);
        CHECK(output.records.size() <= 3);
        for (const Problem& problem : output.problems) {
            CHECK(problem.position.line == 2);
            CHECK(is_valid_utf8(problem.fragment));
            refused += problem.severity == Severity::rejection ? 1 : 0;
        }
    }
    CHECK(refused > 1000);
}

TEST_CASE("numbers become strings, everything else stays") {
    struct Row {
        std::string json;
        std::string expected;
    };
    const std::vector<Row> rows{
        {R"({"a":1,"b":[-2.5e+10,0],"c":"3"})", R"({"a":"1","b":["-2.5e+10","0"],"c":"3"})"},
        {R"({"a 1":"\"2","b":1E999})", R"({"a 1":"\"2","b":"1E999"})"},
        {R"([01,1.,-,1e,.5,1e5x,true])", R"([01,1.,-,1e,."5","1e5"x,true])"},
        {"{1 :2}", "{1 :\"2\"}"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        CHECK(quote_json_numbers(row.json) == row.expected);
    }
}

} // namespace annota
