// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/rejects.h"

#include <catch2/catch.hpp>

namespace annota {

TEST_CASE("problems as JSON") {
    const Problem full{Severity::warning, {"a.jsonl", 7}, 5, "x1", "bad_year", "not a year", "\"1\n\""};
    CHECK(problem_to_json(full) == R"({"file":"a.jsonl","line":7,"record":5,"id":"x1","code":"bad_year",)"
                                   R"("severity":"warning","message":"not a year","fragment":"\"1\n\""})");
    const Problem bare{Severity::rejection, {"\xFF", 0}, 0, "", "unknown_format", "content", ""};
    CHECK(problem_to_json(bare) == "{\"file\":\"\xEF\xBF\xBD\",\"code\":\"unknown_format\",\"severity\":\"rejection\","
                                   "\"message\":\"content\",\"fragment\":\"\"}");
}

TEST_CASE("problems as a line of text") {
    struct Row {
        std::string file;
        std::size_t line;
        std::string message;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"a.jsonl", 7, "not a year", "annota-index: a.jsonl:7: not a year"},
        {"-", 0, "content", "annota-index: -: content"},
        {"Ёлка №1.txt", 1, "«x»", "annota-index: Ёлка №1.txt:1: «x»"},
        {"a\nb", 1, "\x1b[31m\t\x7F", "annota-index: a\\x0ab:1: \\x1b[31m\\x09\\x7f"},
        {"a\xC2\x9B", 1,
         "\xE2\x80\xAE"
         "evil",
         "annota-index: a\\x9b:1: \\u202eevil"},
        {"\xFF", 1, "m", "annota-index: \xEF\xBF\xBD:1: m"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.file, row.message);
        CHECK(problem_to_line({Severity::rejection, {row.file, row.line}, 1, "", "code", row.message, ""}) ==
              row.expected);
    }
}

} // namespace annota
