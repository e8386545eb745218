// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/utf8.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

namespace annota {
namespace {

/// Every scalar value goes through the encoder; surrogates are left out.
std::string encode(char32_t c) {
    std::string out;
    append_code_point(out, c);
    return out;
}

/// The definition of UTF-8 read literally: some scalar value encodes to exactly these bytes.
bool is_valid_by_definition(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at;
        const char32_t c = next_code_point(text, next);
        const bool scalar = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        if (!scalar || encode(c) != text.substr(at, next - at)) {
            return false;
        }
        at = next;
    }
    return true;
}

} // namespace

TEST_CASE("every code point survives encoding and decoding", "[utf8]") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        const std::string text = encode(c);
        std::size_t at = 0;
        if (next_code_point(text, at) != c || at != text.size() || !is_valid_utf8(text)) {
            FAIL("code point " << static_cast<unsigned>(c));
        }
    }
    SUCCEED();
}

TEST_CASE("malformed sequences are found and replaced", "[utf8]") {
    struct Row {
        std::string text;
        std::size_t bad;
        std::string repaired;
    };
    const std::string r = encode(0xFFFD);
    const std::vector<Row> rows{
        {"plain", std::string::npos, "plain"},
        {"абв", std::string::npos, "абв"},
        {"a\x80z", 1, "a" + r + "z"},
        {"\xC0\xAF", 0, r + r},                 // overlong slash
        {"\xE0\x80\xAF", 0, r + r + r},         // overlong in three bytes
        {"x\xED\xA0\x80", 1, "x" + r + r + r},  // a surrogate
        {"\xF4\x90\x80\x80", 0, r + r + r + r}, // over U+10FFFF
        {"\xF5", 0, r},                         // no lead byte
        {"longer ASCII text \xD0", 18, "longer ASCII text " + r},
        {"\xE2\x82", 0, r}, // a cut euro sign is one sequence
        {"\xE2\x82z", 0, r + "z"},
        {"\xF0\x9F\x98\xD0\xB0", 0, r + "а"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(find_invalid_utf8(row.text) == row.bad);
        CHECK(is_valid_utf8(row.text) == (row.bad == std::string::npos));
        CHECK(make_valid_utf8(row.text) == row.repaired);
    }
}

TEST_CASE("decoding goes one byte past what is malformed", "[utf8]") {
    const std::string text = "\xE2\x82z";
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == 0xFFFD);
    CHECK(at == 1);
    CHECK(next_code_point(text, at) == 0xFFFD);
    CHECK(next_code_point(text, at) == U'z');
    CHECK(at == text.size());
    CHECK(count_code_points(text) == 3);
}

TEST_CASE("random bytes are judged as the definition judges them", "[utf8]") {
    std::mt19937 random(1);
    const std::string bytes("aZ\xD0\xB0\xD1\x8F\xE2\x80\xA6\xED\x9F\xA0\xF0\x9F\x98\x80\xF4\x8F\x90\xC0\xFF\0", 22);
    for (int round = 0; round < 20000; ++round) {
        std::string text(random() % 12, ' ');
        for (char& c : text) {
            c = bytes[random() % bytes.size()];
        }
        CAPTURE(text);
        REQUIRE(is_valid_utf8(text) == is_valid_by_definition(text));
        const std::string repaired = make_valid_utf8(text);
        REQUIRE(is_valid_utf8(repaired));
        REQUIRE((repaired == text) == is_valid_utf8(text));
        const std::size_t bad = find_invalid_utf8(text);
        REQUIRE(is_valid_utf8(std::string_view(text).substr(0, bad)));
    }
}

TEST_CASE("code points are counted and cut", "[utf8]") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("aбв€😀") == 5);
    CHECK(first_code_points("aбв€😀", 3) == "aбв");
    CHECK(first_code_points("aбв€😀", 5) == "aбв€😀");
    CHECK(first_code_points("aб", 9) == "aб");
    CHECK(first_code_points("aб", 0).empty());
}

TEST_CASE("blanks of every kind are trimmed and collapsed", "[utf8]") {
    struct Row {
        std::string_view text;
        std::string_view trimmed;
        std::string_view collapsed;
    };
    const std::vector<Row> rows{
        {"", "", ""},
        {" \t\n", "", ""},
        {"a", "a", "a"},
        {"  а  б\r\n\tв ", "а  б\r\n\tв", "а б в"},
        {"\u00A0\u202Fх\u3000у\u2003", "х\u3000у", "х у"},
        {"\u2009€\u2009", "€", "€"},
        {"\xA0\xA0", "\xA0\xA0", "\xA0\xA0"}, // bytes that only look like a no-break space
        {"я", "я", "я"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(trim(row.text) == row.trimmed);
        CHECK(collapse_blanks(row.text) == row.collapsed);
    }
}

TEST_CASE("lower case is one letter for one letter", "[utf8]") {
    CHECK(to_lower("МГУ имени ЁЛКИНА, Österreich ΣΑΣ") == "мгу имени ёлкина, österreich σασ");
    CHECK(to_lower("ẞ 42") == "ß 42");
    CHECK(to_lower("").empty());
}

} // namespace annota
