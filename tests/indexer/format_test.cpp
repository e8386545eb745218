// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which format wins; what each format's own beginnings are is tested with its reader.

#include "indexer/format.h"

#include "tests/indexer/reader_output.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

std::string name_of(std::optional<Format> format) {
    for (const FormatInfo& row : kFormats) {
        if (row.format == format) return std::string(row.name);
    }
    return "";
}

} // namespace

TEST_CASE("every format has a name, a help line and a reader") {
    for (const FormatInfo& row : kFormats) {
        CAPTURE(row.name);
        CHECK(find_format(row.name) == row.format);
        CHECK_FALSE(row.help.empty());
        CHECK(make_reader(row.format) != nullptr);
    }
    CHECK_FALSE(find_format("auto"));
    CHECK_FALSE(find_format(""));
    CHECK_FALSE(find_format("JSON-LINES"));
}

TEST_CASE("formats are recognised by content, names break ties") {
    struct Row {
        std::string head;
        std::string file;
        std::string expected;
    };
    const std::string json = "{\"title\":\"T\"}\n";
    const std::string binary("\x89PNG\r\n\x1a\n\0\0", 10);
    const std::vector<Row> rows{
        {json, "a.jsonl", "jsonl"},
        {json, "a.page", "jsonl"},
        {json, "a", "jsonl"},
        {"\xEF\xBB\xBF" + json, "-", "jsonl"},
        {"", "a.page", "jsonl"},
        {"\xEF\xBB\xBF \n", "a", "jsonl"},
        {"bad\nbad\n" + json, "a.JSONL.gz", "jsonl"},
        {binary, "a.png", ""},
        {binary, "a.jsonl", "jsonl"},
        {binary, "jsonl", ""},
        {binary, "a.jsonl.png", ""},
        {"% made by hand\n@Article {x,\n title={T}}", "a.bib", ""},
        {"TY  - JOUR\nTI  - Title\nDO  - 10.5555/1\nSN  - 2079-4665\nER  -\n", "a.ris", ""},
        {"1.\nTY - JOUR\nTI - Title. In: Journal. 2020. Vol. 1, no. 2. P. 3-4.\n", "a.page", ""},
        {"PMID- 1\nOWN - NLM\nAB  - Abstract\n      goes on\n", "a.txt", ""},
        {"%0 Journal Article\n%T Title\n", "a.enw", ""},
        {"FN Some Export\nVR 1.0\nPT J\nAU Sample, N\n", "a.txt", ""},
        {"Title\nE-mail: @someone (in words)\nDOI: 10.5555/1\nAbstract: UN - a short form.\n", "a", "page"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.head, row.file);
        CHECK(name_of(recognise_format(row.head, row.file)) == row.expected);
    }
}

TEST_CASE("an unknown format names the known ones") {
    const Problem problem = unknown_format("\x89PNG", "a.png");
    CHECK(problem.code == "unknown_format");
    CHECK(problem.position == SourcePosition{"a.png", 0});
    CHECK(problem.fragment == "\xEF\xBF\xBDPNG");
    for (const FormatInfo& row : kFormats) CHECK(problem.message.find(row.name) != std::string::npos);
}

TEST_CASE("the JSON Lines reader reads JSON Lines") {
    const auto reader = make_reader(Format::json_lines);
    CHECK(test::read_text(*reader, "{\"title\":\"T\"}").records.size() == 1);
}

} // namespace annota
