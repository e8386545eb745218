// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/language.h"

#include <catch2/catch.hpp>

#include <array>

namespace annota {
namespace {

struct LanguageRow {
    std::string_view text;
    std::string_view language;
};

} // namespace

TEST_CASE("The language of a text is told by its script") {
    constexpr std::array<LanguageRow, 14> kRows{{
        {"Научно-технологическая политика", "ru"},
        {"Science policy", "en"},
        {"SWOT-анализ отрасли", "ru"},
        {"The word «спутник» in English", "en"},
        {"Étude naïve", "en"},
        {"2020, 5–13", "und"},
        {"", "und"},
        {"中国的科技政策", "und"},
        {"Πολιτική", "und"},
        {"مقالة", "und"},
        {"中国 (China in transition)", "en"},
        {"Ёж", "ru"},
        {"ab аб", "ru"},
        {"\xFF\xFE", "und"},
    }};
    for (const LanguageRow& row : kRows) {
        CAPTURE(row.text);
        CHECK(detect_language(row.text) == row.language);
    }
}

TEST_CASE("Codes and names of languages become ISO 639-1") {
    constexpr std::array<LanguageRow, 34> kRows{{
        {"ru", "ru"},
        {"RU", "ru"},
        {"rus", "ru"},
        {"Russian", "ru"},
        {"ru-RU", "ru"},
        {"ru_RU", "ru"},
        {"русский", "ru"},
        {"Русский язык", "ru"},
        {"на русском языке", "ru"},
        {"in Russian", "ru"},
        {"рус.", "ru"},
        {"eng", "en"},
        {"English", "en"},
        {"English (US)", "en"},
        {"en-GB", "en"},
        {"английский", "en"},
        {"ger", "de"},
        {"deu", "de"},
        {"Deutsch", "de"},
        {"Français", "fr"},
        {"fre", "fr"},
        {"украинский", "uk"},
        {"українська", "uk"},
        {"zh-Hans-CN", "zh"},
        {"chi", "zh"},
        {"Chinese", "zh"},
        {"中文", "zh"},
        {"pt-BR", "pt"},
        {"Latin", "la"},
        {" Bulgarian ", "bg"},
        {"Klingon", "klingon"},
        {"und", "und"},
        {"", ""},
        {"Text in Spanish", "es"},
    }};
    for (const LanguageRow& row : kRows) {
        CAPTURE(row.text);
        CHECK(normalise_language(row.text) == row.language);
        CHECK(normalise_language(normalise_language(row.text)) == row.language);
    }
}

} // namespace annota
