// SPDX-License-Identifier: GPL-2.0-or-later
//
// Damaged pages: whatever is dropped, doubled, shuffled, cut or overwritten, reading ends without an exception, and
// nothing is given that does not stand in the page. The reference is the page itself, freed of blanks and signs.

#include "common/utf8.h"
#include "tests/indexer/page_row.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace annota::test {

namespace {

constexpr std::string_view kPage = R"~(Журнал северной ботаники

Расширенный поиск

Мхи тундровых озёр и их покров

П. К. Соболев1, А. В. Нестерова2
1 Северный институт ботаники, Архангельск

https://doi.org/10.12345/2079-4665-2021-4-3-44-58

Том 4, № 3 (2021)

Аннотация

Описаны мхи двенадцати озёр.

Ключевые слова

мхи; тундра; mosses; tundra

Для цитирования:

Соболев П.К., Нестерова А.В. Мхи тундровых озёр и их покров // Журнал северной ботаники. 2021. Т. 4, № 3. С. 44-58.

Scopus; РИНЦ

Титов Макс
Льды Арктики [Текст] / М.С. Титов // Полярные записки. – 2019. – № 2. – С. 5–9.

Gromov Andrei
Ice of the Far North. Polar Notes. 2020;11(4):384-397. https://doi.org/10.12345/pn.2020.11

Comments (0)
)~";

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string damaged_page(std::mt19937& random) {
    std::vector<std::string> lines = split_lines(kPage);
    for (int changes = static_cast<int>(random() % 8); changes > 0 && !lines.empty(); --changes) {
        const auto at = lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size());
        switch (random() % 5) {
        case 0: lines.erase(at); break;
        case 1: lines.insert(at, std::string(*at)); break;
        case 2: std::iter_swap(at, lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size())); break;
        case 3: at->resize(at->empty() ? 0 : random() % at->size()); break;
        default:
            // No ASCII: names have look-alike letters of the other script repaired.
            if (!at->empty()) (*at)[random() % at->size()] = static_cast<char>(0x80U | random());
        }
    }
    if (random() % 10 == 0) std::shuffle(lines.begin(), lines.end(), random);
    std::string page;
    for (const std::string& line : lines) page.append(line).push_back('\n');
    return page;
}

/// Letters and digits alone, in lower case. What was no UTF-8 is left out, as names leave it out.
std::string letters_of(std::string_view text) {
    std::string out;
    for (const char c : to_lower(make_valid_utf8(text))) {
        const bool ascii_sign =
            static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0;
        if (!ascii_sign) out.push_back(c);
    }
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    for (std::size_t at = out.find(kReplacement); at != std::string::npos; at = out.find(kReplacement, at))
        out.erase(at, kReplacement.size());
    return out;
}

/// GOST's mark of a medium is no part of a title.
std::string without_marks(std::string page) {
    constexpr std::string_view kMark = "[Текст]";
    for (std::size_t at = page.find(kMark); at != std::string::npos; at = page.find(kMark))
        page.erase(at, kMark.size());
    return page;
}

/// Every text of the record that is printed as it stands in the source.
std::vector<std::string> printed_texts(const Record& record) {
    std::vector<std::string> texts{record.doi, record.volume, record.publisher, record.place};
    for (const auto* field : {&record.title, &record.abstract, &record.journal})
        for (const auto& [language, text] : *field) texts.push_back(text);
    for (const auto& [language, keywords] : record.keywords)
        texts.insert(texts.end(), keywords.begin(), keywords.end());
    for (const auto* list : {&record.issn, &record.indexed_in, &record.references})
        texts.insert(texts.end(), list->begin(), list->end());
    if (record.year != 0) texts.push_back(std::to_string(record.year));
    for (const Author& author : record.authors) {
        for (const std::string& word : {author.name, author.affiliation}) {
            // Names are turned: "П. К. Соболев" is Соболев П.К.
            texts.push_back(word.substr(0, word.find(' ')));
        }
    }
    return texts;
}

} // namespace

TEST_CASE("a whole page for the property test gives what it says") {
    const ReaderOutput output = read_page(kPage);
    REQUIRE(output.records.size() == 3);
    CHECK(output.records[0].year == 2021);
    CHECK(output.records[0].related.size() == 2);
    CHECK(output.records[0].keywords.size() == 2);
}

TEST_CASE("damaged pages are read, and nothing is invented") {
    std::mt19937 random(20201104);
    std::size_t articles = 0;
    for (int i = 0; i < 500; ++i) {
        const std::string page = damaged_page(random);
        CAPTURE(page);
        const ReaderOutput output = read_page(page);
        articles += output.problems.empty() ? 1U : 0U;
        const std::string known = letters_of(page);
        const std::string unmarked = letters_of(without_marks(page));
        for (const Record& record : output.records) {
            CHECK_FALSE(record.title.empty());
            for (const std::string& text : printed_texts(record)) {
                CAPTURE(text);
                const std::string letters = letters_of(text);
                CHECK((known.find(letters) != std::string::npos || unmarked.find(letters) != std::string::npos));
            }
        }
    }
    CHECK(articles > 300); // else the damage leaves nothing to look at
}

TEST_CASE("random bytes are read") {
    std::mt19937 random(7);
    for (int i = 0; i < 100; ++i) {
        std::string bytes(random() % 3000, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        CHECK(read_page(bytes).records.empty());
    }
}

} // namespace annota::test
