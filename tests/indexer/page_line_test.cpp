// SPDX-License-Identifier: GPL-2.0-or-later
//
// Single lines of pages: labels, numbers, identifiers.

#include "indexer/page_line.h"

#include "indexer/citation_tokens.h"
#include "indexer/doi_suffix.h"
#include "indexer/page_labels.h"
#include "indexer/page_words.h"

#include <catch2/catch.hpp>

namespace annota {

TEST_CASE("labels of pages in both languages") {
    struct Row {
        std::string_view line;
        std::optional<PageLabel> label;
        std::string_view value;
    };
    const std::vector<Row> rows{
        {"Аннотация: Текст", PageLabel::abstract, "Текст"},
        {"АННОТАЦИЯ", PageLabel::abstract, ""},
        {"Abstract. Text", PageLabel::abstract, "Text"},
        {"Abstract — Text", PageLabel::abstract, "Text"},
        {"Abstractions of ice", {}, ""},
        {"Abstract art in the North", {}, ""},
        {"Ключевые слова: лёд", PageLabel::keywords, "лёд"},
        {"Keywords:", PageLabel::keywords, ""},
        {"Key words: ice", PageLabel::keywords, "ice"},
        {"DOI 10.12345/x", PageLabel::doi, "10.12345/x"},
        {"DOI: 10.12345/x", PageLabel::doi, "10.12345/x"},
        {"ISSN 2079-4665", PageLabel::issn, "2079-4665"},
        {"e-ISSN: 2079-4665", PageLabel::issn, "2079-4665"},
        {"Publication Type:", PageLabel::type, ""},
        {"Тип публикации: Статья", PageLabel::type, "Статья"},
        {"Для цитирования: А", PageLabel::citation, "А"},
        {"Связанные публикации", PageLabel::related, ""},
        {"Related publications", PageLabel::related, ""},
        {"Comments (0)", PageLabel::end, ""},
        {"Received 10.04.2022", PageLabel::remark, "10.04.2022"},
        {"Год реки", {}, ""},
        {"", {}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const auto found = match_label(row.line);
        CHECK((found ? std::optional(found->label) : std::nullopt) == row.label);
        if (found) CHECK(found->value == row.value);
    }
}

TEST_CASE("lines of numbers, with the journal before them or without") {
    struct Row {
        std::string_view line;
        std::string expected; ///< Journal, a bar, numbers; "-" for no such line.
    };
    const std::vector<Row> rows{
        {"Том 2, Номер 3 (Июль-сентябрь 2021)", "|Том 2, Номер 3 (Июль-сентябрь 2021)"},
        {"Vol 8, No 1 (2022)", "|Vol 8, No 1 (2022)"},
        {"Pages 201-219", "|Pages 201-219"},
        {"Polar Notes volume 9, pages 43-49 (2021)", "Polar Notes|volume 9, pages 43-49 (2021)"},
        {"Записки Севера, 2020, том 14, выпуск 3, страницы 10–18",
         "Записки Севера|2020, том 14, выпуск 3, страницы 10–18"},
        {"Ice. Polar Notes. 2021. Vol. 9, No 2. P. 43-49", "-"},
        {"Ледовые дороги в 2021 году", "-"},
        {"2021", "-"},
        {"", "-"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const auto found = numbering_line(row.line);
        CHECK((found ? std::string(found->journal) + "|" + std::string(found->numbers) : "-") == row.expected);
    }
}

TEST_CASE("a stop that is the last of a text, brackets closing behind it or not, ends no sentence before another") {
    for (const std::string_view text : {"Ice.", "Ice!", "(Ice!)", "Ice?)", "«Ice.»", "."}) {
        CAPTURE(text);
        const CitationText tokens(text);
        for (std::size_t i = 0; i < tokens.size(); ++i) CHECK_FALSE(tokens.ends_sentence(i));
    }
}

TEST_CASE("a DOI alone on its line") {
    CHECK(lone_doi("https://doi.org/10.12345/x") == "10.12345/x");
    CHECK(lone_doi("doi: 10.12345/x") == "10.12345/x");
    CHECK(lone_doi("10.12345/x") == "10.12345/x");
    CHECK_FALSE(lone_doi("See https://doi.org/10.12345/x"));
    CHECK_FALSE(lone_doi("https://example.org/10.12345/x"));
    CHECK_FALSE(lone_doi("10.12 rules"));
    CHECK_FALSE(lone_doi(""));
}

TEST_CASE("only a suffix with all six numbers says where the article stands") {
    struct Row {
        std::string_view doi;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"10.12345/2079-4665-2021-4-3-94-105", "2079-4665 2021 4 3 94-105"},
        {"10.12345/2079-4665.2021.4.3.94-105", "2079-4665 2021 4 3 94-105"},
        {"10.12345/2079-4665-2021-4-94-105", ""},     // five
        {"10.12345/2079-4665-2021-4-3-94-105-7", ""}, // seven
        {"10.12345/2079-4666-2021-4-3-94-105", ""},   // check digit
        {"10.12345/2079-4665-1021-4-3-94-105", ""},   // no year
        {"10.12345/2079-4665-2021-4-3-105-94", ""},   // pages
        {"10.12345/2079-4665-2021-a-3-94-105", ""},
        {"2079-4665-2021-4-3-94-105", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.doi);
        const auto found = read_doi_suffix(row.doi);
        CHECK((found ? found->issn + " " + std::to_string(found->year) + " " + found->volume + " " + found->issue +
                           " " + found->pages
                     : "") == row.expected);
    }
}

TEST_CASE("citation databases stand alone or in brackets at the end") {
    using Names = std::vector<std::string>;
    CHECK(citation_databases("Scopus; Web of Science") == Names{"Scopus", "Web of Science"});
    CHECK(citation_databases("РИНЦ, ВАК.") == Names{"РИНЦ", "ВАК"});
    CHECK(citation_databases("Scopus of the sky").empty());
    CHECK(citation_databases("Scopus, kelp").empty());
    std::string_view line = "Речное дело (РИНЦ, ВАК)";
    CHECK(take_citation_databases(line) == Names{"РИНЦ", "ВАК"});
    CHECK(line == "Речное дело");
    line = "Речное дело (Омск)";
    CHECK(take_citation_databases(line).empty());
    CHECK(line == "Речное дело (Омск)");
}

} // namespace annota
