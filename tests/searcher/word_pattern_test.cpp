// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/word_pattern.h"

#include "searcher/inflections.h"
#include "searcher/query_word.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

namespace annota {

namespace {

template <class Pattern> bool accepts(const Pattern& pattern, std::u32string_view word) {
    auto state = pattern.start();
    for (const char32_t letter : word) {
        state = pattern.next(state, letter);
        if (!pattern.is_alive(state)) return false;
    }
    return pattern.accepts(state);
}

bool slow_glob(std::u32string_view glob, std::u32string_view word) {
    if (glob.empty()) return word.empty();
    if (glob.front() == U'*')
        return slow_glob(glob.substr(1), word) || (!word.empty() && slow_glob(glob, word.substr(1)));
    return !word.empty() && (glob.front() == U'?' || glob.front() == word.front()) &&
           slow_glob(glob.substr(1), word.substr(1));
}

unsigned slow_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<unsigned>> table(a.size() + 1, std::vector<unsigned>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = static_cast<unsigned>(i + j);
                continue;
            }
            table[i][j] = std::min(
                {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    return table[a.size()][b.size()];
}

std::u32string random_word(std::mt19937& random, std::u32string_view letters, std::size_t most) {
    std::u32string word;
    for (std::size_t left = random() % (most + 1); left > 0; --left) word += letters[random() % letters.size()];
    return word;
}

} // namespace

TEST_CASE("wildcards match as the obvious recursion does") {
    std::mt19937 random(1);
    int matched = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::u32string glob = random_word(random, U"abc*?", 7);
        const std::u32string word = random_word(random, U"abc", 8);
        CAPTURE(to_utf8(glob), to_utf8(word));
        const bool expected = slow_glob(glob, word);
        REQUIRE(accepts(WildcardPattern::read(glob).value(), word) == expected);
        matched += expected ? 1 : 0;
    }
    CHECK(matched > 1000);
    CHECK(WildcardPattern::read(std::u32string(60, U'a')).has_value());
    CHECK(!WildcardPattern::read(std::u32string(61, U'a')).has_value());
    CHECK(WildcardPattern::read(std::u32string(1000, U'*')).has_value());
}

TEST_CASE("misspelt words are within the distance of the whole table") {
    std::mt19937 random(2);
    int matched = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::u32string word = random_word(random, U"abc", 7);
        const std::u32string other = random_word(random, U"abc", 7);
        const unsigned distance = 1 + random() % 2;
        CAPTURE(to_utf8(word), to_utf8(other), distance);
        const bool expected = slow_distance(word, other) <= distance;
        REQUIRE(accepts(MisspeltWord::read(word, distance).value(), other) == expected);
        matched += expected ? 1 : 0;
    }
    CHECK(matched > 1000);
    CHECK(!MisspeltWord::read(std::u32string(41, U'a'), 1).has_value());
}

TEST_CASE("a pattern means a word by any of its inflections") {
    struct Row {
        const char32_t* pattern;
        const char* word;
        bool meant;
    };
    Analyzer analyzer;
    for (const Row& row : {
             Row{U"инфля*ия", "инфляцией", true},
             Row{U"*фляция", "инфляции", true},
             Row{U"ин?ляци?", "инфляция", true},
             Row{U"*ляц*", "инфляция", true},
             Row{U"инфля*ство", "инфляция", false},
             Row{U"стран?", "странами", true},
             Row{U"стран??", "страны", true},
             Row{U"стран???????", "страны", false},
             Row{U"pol?cy", "policies", true},
             Row{U"*onomics", "economic", true},
             Row{U"econom*st", "economics", false},
             Row{U"sk?es", "sky", true},
         }) {
        CAPTURE(to_utf8(row.pattern), row.word);
        CHECK(accepts_inflection(*WildcardPattern::read(row.pattern), analyzer.stem(row.word), analyzer) == row.meant);
    }
    struct Misspelt {
        const char32_t* typed;
        unsigned distance;
        const char* word;
        bool meant;
    };
    for (const Misspelt& row : {
             Misspelt{U"сакнциями", 1, "санкции", true},
             Misspelt{U"санкцыями", 1, "санкции", true},
             Misspelt{U"санцыями", 1, "санкции", false},
             Misspelt{U"санцыями", 2, "санкции", true},
             Misspelt{U"economcs", 1, "economic", true},
             Misspelt{U"polices", 1, "policy", true},
             Misspelt{U"санкции", 1, "станции", false},
             Misspelt{U"санкции", 2, "станции", true},
         }) {
        CAPTURE(to_utf8(row.typed), row.distance, row.word);
        CHECK(accepts_inflection(*MisspeltWord::read(row.typed, row.distance), analyzer.stem(row.word), analyzer) ==
              row.meant);
    }
}

} // namespace annota
