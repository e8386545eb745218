// SPDX-License-Identifier: GPL-2.0-or-later

#include "corpus/word_list.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace annota::corpus {
namespace {

struct Line {
    double slope = 0;
    double deviation = 0; ///< Root mean square, in natural logarithms.
};

// Least squares of log frequency over log rank, ranks first .. last from 1.
Line fit(const std::vector<double>& frequencies, std::size_t first, std::size_t last) {
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
    for (std::size_t rank = first; rank <= last; ++rank) {
        const double x = std::log(static_cast<double>(rank));
        const double y = std::log(frequencies.at(rank - 1));
        n += 1, sx += x, sy += y, sxx += x * x, sxy += x * y, syy += y * y;
    }
    const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    const double rest = (syy - sy * sy / n) - slope * (sxy - sx * sy / n);
    return {slope, std::sqrt(std::max(rest, 0.0) / n)};
}

TEST_CASE("WordList: size, share of repeats, prefixes shared by inflections", "[corpus]") {
    for (const Language language : {Language::russian, Language::english}) {
        const WordList list(language, 1);
        CAPTURE(static_cast<int>(language), list.size());
        CHECK(list.size() >= kWordListSize);
        CHECK(list.size() < kWordListSize + 20);
        std::set<std::string_view> different;
        for (std::size_t i = 0; i < list.size(); ++i) {
            different.insert(list.word(i));
        }
        CHECK(different.size() > list.size() * 98 / 100);
        CHECK(different.count("") == 0);
    }
}

TEST_CASE("WordList is a function of language and seed", "[corpus]") {
    const WordList one(Language::russian, 1);
    const WordList again(Language::russian, 1);
    const WordList other(Language::russian, 2);
    std::size_t same = 0;
    for (std::size_t i = 0; i < kWordListSize; ++i) {
        REQUIRE(one.word(i) == again.word(i));
        same += one.word(i) == other.word(i) ? 1U : 0U;
    }
    CHECK(same < kWordListSize / 100);
    CHECK(one.word(0) == "и");
}

TEST_CASE("WordList draws by Zipf's law", "[corpus]") {
    for (const Language language : {Language::russian, Language::english}) {
        CAPTURE(static_cast<int>(language));
        const WordList list(language, 1);
        Random random(1, 't', 0);
        std::map<std::string_view, double> counts;
        constexpr int kDraws = 1'000'000;
        for (int i = 0; i < kDraws; ++i) {
            ++counts[list.draw(random)];
        }
        std::vector<double> frequencies;
        frequencies.reserve(counts.size());
        for (const auto& [word, count] : counts) {
            frequencies.push_back(count);
        }
        std::sort(frequencies.rbegin(), frequencies.rend());
        const Line line = fit(frequencies, 3, 5'000);
        CAPTURE(line.slope, line.deviation, frequencies[0]);
        CHECK(line.slope == Approx(-0.95).margin(0.06));
        CHECK(line.deviation < 0.07);
        CHECK(frequencies[0] / kDraws == Approx(0.047).margin(0.005));
    }
}

TEST_CASE("draw_content never gives a function word", "[corpus]") {
    const WordList list(Language::english, 1);
    const std::set<std::string_view> function_words = {"the", "of", "and", "in", "to", "a", "is", "for", "that", "can"};
    Random random(1, 't', 0);
    for (int i = 0; i < 20'000; ++i) {
        REQUIRE(function_words.count(list.draw_content(random)) == 0);
    }
}

TEST_CASE("append_capitalised", "[corpus]") {
    struct Row {
        const char* word;
        const char* expected;
    };
    for (const Row& row : {Row{"", ""}, Row{"a", "A"}, Row{"zip", "Zip"}, Row{"алмаз", "Алмаз"}, Row{"поле", "Поле"},
                           Row{"река", "Река"}, Row{"яма", "Яма"}, Row{"ёж", "Ёж"}, Row{"эра", "Эра"}, Row{"7", "7"}}) {
        std::string out = "-";
        append_capitalised(out, row.word);
        CHECK(out == "-" + std::string(row.expected));
    }
}

} // namespace
} // namespace annota::corpus
