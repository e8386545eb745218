// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/doi.h"

#include <catch2/catch.hpp>

#include <array>
#include <optional>
#include <random>
#include <string>

using namespace std::string_literals;

namespace annota {
namespace {

struct DoiRow {
    std::string_view printed;
    std::string_view doi; // Empty: none.
};

template <std::size_t N> void check_rows(const std::array<DoiRow, N>& rows) {
    for (const DoiRow& row : rows) {
        CAPTURE(row.printed);
        const std::optional<std::string> doi = normalise_doi(row.printed);
        CHECK(doi.value_or("") == row.doi);
        if (doi) CHECK(normalise_doi(*doi) == doi);
    }
}

} // namespace

TEST_CASE("A DOI loses its label and its resolver") {
    check_rows(std::array<DoiRow, 15>{{
        {"10.1134/S1019331622050070", "10.1134/S1019331622050070"},
        {"doi:10.1000/ABC.12", "10.1000/ABC.12"},
        {"DOI 10.1000/abc.12", "10.1000/abc.12"},
        {"Doi: 10.1000/abc.12", "10.1000/abc.12"},
        {"DOI :10.1000/abc.12.", "10.1000/abc.12"},
        {"https://doi.org/10.1000/abc.12", "10.1000/abc.12"},
        {"http://dx.doi.org/10.1000/abc.12", "10.1000/abc.12"},
        {"doi.org/10.1000/abc.12", "10.1000/abc.12"},
        {"https:/ /doi.org/10.1000/abc.12 .", "10.1000/abc.12"},
        {"DOI: https//doi.org/10.1088/0370-1301/70/1/303", "10.1088/0370-1301/70/1/303"},
        {"https://doi.org/doi:10.1000/abc.12", "10.1000/abc.12"},
        {"info:doi/10.1000/abc.12", "10.1000/abc.12"},
        {"https://doi.org/10.1000/abc.12?utm_source=mail", "10.1000/abc.12"},
        {"https://example.org/doi/10.1000/abc.12/full", "10.1000/abc.12"},
        {"10.1000.10/abc.12", "10.1000.10/abc.12"},
    }});
}

TEST_CASE("Blanks inside a DOI are taken out, what follows it is not taken in") {
    check_rows(std::array<DoiRow, 21>{{
        {"10.26583/ npe.2017.4.08.", "10.26583/npe.2017.4.08"},
        {"10.1007 / 978-0-387-98149-9.", "10.1007/978-0-387-98149-9"},
        {"10. 1000/abc.12", "10.1000/abc.12"},
        {"10.1088/1742-6596/1675/1/ 012097", "10.1088/1742-6596/1675/1/012097"},
        {"10.1016/j. nucengdes.2013.06.006", "10.1016/j.nucengdes.2013.06.006"},
        {"10.26583/npe.2017. 4.08", "10.26583/npe.2017.4.08"},
        {"10.5800/GT 2011 2 4 0051.", "10.5800/GT2011240051"},
        {"10.31737/2221-2264- 2022-55-3-13", "10.31737/2221-2264-2022-55-3-13"},
        {"10.1000/abc-\n12", "10.1000/abc-12"},
        {"10.1000/abc\u00A0.12", "10.1000/abc.12"},
        {"10.1134/1.1259104 (in Russian).", "10.1134/1.1259104"},
        {"10.1063/1.5055101. Available at: https://example.org/a", "10.1063/1.5055101"},
        {"10.1126/science.1211285 (2012).", "10.1126/science.1211285"},
        {"10.1063/1.5055101 2018", "10.1063/1.5055101"},
        {"10.1063/1.5055101. 2018", "10.1063/1.5055101"},
        {"10.20542/afij-2021-1-13-30. URL: https://example.org/", "10.20542/afij-2021-1-13-30"},
        {"10.1000/abc.12(in Russian)", "10.1000/abc.12"},
        {"10.1000/abc.12 – С. 36-40", "10.1000/abc.12"},
        {"10.1000/abc.12. 124 p.", "10.1000/abc.12"},
        {"10.1000/abc.12 (дата обращения: 05.03.2018)", "10.1000/abc.12"},
        {"10.1000/abc.12, EDN: ABCDEF", "10.1000/abc.12"},
    }});
}

TEST_CASE("Brackets, escapes, dashes and letters of a DOI") {
    check_rows(std::array<DoiRow, 22>{{
        {"10.1016/S0140-6736(05)67889-9", "10.1016/S0140-6736(05)67889-9"},
        {"(doi: 10.1016/S0140-6736(05)67889-9).", "10.1016/S0140-6736(05)67889-9"},
        {"(10.1000/abc.12)", "10.1000/abc.12"},
        {"[10.1000/abc.12];", "10.1000/abc.12"},
        {"<10.1000/abc.12>", "10.1000/abc.12"},
        {"10.1002/(SICI)1097-4571(1999)50:8<661::AID-ASI4>3.0.CO;2-R",
         "10.1002/(SICI)1097-4571(1999)50:8<661::AID-ASI4>3.0.CO;2-R"},
        {"10.1002/(SICI)1097-4571(1999)50:8&lt;661::AID-ASI4&gt;3.0.CO;2-R",
         "10.1002/(SICI)1097-4571(1999)50:8<661::AID-ASI4>3.0.CO;2-R"},
        {"https://doi.org/10.1016%2FS0140-6736%2805%2967889-9", "10.1016/S0140-6736(05)67889-9"},
        {"10.1000/a%2525b1", "10.1000/a%2525b1"},
        {"10.1000/a%%32Fb1", "10.1000/a/b1"},
        {"10.18184/2079–4665.2020.11.4.384—397", "10.18184/2079-4665.2020.11.4.384-397"},
        {"10.26583/nре.2017.4.08", "10.26583/npe.2017.4.08"}, // р and е are Cyrillic
        {"10.18721/JНSS.10304", "10.18721/JHSS.10304"},       // Н
        {"10.1000/abc.12.Текст", "10.1000/abc.12"},
        {"10.1000/ab\u00ADc.12", "10.1000/abc.12"},
        {"10.1000/abc.12;10.1000/abc.13", "10.1000/abc.12"},
        {"10.1000/abc.12,", "10.1000/abc.12"},
        {"«10.1000/abc.12»", "10.1000/abc.12"},
        {"10.1000/abc.12\"", "10.1000/abc.12"},
        {"10.1000/a,b;c1", "10.1000/a,b;c1"},
        {"doi: 10.1000/do% 34", "10.1000/do4"}, // an escape with a line break inside
        {"10.1000/abc.12:;.)", "10.1000/abc.12"},
    }});
}

TEST_CASE("What is no DOI") {
    check_rows(std::array<DoiRow, 9>{{
        {"", ""},
        {"10.1000", ""},
        {"10.1000/", ""},
        {"10.1000/.", ""},
        {"11.1000/abc", ""},
        {"10.99/abc", ""},
        {"310.1000/abc", ""},
        {"С. 10.12/15", ""},
        {"doi", ""},
    }});
}

TEST_CASE("A DOI that was cut is no id") {
    for (const std::string_view whole : {"10.1134/S1019331622050070", "10.18184/2079-4665.2020.11.4.384-397",
                                         "10.1016/S0140-6736(05)67889-9", "10.1007/978-0-387-98149-9", "10.1000/1",
                                         "10.1000/issn-theory", "10.18721/JHSS.10304", "10.1000/1234-5678.202"}) {
        CAPTURE(whole);
        CHECK(is_whole_doi(whole));
    }
    for (const std::string_view cut : {"10.22184/2070-8963.2022", "10.22184/2070-8963", "10.22184/2070-896X.2022",
                                       "10.22184/2070-8963-2022", "10.22184/issn.2070-8963", "10.1002/(issn)1097-4571",
                                       "10.1016/S0140-6736(05", "10.1000/abc-", "10.1000/", "", "abc", "10.1000"}) {
        CAPTURE(cut);
        CHECK_FALSE(is_whole_doi(cut));
    }
}

TEST_CASE("The key of a DOI folds ASCII alone") {
    CHECK(doi_key("10.1134/S10193") == "10.1134/s10193");
    CHECK(doi_key("10.1000/АБ") == "10.1000/АБ");
}

TEST_CASE("Whatever is printed, normalising a DOI twice changes nothing more") {
    constexpr std::array<std::string_view, 32> kPieces{
        "10.1000/", "10.", "/", ".", "-", " ", "(", ")", "<", ">",    "%2F",   "%25", "%",  "&lt;",  "doi:", "https://",
        "?",        ";",   ",", "а", "б", "С", "a", "Z", "7", "2020", "http:", "–",   "\"", "/full", "% ",   " 34"};
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
    std::uniform_int_distribution<int> length(1, 12);
    int found = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string printed = "10.1000/"s;
        for (int n = length(random); n > 0; --n) printed += kPieces[piece(random)];
        const std::optional<std::string> once = normalise_doi(printed);
        if (!once) continue;
        ++found;
        CAPTURE(printed, *once);
        REQUIRE(normalise_doi(*once) == once);
        REQUIRE(once->find(' ') == std::string::npos);
    }
    CHECK(found > 5000);
}

} // namespace annota
