// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages about no article, and pages met twice.

#include "common/analyzer.h"
#include "common/record_id.h"
#include "tests/indexer/page_row.h"

#include "indexer/format.h"

#include <catch2/catch.hpp>

namespace annota::test {

namespace {

constexpr std::string_view kRefused = "rejection no_article 1: the page is about no publication\n";

constexpr PageRow kNoArticles[]{
    {"news of an institute",
     R"~(On March 3, 2021 the institute held a round table on river ports, opened by O. Lebedeva.

The new issue of the journal "River Economy" (No. 2, 2021) has been published. Its articles have DOI numbers.

Comments (0)

No comments

Add comment

First news
Institute News

The council meets on May 5.
)~",
     kRefused},
    {"news in Russian",
     R"~(Вышел из печати № 2 за 2021 г. журнала «Речное дело» со статьёй О.П. Лебедевой и П.А. Власова.

Нет комментариев

Добавить комментарий

Новости института
)~",
     kRefused},
    {"a list of an issue's articles",
     R"~(Archive

Search

Vol 5, No 1 (2017)

ISSN 2079-4665

Ice Roads
Harvesting Kelp
)~",
     kRefused},
};

/// A page of a portal without a DOI, with a counter.
std::string portal_page(int views) {
    return "Зимние рынки Поморья\n\nА.О. Шубина\n\nПросмотров: " + std::to_string(views) + "\n" +
           std::to_string(views) + "\n\nАннотация\n\nОписаны рынки на льду рек.\n\nКлючевые слова\n\nрынки; Поморье\n";
}

std::string id_of(const ReaderOutput& output) {
    const Analyzer analyzer;
    return record_ids(output.records.at(0), analyzer).primary();
}

} // namespace

TEST_CASE("a page about no article is one rejection") {
    check_pages(kNoArticles);
    for (const PageRow& row : kNoArticles) CHECK(recognise_format(row.page, "news.txt") == Format::page);
}

TEST_CASE("other text is no page") {
    for (const std::string_view text :
         {"", "Просто письмо.\nНовости: их нет.\n", "{\"doi\":\"10.12345/x\",\n\"issn\":\"2079-4665\"}",
          "@article{x,\n doi = {10.12345/x},\n issn = {2079-4665}}", "DOI: 10.12345/x\n",
          "Comments are welcome.\nHome\n"}) {
        CAPTURE(text);
        CHECK_FALSE(recognise_format(text, "a.txt") == Format::page);
    }
}

TEST_CASE("a page crawled twice with other counters is one record") {
    const ReaderOutput first = read_page(portal_page(17));
    const ReaderOutput second = read_page(portal_page(2018));
    REQUIRE(first.records.size() == 1);
    CHECK(first.records[0].year == 0);
    CHECK(first.printed == second.printed);
    CHECK(id_of(first) == id_of(second));
    CHECK(id_of(first).starts_with("fp:"));
}

TEST_CASE("what a page is cut into does not matter, nor how its lines end") {
    const std::string page = portal_page(3);
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : page) {
        if (c == '\n') windows.push_back('\r');
        windows.push_back(c);
    }
    const std::string expected = read_page(page).printed;
    CHECK(read_page(windows).printed == expected);
    for (const std::size_t chunk : {1U, 3U, 64U}) {
        CAPTURE(chunk);
        CHECK(read_text(*make_reader(Format::page), page, chunk).printed == expected);
    }
}

} // namespace annota::test
