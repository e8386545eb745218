// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/citation_list_reader.h"

#include "indexer/citation_parser.h"
#include "tests/indexer/reader_output.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

constexpr std::string_view kFirst = "Рябов Г.Д. Ветер и дюны // Берега. 2014. № 2. С. 30–41.";
constexpr std::string_view kSecond = "Сомова Л. К. Песок. Казань: Дюна, 2009. 96 с.";

test::ReaderOutput read(std::string_view text, std::size_t chunk = std::string_view::npos) {
    CitationListReader reader;
    return test::read_text(reader, text, chunk);
}

std::string list_of(const std::vector<std::string_view>& lines) {
    std::string text;
    for (const std::string_view line : lines) text.append(line).append("\n");
    return text;
}

} // namespace

TEST_CASE("every line of a list is a citation", "[citations]") {
    for (const std::string_view end : {"\n", "\r\n", "\n\n  \n"}) {
        const std::string text = std::string(kFirst) + std::string(end) + std::string(kSecond) + std::string(end);
        const test::ReaderOutput output = read(text);
        REQUIRE(output.records.size() == 2);
        CHECK(output.problems.empty());
        CHECK(output.records[0].title.at("ru") == "Ветер и дюны");
        CHECK(output.records[0].position.line == 1);
        CHECK(output.records[1].title.at("ru") == "Песок");
        CHECK(output.records[1].position.line == (end == "\n\n  \n" ? 4 : 2));
        for (const std::size_t chunk : {1U, 2U, 3U, 7U}) CHECK(read(text, chunk).printed == output.printed);
    }
    CHECK(read("").printed.empty());
    CHECK(read(" \n\t\n").printed.empty());
}

TEST_CASE("a line without a title or of enormous length is rejected, and the rest goes on", "[citations]") {
    const std::string longest(kMaxCitationBytes + 1, 'a');
    const test::ReaderOutput output = read(list_of({"2014. № 2.", kFirst, longest, kSecond}));
    CHECK(output.records.size() == 2);
    REQUIRE(output.problems.size() == 2);
    CHECK(output.problems[0].code == "no_title");
    CHECK(output.problems[0].position.line == 1);
    CHECK(output.problems[0].fragment == "2014. № 2.");
    CHECK(output.problems[1].code == "too_long");
    CHECK(output.problems[1].position.line == 3);
    CHECK(output.problems[1].record_number == 3);
    CHECK(output.problems[1].fragment == std::string(80, 'a'));
}

TEST_CASE("a line of a megabyte is one problem", "[citations]") {
    std::string text;
    while (text.size() < std::size_t{1024} * 1024) text += "Рябов Г.Д., ";
    const test::ReaderOutput output = read(text + "\n" + std::string(kFirst), 4096);
    CHECK(output.records.size() == 1);
    REQUIRE(output.problems.size() == 1);
    CHECK(output.problems[0].code == "too_long");
}

TEST_CASE("a reader stops where it is told to", "[citations]") {
    const std::string text = list_of({kFirst, kSecond, kFirst});
    test::TextSource source(text);
    CitationListReader reader;
    int seen = 0;
    reader.read(source, "f", [&](std::variant<Record, Problem>&&) { return ++seen < 2; });
    CHECK(seen == 2);
}

TEST_CASE("lists of citations are recognised by what their lines say", "[citations]") {
    CHECK(looks_like_citation_list(list_of({kFirst, kSecond, kFirst})));
    CHECK(looks_like_citation_list(list_of({kFirst, "", kSecond, "", kFirst}) + "Сомова Л. К. Пес"));
    CHECK_FALSE(looks_like_citation_list(list_of({kFirst, kSecond})));
    CHECK_FALSE(looks_like_citation_list(list_of({kFirst, kSecond, kFirst, "Литература", "Сегодня ветрено."})));
    CHECK_FALSE(looks_like_citation_list(""));
    CHECK_FALSE(looks_like_citation_list("Рябов Г.Д.\nВетер и дюны\nАннотация\nВ статье сказано о ветре.\n"));
}

TEST_CASE("a citation beyond doubt has a title and says where and when it was published", "[citations]") {
    for (const std::string_view yes :
         {kFirst, kSecond, std::string_view("Ryabov G. Wind and dunes. Coasts. 2014;6(2):30-41."),
          std::string_view("Ветер и дюны // Берега. 2014.")}) {
        CAPTURE(yes);
        CHECK(looks_like_citation(yes));
    }
    for (const std::string_view no :
         {"", "Ветер и дюны", "Рябов Г.Д.", "Журнал «Берега» (№ 3, 2014) напечатал статью о ветре и дюнах.",
          "The wind has been strong since 2014, and the dunes moved 30 metres.", "Аннотация. В 2014 г. был ветер."}) {
        CAPTURE(no);
        CHECK_FALSE(looks_like_citation(no));
    }
}

} // namespace annota
