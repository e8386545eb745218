// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts are encoded here, byte by byte, from the definition of each table.

#include "indexer/encoding.h"

#include "common/utf8.h"

#include <catch2/catch.hpp>

#include <random>

namespace annota {

namespace {

constexpr std::string_view kRussian = "Аннотация: описаны мхи озёр.\nКлючевые слова: мхи, озёра, Север\n";

/// Of Russian letters and ASCII: 0xC0 + n for the n-th letter from А on.
std::string windows_1251(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x80)
            out.push_back(static_cast<char>(c));
        else
            out.push_back(static_cast<char>(c == U'ё' ? 0xB8 : 0xC0 + (c - U'А')));
    }
    return out;
}

/// KOI8-R has the small letters first and in the order of the Latin alphabet.
std::string koi8_r(std::string_view text) {
    static constexpr std::u32string_view kOrder = U"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x80)
            out.push_back(static_cast<char>(c));
        else
            out.push_back(static_cast<char>(c == U'ё' ? 0xA3 : 0xC0 + kOrder.find(c)));
    }
    return out;
}

std::string utf16(std::string_view text, bool little, bool mark) {
    std::string out;
    const auto put = [&](char32_t c) {
        const char low = static_cast<char>(c & 0xFFU);
        const char high = static_cast<char>(c >> 8U);
        out.push_back(little ? low : high);
        out.push_back(little ? high : low);
    };
    if (mark) put(0xFEFF);
    for (std::size_t at = 0; at < text.size();) put(next_code_point(text, at));
    return out;
}

} // namespace

TEST_CASE("encodings are told apart") {
    const std::string russian(kRussian);
    CHECK(guess_encoding(russian) == Encoding::utf8);
    CHECK(guess_encoding("") == Encoding::utf8);
    CHECK(guess_encoding("\xEF\xBB\xBF" + russian) == Encoding::utf8);
    CHECK(guess_encoding(windows_1251(russian)) == Encoding::windows_1251);
    CHECK(guess_encoding(koi8_r(russian)) == Encoding::koi8_r);
    CHECK(guess_encoding("M\xFCller \x96 r\xE9sum\xE9: the ice roads of Finland") == Encoding::eight_bit);
    for (const bool little : {false, true}) {
        for (const bool mark : {false, true}) {
            CHECK(guess_encoding(utf16(russian, little, mark)) == Encoding::utf16);
            CHECK(guess_encoding(utf16("DOI: 10.12345/x\n", little, mark)) == Encoding::utf16);
        }
    }
}

TEST_CASE("damaged and binary data are no other encoding") {
    const std::string russian(kRussian);
    for (std::size_t cut = 0; cut < russian.size(); ++cut) {
        CAPTURE(cut);
        CHECK(guess_encoding(std::string_view(russian).substr(cut)) == Encoding::utf8);
        CHECK(guess_encoding(std::string_view(russian).substr(0, cut)) == Encoding::utf8);
    }
    std::mt19937 random(5);
    for (int i = 0; i < 200; ++i) {
        std::string damaged = russian;
        damaged[random() % damaged.size()] = static_cast<char>(1 + random() % 255);
        CHECK(guess_encoding(damaged) == Encoding::utf8);
        std::string binary(4096, '\0');
        for (char& c : binary) c = static_cast<char>(random());
        CHECK(guess_encoding(binary) == Encoding::utf8);
    }
}

TEST_CASE("a problem names the encoding and the way out") {
    CHECK_FALSE(encoding_problem(Encoding::utf8, "a.txt"));
    const auto problem = encoding_problem(Encoding::windows_1251, "a.txt");
    REQUIRE(problem);
    CHECK(problem->code == "bad_encoding");
    CHECK(problem->severity == Severity::rejection);
    CHECK(problem->position == SourcePosition{"a.txt", 0});
    CHECK(problem->message == "not UTF-8 but probably Windows-1251; convert it with: iconv -f CP1251");
    for (const Encoding encoding : {Encoding::utf16, Encoding::koi8_r, Encoding::eight_bit})
        CHECK(encoding_problem(encoding, "a.txt"));
}

} // namespace annota
