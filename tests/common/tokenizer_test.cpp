// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/tokenizer.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota {
namespace {

/// Printed words with blanks between, their parts with "|", or "&" where an ampersand joins them.
std::string words(std::string_view text) {
    std::vector<FoldedChar> folded;
    fold_text(text, folded);
    Tokenizer tokenizer(folded);
    std::vector<WordPart> parts;
    std::string out;
    while (tokenizer.next(parts)) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) {
                out += parts[i].ampersand ? "&" : "|";
            } else if (!out.empty()) {
                out += ' ';
            }
            for (std::size_t c = parts[i].first; c < parts[i].last; ++c) {
                append_folded(out, folded[c]);
            }
        }
    }
    return out;
}

struct Row {
    std::string_view text;
    std::string_view words;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(words(row.text) == row.words);
    }
}

} // namespace

TEST_CASE("words end where Unicode ends them", "[tokenizer]") {
    check({
        {"", ""},
        {" \n\t…!", ""},
        {"Две птицы, один камень!", "две птицы один камень"},
        {"слово.Слово «кавычки»(скобки)", "слово слово кавычки скобки"},
        {"один/два три_четыре пять–шесть семь—восемь", "один два три четыре пять шесть семь восемь"},
        {"тире--тире минус\u2212минус", "тире тире минус минус"},
        {"№5, §7, 40%, 25℃", "5 7 40 25 c"},
        {"Widget™ Ltd.®", "widget ltd"},
        {std::string_view("nul\0nul", 7), "nul nul"},
        {"\xFF\xFEгрязь\xD0", "грязь"},
    });
}

TEST_CASE("compounds are taken apart", "[tokenizer]") {
    check({
        {"Научно-техническое", "научно|техническое"},
        {"a\u2010b c\u2011d", "a|b c|d"},
        {"экс\u00AD-министр", "экс|министр"},
        {"-слово слово- техни-\nческий - ", "слово слово техни ческий"},
        {"state-of-the-art", "state|of|the|art"},
        {"O'Brien d’Alembert п'ять Kondratʹev", "o|brien d|alembert п|ять kondrat|ev"},
        {"China's the Joneses’ BRICS’S 1990's", "china the joneses brics 1990"},
        {"Moody's-rated O'Neil's AT&T's", "moody|rated o|neil at&t"},
        {"R&D S&T A & B C&", "r&d s&t a b c"},
        {"'quoted' ''twice''", "quoted twice"},
    });
}

TEST_CASE("codes, numbers and formulas keep what belongs together", "[tokenizer]") {
    check({
        {"COVID19 COVID-19 60Co Pb-208 10km", "covid|19 covid|19 60|co pb|208 10|km"},
        {"H2O Fe2O3 C60 T34 P2P 5G p53", "h2o fe2o3 c60 t34 p2p 5g p53"},
        {"H₂O CO₂ m² km² ²³⁵U ⁶⁰Co", "h2o co|2 m2 km|2 235u 60|co"},
        {"10⁵ 5½ ①② log₁₀2 1s²2s²", "10 5 5 1 2 1 2 log|10 2 1s2 2s2"},
        {"3,14 3.14 1,000,000 v1.2 1. 2,", "3,14 3.14 1,000,000 v1.2 1 2"},
        {"10.1000/abc123 3.5GB", "10.1000 abc|123 3.5|gb"},
        {"SARS-CoV2 COVID19-тест", "sars|cov|2 covid|19|тест"},
        {"1,,2 1..2 .5 5.", "1 2 1 2 5 5"},
    });
}

TEST_CASE("abbreviations and names with signs are one word", "[tokenizer]") {
    check({
        {"the U.S.A. and U.S", "the u.s.a. and u.s"},
        {"И.О. Фамилия, И.О.Фамилия, И. О. Фамилия", "и.о. фамилия и.о. фамилия и о фамилия"},
        {"г.Москва т.е. ab.c.d.", "г москва т.е. ab c.d."},
        {"U.S.-China a.b2", "u.s.|china a b2"},
        {"C++ (C#) F#, g++; C++11 C++/C#", "c++ c# f# g++ c++ 11 c++ c#"},
        {"c+d x+ abc++ #tag a++b C ++", "c d x abc tag a b c"},
        {".NET ASP.NET network.Network subnet .net-код", ".net asp .net network network subnet .net|код"},
    });
}

TEST_CASE("scripts without blanks are runs", "[tokenizer]") {
    check({
        {"日本語DNA解析", "日本語 dna 解析"},
        {"ภาษาไทย 한국어 カラー", "ภาษาไทย 한국어 カラー"},
        {"日本-中国", "日本 中国"},
        {"हिन्दी भाषा", "हिन्दी भाषा"},
        {"β-каротин TNFα", "β|каротин tnfα"},
    });
}

} // namespace annota
