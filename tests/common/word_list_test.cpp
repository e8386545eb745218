// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/word_list.h"

#include "common/option_value.h"

#include <catch2/catch.hpp>

#include <random>

using namespace annota;

namespace {

using Words = std::vector<std::string_view>;

} // namespace

TEST_CASE("lists of words are split and enumerated") {
    CHECK(split("a|b|", '|') == Words{"a", "b", ""});
    CHECK(split("", '|') == Words{""});
    CHECK(enumerate({}, "or").empty());
    CHECK(enumerate({"a"}, "or") == "a");
    CHECK(enumerate({"a", "b"}, "or") == "a or b");
    CHECK(enumerate({"a", "b", "c"}, "and") == "a, b and c");
}

TEST_CASE("similarity of words has the published values") {
    // Pairs of Winkler's own papers, to three decimals.
    CHECK(word_similarity("martha", "marhta") == Approx(0.961).margin(0.0006));
    CHECK(word_similarity("dwayne", "duane") == Approx(0.840).margin(0.0006));
    CHECK(word_similarity("dixon", "dicksonx") == Approx(0.813).margin(0.0006));
    CHECK(word_similarity("", "") == 0);
    CHECK(word_similarity("a", "") == 0);
    CHECK(word_similarity("a", "a") == 1);
}

TEST_CASE("a misspelt word finds its own") {
    const Words words{"format", "facet", "fields", "filter", "limit", "offset", "author", "language", "db", "run"};
    CHECK(nearest_word("foo", words) == "format");
    CHECK(nearest_word("zzzz", words) == std::nullopt);
    CHECK(nearest_word("db", {"feedback"}) == std::nullopt);
    CHECK(nearest_word("ad", {"add"}) == "add");
    CHECK(nearest_word("", words) == std::nullopt);
    CHECK(nearest_word("формат", words) == std::nullopt);

    std::mt19937 random(20); // NOLINT(cert-msc51-cpp): the same trials each time
    for (const std::string_view word : words) {
        if (word.size() < 5) continue;
        for (int trial = 0; trial < 20; ++trial) {
            std::string typed(word);
            const std::size_t at = 1 + random() % (typed.size() - 2);
            if (trial % 2 == 0) typed.erase(at, 1);
            if (trial % 2 == 1) std::swap(typed[at], typed[at + 1]);
            CAPTURE(typed);
            CHECK(nearest_word(typed, words) == word);
        }
    }
}

TEST_CASE("numbers are read within their bounds") {
    struct Row {
        std::string_view text;
        std::optional<std::uint64_t> expected;
    };
    const std::vector<Row> rows{
        {"0", 0},    {"10000", 10'000},
        {"007", 7},  {"10001", {}},
        {"-1", {}},  {"+1", {}},
        {"", {}},    {" 1", {}},
        {"1 ", {}},  {"1.0", {}},
        {"1e3", {}}, {"0x10", {}},
        {"ten", {}}, {"18446744073709551616", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::uint64_t number = 77;
        const Complaint complaint = read_number(row.text, {0, 10'000}, number);
        CHECK(complaint.has_value() != row.expected.has_value());
        CHECK(number == row.expected.value_or(77));
    }
    std::uint64_t number = 0;
    CHECK(read_number("many", {1, 10'000}, number) == "takes a whole number from 1 to 10,000, not 'many'");
    CHECK(grouped(1) == "1");
    CHECK(grouped(1000) == "1,000");
    CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("texts in messages are short and harmless") {
    CHECK(in_quotes("a\x1b[0m\nb") == "'a␛[0m b'");
    CHECK(in_quotes(std::string(100, 'x')) == "'" + std::string(60, 'x') + "…'");
    CHECK(in_quotes("\xff") == "'\uFFFD'");
}
