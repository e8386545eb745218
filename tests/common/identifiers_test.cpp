// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/identifiers.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <string>

namespace annota {
namespace {

struct Row {
    std::string_view printed;
    std::string_view expected; // Empty: refused.
};

template <std::size_t N, class Normalise> void check_rows(const std::array<Row, N>& rows, Normalise normalise) {
    for (const Row& row : rows) {
        CAPTURE(row.printed);
        const auto value = normalise(row.printed);
        CHECK(value.value_or("") == row.expected);
        if (value) CHECK(normalise(*value) == value);
    }
}

constexpr int kThisYear = 2024;

} // namespace

TEST_CASE("ISSN by its check digit") {
    check_rows(std::array<Row, 19>{{
                   {"2079-4665", "2079-4665"},
                   {"20794665", "2079-4665"},
                   {"2079 4665", "2079-4665"},
                   {"2079–4665", "2079-4665"},
                   {"ISSN 2079–4665", "2079-4665"},
                   {"ISSN: 2079-4665 (print)", "2079-4665"},
                   {"e-ISSN 2079-4665", "2079-4665"},
                   {"https://portal.issn.org/resource/ISSN/2079-4665", "2079-4665"},
                   {"2434-561X", "2434-561X"},
                   {"2434-561x", "2434-561X"},
                   {"2434-561Х", "2434-561X"}, // Cyrillic
                   {"ISSN 2079-4666, 2079-4665", "2079-4665"},
                   {"2079-4666", ""},
                   {"2079-466", ""},
                   {"2079-46655", ""},
                   {"0000-0000", ""},
                   {"12079-4665", ""},
                   {"", ""},
                   {"нет", ""},
               }},
               normalise_issn);
}

TEST_CASE("ISBN of ten and thirteen digits by its check digit") {
    check_rows(std::array<Row, 20>{{
                   {"0-306-40615-2", "0306406152"},
                   {"0306406152", "0306406152"},
                   {"ISBN 0-306-40615-2.", "0306406152"},
                   {"ISBN-10: 0-306-40615-2", "0306406152"},
                   {"ISBN 10 0-306-40615-2", "0306406152"},
                   {"978-0-306-40615-7", "9780306406157"},
                   {"ISBN-13: 978-0-306-40615-7", "9780306406157"},
                   {"ISBN-13 978 0 306 40615 7", "9780306406157"},
                   {"92–64–01049–1", "9264010491"},
                   {"5-283-03836-X", "528303836X"},
                   {"5-283-03836-Х", "528303836X"}, // Cyrillic
                   {"ISBN 0306406152 9780306406157.", "0306406152"},
                   {"ISBN 978-5-00062-393-0 (in Russian)", "9785000623930"},
                   {"ISBN 5-211-04843-1", "5211048431"},
                   {"0-306-40615-3", ""},
                   {"978-0-306-40615-8", ""},
                   {"977-0-306-40615-7", ""},
                   {"0-9730040", ""},
                   {"0000000000", ""},
                   {"", ""},
               }},
               normalise_isbn);
}

TEST_CASE("ORCID by its check digit") {
    check_rows(std::array<Row, 10>{{
                   {"0000-0002-1825-0097", "0000-0002-1825-0097"},
                   {"https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"},
                   {"ORCID: 0000–0002–1825–0097.", "0000-0002-1825-0097"},
                   {"0000000218250097", "0000-0002-1825-0097"},
                   {"0000-0002-1694-233X", "0000-0002-1694-233X"},
                   {"0000-0002-1694-233Х", "0000-0002-1694-233X"},
                   {"0000-0002-1825-0098", ""},
                   {"0000-0002-1825-009", ""},
                   {"0000-0000-0000-0000", ""},
                   {"", ""},
               }},
               normalise_orcid);
}

TEST_CASE("One wrong digit or two neighbours swapped never pass") {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> digit(0, 9);
    int valid = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string printed;
        for (int n = 0; n < 7; ++n) printed.push_back(static_cast<char>('0' + digit(random)));
        for (const char last : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'})
            valid += normalise_issn(printed + last) ? 1 : 0;
        std::string swapped = printed;
        std::swap(swapped[2], swapped[3]);
        if (swapped == printed) continue;
        for (const char last : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'}) {
            CAPTURE(printed, swapped, last);
            REQUIRE_FALSE((normalise_issn(printed + last) && normalise_issn(swapped + last)));
        }
    }
    CHECK(valid == 4000); // Each seven digits have one check digit.
}

TEST_CASE("Years alone or at the start of a date") {
    struct YearRow {
        std::string_view printed;
        int year; // 0: none.
    };
    constexpr std::array<YearRow, 38> kRows{{
        {"2020", 2020},
        {" 2020 ", 2020},
        {"(2020)", 2020},
        {"[2020]", 2020},
        {"2020.", 2020},
        {"2020,", 2020},
        {"2020 г.", 2020},
        {"2020г.", 2020},
        {"2020 год", 2020},
        {"c2020", 2020},
        {"© 2020", 2020},
        {"2020-05-01", 2020},
        {"2020-5", 2020},
        {"2020/05/01", 2020},
        {"2020.05.01", 2020},
        {"2020///", 2020},
        {"2020 May 3", 2020},
        {"2020, May", 2020},
        {"2020 Spring", 2020},
        {"2020, март", 2020},
        {"2020–12", 2020},
        {"2020-05-01T00:00:00Z", 2020},
        {"1500", 1500},
        {"2025", 2025},
        {"2026", 0},
        {"1499", 0},
        {"", 0},
        {"20201", 0},
        {"202", 0},
        {"2020 с.", 0},
        {"2020 p.", 0},
        {"2020-2021", 0},
        {"1588-1593", 0},
        {"2020-13", 0},
        {"Vol. 2020", 0},
        {"2020a", 0},
        {"05.2020", 0},
        {"двадцать", 0},
    }};
    for (const YearRow& row : kRows) {
        CAPTURE(row.printed);
        CHECK(parse_year(row.printed, kThisYear).value_or(0) == row.year);
    }
    CHECK(current_year() > 2020);
}

TEST_CASE("Pages") {
    constexpr std::array<Row, 50> kRows{{
        {"384-397", "384-397"},
        {"С. 36 – 40", "36-40"},
        {"с. 36–40.", "36-40"},
        {"C. 36-40", "36-40"}, // Latin
        {"С.36-40", "36-40"},
        {"С36-40", "36-40"},
        {"C36-40", "36-40"},
        {"212– 217", "212-217"},
        {"pp. 5-13", "5-13"},
        {"pp.5-13", "5-13"},
        {"Pp. 5-13", "5-13"},
        {"P. 5-13", "5-13"},
        {"p 5-13", "5-13"},
        {"p5-13", "5-13"},
        {"pages 5-13", "5-13"},
        {"Pages: 5-13", "5-13"},
        {"стр. 5-13", "5-13"},
        {"Стр. 5-13", "5-13"},
        {"Страницы: 5-13", "5-13"},
        {"S. 5-13", "5-13"},
        {"с. 5 – с. 13", "5-13"},
        {"643—649", "643-649"},
        {"643−649", "643-649"},
        {"643‑649", "643-649"},
        {"643--649", "643-649"},
        {"643 - - 649", "643 - - 649"},
        {"94-105.", "94-105"},
        {"94-105;", "94-105"},
        {"123-5", "123-5"},
        {"e12-e15", "e12-e15"},
        {"е12–е15", "e12-e15"}, // Cyrillic
        {"e1234", "e1234"},
        {"S12-S19", "S12-S19"},
        {"S12", "S12"},
        {"L12–L15", "L12-L15"},
        {"A1234", "A1234"},
        {"012097", "012097"},
        {"5", "5"},
        {"с. 5", "5"},
        {"P. 5.", "5"},
        {"xi–xv", "xi-xv"},
        {"XI–XV", "XI-XV"},
        {"12a–15b", "12a-15b"},
        {"5-13, 20", "5-13, 20"},
        {"5–13; 20–22", "5-13, 20-22"},
        {"167 с.", "167 с."},
        {"96 p.", "96 p."},
        {"б/н", "б/н"},
        {" in press ", "in press"},
        {"", ""},
    }};
    for (const Row& row : kRows) {
        CAPTURE(row.printed);
        const std::string pages = normalise_pages(row.printed);
        CHECK(pages == row.expected);
        CHECK(normalise_pages(pages) == pages);
    }
}

} // namespace annota
