// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/look_alike.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota {
namespace {

std::vector<FoldedChar> letters(std::string_view text) {
    std::vector<FoldedChar> folded;
    fold_text(text, folded);
    return folded;
}

std::string spelled(const std::vector<FoldedChar>& folded) {
    std::string out;
    for (const FoldedChar& c : folded) {
        append_folded(out, c);
    }
    return out;
}

} // namespace

TEST_CASE("mixed words mean one script", "[look_alike]") {
    struct Row {
        std::string_view text;
        Repair repair;
        std::string_view repaired;
    };
    const std::vector<Row> rows{
        {"Сonclusions", Repair::to_latin, "conclusions"},    // Cyrillic С
        {"oпределение", Repair::to_cyrillic, "определение"}, // Latin o
        {"Тhe", Repair::to_latin, "the"},                    // a capital Т
        {"тhe", Repair::split, "тhe"},                       // a small т looks like no Latin letter
        {"pоcc", Repair::to_latin, "pocc"},                  // both ways are open: three Latin letters of four
        {"рocс", Repair::to_latin, "pocc"},                  // a tie
        {"росc", Repair::to_cyrillic, "росс"},
        {"ХIХ", Repair::to_latin, "xix"},        // Russian has no і,
        {"мiсто", Repair::to_cyrillic, "місто"}, // Ukrainian has
        {"webсайт", Repair::split, "webсайт"},
        {"слово", Repair::none, "слово"},
        {"word", Repair::none, "word"},
        {"αсo", Repair::none, "αсo"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::vector<FoldedChar> word = letters(row.text);
        const Repair repair = choose_repair(word);
        CHECK(repair == row.repair);
        apply_repair(repair, word, false);
        CHECK(spelled(word) == row.repaired);
    }
}

TEST_CASE("codes become Latin where all their letters can", "[look_alike]") {
    struct Row {
        std::string_view text;
        Repair repair;
        std::string_view repaired;
    };
    const std::vector<Row> rows{
        {"СО2", Repair::to_latin, "co2"},    {"со2", Repair::to_latin, "co2"}, {"т34", Repair::to_latin, "t34"},
        {"Н2О", Repair::to_latin, "h2o"},    {"С++", Repair::to_latin, "c++"}, {"Ил76", Repair::none, "ил76"},
        {"Ж1b", Repair::to_cyrillic, "ж1в"}, {"t34", Repair::none, "t34"},     {"Ж1f", Repair::split, "ж1f"},
        {"1990", Repair::none, "1990"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::vector<FoldedChar> word = letters(row.text);
        const Repair repair = choose_code_repair(word);
        CHECK(repair == row.repair);
        apply_repair(repair, word, true);
        CHECK(spelled(word) == row.repaired);
    }
}

TEST_CASE("capitals that could be Latin are ambiguous", "[look_alike]") {
    for (const std::string_view word : {"РОС", "МНС", "ТВ", "ВСЁ", "СІ"}) {
        CAPTURE(word);
        CHECK(is_ambiguous_capitals(letters(word)));
    }
    for (const std::string_view word : {"POC", "Рос", "Т", "ТВ1", "США", ""}) {
        CAPTURE(word);
        CHECK_FALSE(is_ambiguous_capitals(letters(word)));
    }
}

TEST_CASE("look-alikes lead back to the letter that they are from", "[look_alike]") {
    int small = 0;
    int capital = 0;
    for (char32_t c = 0x400; c < 0x530; ++c) {
        for (const bool is_capital : {false, true}) {
            const char32_t latin = latin_look_alike(c, is_capital);
            if (latin != 0) {
                ++(is_capital ? capital : small);
                CHECK(cyrillic_look_alike(latin, is_capital) == c);
            }
        }
    }
    CHECK(small == 12);
    CHECK(capital == 17);
}

} // namespace annota
