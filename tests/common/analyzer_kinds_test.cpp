// SPDX-License-Identifier: GPL-2.0-or-later
//
// What readers type and what is printed: each kind as cases and as a property over generated instances.

#include "common/analyzer.h"
#include "common/utf8.h"
#include "tests/common/token_match.h"

#include <catch2/catch.hpp>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace annota {
namespace {

struct Row {
    std::string query;
    std::string document;
    bool found;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.query, row.document);
        REQUIRE(finds(row.query, row.document) == row.found);
    }
}

constexpr int kInstances = 200;

/// Made-up words, at least two syllables, never a function word.
class Words {
public:
    explicit Words(unsigned seed) : random_(seed) {}

    std::string russian() { return syllables({"ба", "ло", "ги", "ру", "нэ", "фи", "зы", "дя", "жо", "цу"}); }
    std::string english() { return syllables({"ba", "lo", "gi", "ru", "ne", "fi", "zu", "da", "vo", "qua"}); }
    std::string number() { return std::to_string(2 + below(998)); }
    std::size_t below(std::size_t bound) { return random_() % bound; }
    const std::string& one_of(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }

private:
    std::string syllables(const std::vector<std::string>& choices) {
        std::string word;
        for (std::size_t i = 3 + below(3); i > 0; --i) {
            word += one_of(choices);
        }
        return word;
    }

    std::mt19937 random_;
};

std::string upper(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool small = (c >= U'а' && c <= U'я') || (c >= U'a' && c <= U'z');
        append_code_point(out, small ? c - 0x20 : c == U'ё' ? U'Ё' : c);
    }
    return out;
}

std::string joined(std::string left, std::string_view between, std::string_view right) {
    return left.append(between).append(right);
}

std::string decomposed(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
    return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

} // namespace

TEST_CASE("ё is е, in any case and inflection", "[kinds]") {
    check({
        {"актер", "Актёр играет", true},
        {"ёмкости", "емкость", true},
        {"санкциями", "новые санкции", true},
        {"КИТАЙ", "Китай", true},
        {"китай", "КИТАЙ", true},
        {"китаи", "Актёр", false},
        {"майка", "маика", false},
    });
    Words words(11);
    for (int i = 0; i < kInstances; ++i) {
        const std::string stem = words.russian();
        const std::string yo = stem + "лё" + words.one_of({"т", "н", "к"});
        const std::string ye = replaced(yo, "ё", "е");
        check({{ye, yo, true}, {yo, upper(ye), true}, {yo, upper(yo), true}, {ye, stem + "мот", false}});
    }
}

TEST_CASE("words with a letter of the other script are found", "[kinds]") {
    check({{"conclusions", "Сonclusions", true},
           {"определение", "oпределение", true},
           {"Сonclusions", "conclusion", true}});
    Words words(12);
    const std::vector<std::pair<std::string, std::string>> alike{{"а", "a"}, {"о", "o"}, {"е", "e"}, {"р", "p"},
                                                                 {"с", "c"}, {"у", "y"}, {"х", "x"}};
    for (int i = 0; i < kInstances; ++i) {
        const auto& [cyrillic, latin] = alike[words.below(alike.size())];
        const std::string english = words.english();
        const std::string russian = words.russian() + "ж";
        check({{latin + english, cyrillic + english, true},
               {cyrillic + english, latin + english, true},
               {cyrillic + russian, latin + russian, true},
               {latin + russian, cyrillic + russian, true},
               {latin + english, cyrillic + russian, false}});
    }
}

TEST_CASE("names with signs are themselves only", "[kinds]") {
    check({{"C++", "язык C++.", true},
           {"С++", "C++", true},
           {"C++", "C", false},
           {"C", "C++", false},
           {"C++", "C#", false},
           {"c#", "(C#)", true},
           {".net", "ASP.NET", true},
           {"net", ".NET", false},
           {"C++", "C++11", true}});
    const std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
    for (const char c : letters) {
        const std::string letter(1, c);
        const std::string capital(1, static_cast<char>(c - 'a' + 'A'));
        for (const char* const sign : {"++", "#"}) {
            check({{letter + sign, "a " + capital + sign + ", b", true},
                   {letter + sign, capital, false},
                   {letter, "(" + capital + sign + ")", false},
                   {letter + sign, capital + " " + sign, false}});
        }
    }
}

TEST_CASE("formulas and codes are found however they are printed", "[kinds]") {
    check({{"H2O", "H₂O", true},
           {"CO2", "СО₂", true},
           {"со2", "CO2", true},
           {"COVID19", "COVID-19", true},
           {"COVID-19", "COVID19", true},
           {"covid 19", "COVID-19", true},
           {"т-34", "T-34", true},
           {"T34", "Т-34", true},
           {"pb208", "Pb-208", true},
           {"105", "10⁵", false},
           {"covid20", "COVID-19", false},
           {"H2O", "H3O", false}});
    Words words(13);
    for (int i = 0; i < kInstances; ++i) {
        const std::string word = i % 2 == 0 ? words.english() : words.russian();
        const std::string number = words.number();
        check({{word + number, joined(upper(word), "-", number), true},
               {joined(word, "-", number), upper(word) + number, true},
               {joined(word, " ", number), joined(word, "\u2011", number), true},
               {number + word, joined(number, "-", upper(word)), true},
               {word + number, joined(word, "-", number + "1"), false},
               {word + number, joined(number, " ", word), false}});
    }
}

TEST_CASE("letters that look alike meet where capitals, digits or signs leave the script open", "[kinds]") {
    const std::vector<std::pair<std::string, std::string>> alike{{"А", "A"}, {"В", "B"}, {"Е", "E"}, {"К", "K"},
                                                                 {"М", "M"}, {"Н", "H"}, {"О", "O"}, {"Р", "P"},
                                                                 {"С", "C"}, {"Т", "T"}, {"Х", "X"}};
    Words words(14);
    for (int i = 0; i < kInstances; ++i) {
        std::string cyrillic = "РМ"; // so that no function word comes out
        std::string latin = "PM";
        for (std::size_t k = 1 + words.below(3); k > 0; --k) {
            const auto& [c, l] = alike[words.below(alike.size())];
            cyrillic += c;
            latin += l;
        }
        const std::string number = words.number();
        check({{cyrillic, latin, true},
               {latin, cyrillic, true},
               {cyrillic, cyrillic, true},
               {joined(cyrillic, "-", number), latin + number, true},
               {latin + number, joined(cyrillic, "-", number), true},
               {upper("т") + number, "T" + number, true},
               {cyrillic, latin + "QZ", false}});
    }
}

TEST_CASE("apostrophes are all alike and may be left out", "[kinds]") {
    check({{"Kondrat'ev", "Kondrat’ev", true},
           {"kondratev", "Kondrat’ev", true},
           {"Kondrat’ev", "Kondratev", true},
           {"China", "China’s", true},
           {"kondratov", "Kondrat’ev", false}});
    Words words(15);
    const std::vector<std::string> apostrophes{"'", "’", "‘", "ʼ", "′", "`", "´", "ʹ", "ʻ", "＇"};
    for (int i = 0; i < kInstances; ++i) {
        const std::string head = i % 2 == 0 ? words.english() : words.russian();
        const std::string tail = i % 2 == 0 ? words.english() : words.russian();
        const std::string& mark = words.one_of(apostrophes);
        const std::string printed = joined(head, mark, tail);
        check({{joined(head, words.one_of(apostrophes), tail), printed, true},
               {head + tail, printed, true},
               {printed, head + tail, true},
               {joined(tail, mark, head), printed, tail == head},
               {head, joined(head, words.one_of(apostrophes), "s"), true}});
    }
}

TEST_CASE("composed, decomposed and accented texts are one", "[kinds]") {
    check({{"й", "и\u0306", true},
           {"иод", "йод", false},
           {"naive", "naïve", true},
           {"müller", "Muller", true},
           {"ударение", "ударе\u0301ние", true},
           {"экономика", "эко\u00ADномика", true}});
    Words words(16);
    const std::vector<std::string> letters{"й", "ё", "ї", "ў", "ќ", "é", "ü", "ç", "ö", "ñ"};
    for (int i = 0; i < kInstances; ++i) {
        const std::size_t k = words.below(letters.size());
        const std::string word =
            k < 5 ? joined(words.russian(), letters[k], "жн") : joined(words.english(), letters[k], "rt");
        const std::string stressed = replaced(word, k < 5 ? "жн" : "rt", k < 5 ? "ж\u0301н" : "r\u0301\u00ADt");
        check({{word, decomposed(word), true},
               {decomposed(word), upper(word), true},
               {word, stressed, true},
               {word, word.substr(2), false}});
    }
}

TEST_CASE("hyphenated words are found split, joined and as a phrase", "[kinds]") {
    check({{"научно техническое", "Научно-техническое", true},
           {"научнотехническое", "Научно-техническое", true},
           {"научно-технического", "научно-техническое", true},
           {"научно-техническое", "научнотехническое", true},
           {"научнотехническое", "научно и техническое", false}});
    Words words(17);
    for (int i = 0; i < kInstances; ++i) {
        const std::string head = i % 2 == 0 ? words.russian() : words.english();
        const std::string tail = i % 2 == 0 ? words.russian() : words.english();
        const std::string printed = upper(head) + words.one_of({"-", "\u2010", "\u2011"}) + tail;
        check({{joined(head, " ", tail), printed, true},
               {head + tail, printed, true},
               {joined(head, "-", tail), printed, true},
               {joined(head, "-", tail), head + tail, true},
               {joined(head, "-", tail), joined(tail, " x ", head), false}});
        const std::string document = joined("a ", printed, " b");
        CHECK(finds_phrase(joined(head, " ", tail), document));
        CHECK(finds_phrase(joined(head, tail, " b"), document));
        CHECK_FALSE(finds_phrase("a b", document));
    }
}

TEST_CASE("phrases mind their function words and inflect", "[kinds]") {
    CHECK(finds_phrase("Россия и Китай", "роль России и Китай"));
    CHECK(finds_phrase("научная школа и техническая база", "научной школы и технической базы"));
    CHECK_FALSE(finds_phrase("Россия и Китай", "Россия или Китай"));
    CHECK_FALSE(finds_phrase("Россия и Китай", "Китай и Россия"));
    Words words(18);
    for (int i = 0; i < kInstances; ++i) {
        const bool russian = i % 2 == 0;
        const std::string left = russian ? words.russian() : words.english();
        const std::string right = russian ? words.russian() : words.english();
        const std::string conjunction = russian ? " и " : " and ";
        const std::string phrase = joined(left, conjunction, right);
        CHECK(finds_phrase(phrase, joined(upper(left), conjunction, right)));
        CHECK_FALSE(finds_phrase(phrase, joined(upper(left), russian ? " или " : " or ", right)));
    }
}

TEST_CASE("the forms that wildcards run over are whole words", "[kinds]") {
    Words words(19);
    Analyzer analyzer;
    for (int i = 0; i < kInstances; ++i) {
        const std::string word = words.russian() + "физический";
        const std::vector<Token> tokens = analyzer.analyze(upper(word));
        REQUIRE(tokens.size() == 1);
        CHECK(tokens.front().form == word);
        CHECK(tokens.front().form.starts_with(tokens.front().term));
    }
}

} // namespace annota
