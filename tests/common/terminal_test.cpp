// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/terminal.h"

#include "common/database_path.h"
#include "common/utf8.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <random>

using namespace annota;

TEST_CASE("text for terminals holds no control sequence") {
    struct Row {
        std::string text;
        std::string expected;
    };
    using namespace std::string_literals;
    const std::vector<Row> rows{
        {"Ёлка, naïve, 漢字 👍", "Ёлка, naïve, 漢字 👍"},
        {"a\x1b[31mred\x1b[0m", "a␛[31mred␛[0m"},
        {"\x1b]0;title\x07", "␛]0;title␇"},
        {"a\0b"s, "a␀b"},
        {"a\tb\r\nc", "a b  c"},
        {"a\u2028b\u2029c\u0085"
         "d",
         "a b c d"},
        {"\x7f", "␡"},
        {"\u009b31m", "\uFFFD31m"},
        {"\x9b"
         "31m",
         "\uFFFD31m"},
        {"abc\u202Etxt.exe\u202C", "abctxt.exe"},
        {"\u2066a\u2069\u200E\u200F\u061C\uFEFF", "a"},
        {"\U000E0041\U000E007Fa\uFFF9", "a"},
        {"क्\u200Dष", "क्\u200Dष"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(printable(row.text) == row.expected);
    }
}

TEST_CASE("nothing of random bytes reaches the terminal but text") {
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same trials each time
    for (int trial = 0; trial < 2000; ++trial) {
        std::string text;
        for (std::size_t length = random() % 40; length > 0; --length) {
            // Every second character from where the controls are.
            if (random() % 2 == 0)
                text.push_back(static_cast<char>(random() % 256));
            else
                append_code_point(text, random() % 0x30 == 0 ? 0x202E : static_cast<char32_t>(random() % 0xA8));
        }
        const std::string shown = printable(text);
        CAPTURE(text);
        REQUIRE(is_valid_utf8(shown));
        for (std::size_t at = 0; at < shown.size();) {
            const char32_t c = next_code_point(shown, at);
            REQUIRE((c >= 0x20 && c != 0x7F && !(c >= 0x80 && c <= 0x9F) && c != 0x202E));
        }
        REQUIRE(printable(shown) == shown);
    }
}

TEST_CASE("JSON for a terminal means the same and needs no care") {
    struct Row {
        std::string text;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"", ""},
        {"{\"a\":\"Лёд\"}\n", "{\"a\":\"Лёд\"}\n"},
        {"[\"\u009b2J\"]", "[\"\\u009b2J\"]"},
        {"[\"a\x7F\u0085\"]", "[\"a\\u007f\\u0085\"]"},
        {"\"\u202Eabc\u2028\uFEFF\"", "\"\\u202eabc\\u2028\\ufeff\""},
        {"\"\U000E0041\U0001F600\"", "\"\\udb40\\udc41\U0001F600\""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(printable_json(row.text) == row.expected);
    }
}

TEST_CASE("colour is for terminals that have it and users who want it") {
    const Environment usual{{"TERM", "xterm"}};
    CHECK(wants_color(ColorChoice::automatic, true, usual));
    CHECK_FALSE(wants_color(ColorChoice::automatic, false, usual));
    CHECK_FALSE(wants_color(ColorChoice::never, true, usual));
    CHECK(wants_color(ColorChoice::always, false, {{"NO_COLOR", "1"}}));
    CHECK_FALSE(wants_color(ColorChoice::automatic, true, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}));
    CHECK(wants_color(ColorChoice::automatic, true, {{"TERM", "xterm"}, {"NO_COLOR", ""}}));
    CHECK_FALSE(wants_color(ColorChoice::automatic, true, {{"TERM", "dumb"}}));
    CHECK_FALSE(wants_color(ColorChoice::automatic, true, {}));
}

TEST_CASE("the width of what is no terminal is told by the environment") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    CHECK_FALSE(is_terminal(ends[1]));
    CHECK(terminal_width(ends[1], {}) == 80);
    CHECK(terminal_width(ends[1], {{"COLUMNS", "132"}}) == 132);
    CHECK(terminal_width(ends[1], {{"COLUMNS", "3"}}) == 20);
    CHECK(terminal_width(ends[1], {{"COLUMNS", "wide"}}) == 80);
    close(ends[0]);
    close(ends[1]);
    CHECK_FALSE(is_terminal(-1));
}

TEST_CASE("the index is where option, environment or the user's folder say") {
    struct Row {
        std::string option;
        Environment environment;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"here", {{"ANNOTA_DB", "/there"}}, "here"},
        {"", {{"ANNOTA_DB", "/there"}, {"HOME", "/h"}}, "/there"},
        {"", {{"ANNOTA_DB", ""}, {"HOME", "/h"}}, "/h/.local/share/annota/db"},
        {"", {{"XDG_DATA_HOME", "/d"}, {"HOME", "/h"}}, "/d/annota/db"},
        {"", {{"XDG_DATA_HOME", "relative"}, {"HOME", "/h"}}, "/h/.local/share/annota/db"},
        {"", {}, ""},
    };
    for (const Row& row : rows) CHECK(database_path(row.option, row.environment) == row.expected);
}
