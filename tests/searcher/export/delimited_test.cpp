// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables, read back by an obvious reader of RFC 4180.

#include "searcher/export/delimited.h"

#include "common/terminal.h"
#include "common/utf8.h"
#include "tests/common/random_records.h"
#include "tests/searcher/export/sample_records.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace annota {

namespace {

using Row = std::vector<std::string>;

std::string table(const TableOptions& options, const Record& record) {
    TableWriter writer(options);
    Hit hit;
    hit.id = "id";
    hit.record = record;
    std::string text = writer.begin({});
    text += writer.hit(hit);
    return text + writer.end({});
}

std::vector<Row> read_csv(std::string_view text) {
    std::vector<Row> rows(1, Row(1));
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string& cell = rows.back().back();
        if (text[at] == '"' && quoted && text.substr(at + 1, 1) == "\"")
            cell += text[at++];
        else if (text[at] == '"')
            quoted = !quoted;
        else if (text[at] == ',' && !quoted)
            rows.back().emplace_back();
        else if (text.substr(at, 2) == "\r\n" && !quoted) {
            rows.emplace_back(1);
            ++at;
        } else
            cell += text[at];
    }
    rows.pop_back();
    return rows;
}

/// What the header of delimited.h tells a reader to do.
std::string unguarded(std::string_view cell) {
    const std::size_t sign = cell.find_first_not_of('\'');
    const bool guarded =
        sign > 0 && sign != std::string_view::npos && guarded_cell(cell.substr(sign)) != cell.substr(sign);
    return std::string(guarded ? cell.substr(1) : cell);
}

} // namespace

TEST_CASE("Chosen columns make a table, lists joined") {
    const TableOptions options{Delimiter::comma, {"id", "title", "title_en", "authors", "year", "issn"}, false, ""};
    CHECK(
        table(options, test::russian_article()) ==
        "id,title,title_en,authors,year,issn\r\n"
        "id,О ценах на лёд в XXI веке,On prices of ice,\"Рябов Г.Д.; Сомова Л.К.\",2020,\"2079-4665; 1019-3316\"\r\n");
    const TableOptions english{Delimiter::tab, {"title", "title_ru", "title_en", "authors"}, true, "en"};
    CHECK(table(english, test::russian_article()) ==
          "\uFEFFtitle\ttitle_ru\ttitle_en\tauthors\n"
          "On prices of ice\tО ценах на лёд в XXI веке\t\tRyabov Gleb; Somova Lidia\n");
}

TEST_CASE("No cell begins a formula, and the guard can be taken off") {
    struct Case {
        std::string_view text;
        std::string_view cell;
    };
    const std::vector<Case> cases{
        {"=1+1", "'=1+1"},   {"+7 495", "'+7 495"}, {"-5", "'-5"},     {"@cmd", "'@cmd"},
        {"\t=1", "'=1"},     {"\r-1", "'-1"},       {" \n @x", "'@x"}, {"'=1", "''=1"},
        {"''-1", "'''-1"},   {"'tis", "'tis"},      {"a=1", "a=1"},    {"", ""},
        {"\u202E=1", "'=1"}, {"\uFEFF =1", "'=1"},  {"＝1", "'＝1"},   {"＠x", "'＠x"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const std::string cell = guarded_cell(one.text);
        CHECK(cell == one.cell);
        CHECK(unguarded(cell) == trim(printable(one.text)));
    }
}

TEST_CASE("A reader of CSV finds every cell again, whatever records hold") {
    test::RandomRecords random(44);
    for (int i = 0; i < 500; ++i) {
        const Record record = i == 0 ? test::hostile_record() : random.record();
        const std::vector<Row> rows = read_csv(table({}, record));
        REQUIRE(rows.size() == 2);
        REQUIRE(rows[1].size() == record_fields().size());
        const ExportedRecord exported = exported_record(record, "id");
        for (std::size_t column = 0; column < rows[1].size(); ++column) {
            const std::string text = printable(record_fields()[column].text(exported));
            CAPTURE(record_fields()[column].name);
            CHECK(rows[0][column] == record_fields()[column].name);
            CHECK(unguarded(rows[1][column]) == trim(text));
        }
    }
}

TEST_CASE("TSV has a tab between cells and nowhere else") {
    test::RandomRecords random(45);
    for (int i = 0; i < 200; ++i) {
        const Record record = i == 0 ? test::hostile_record() : random.record();
        const std::string text = table({Delimiter::tab, {}, false, ""}, record);
        CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t')) == 2 * (record_fields().size() - 1));
        CHECK(std::count(text.begin(), text.end(), '\n') == 2);
        CHECK(text.find('\r') == std::string::npos);
    }
}

TEST_CASE("Fields that are not asked for are taken from a record") {
    Record record = test::russian_article();
    keep_fields(record, {});
    CHECK(record == test::russian_article());
    keep_fields(record, {"id", "record"});
    CHECK(record == test::russian_article());
    keep_fields(record, {"title_en", "doi"});
    CHECK(record.title.size() == 2);
    CHECK_FALSE(record.doi.empty());
    CHECK(record.authors.empty());
    CHECK(record.year == 0);
    CHECK(record.type == "article-journal");
}

} // namespace annota
