// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/page_keywords.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

/// "en: a | b; ru: в"
std::string print(const ByLanguage<std::vector<std::string>>& keywords) {
    std::string text;
    for (const auto& [language, list] : keywords) {
        text.append(text.empty() ? "" : "; ").append(language).append(":");
        for (const std::string& keyword : list) text.append(&keyword == &list.front() ? " " : " | ").append(keyword);
    }
    return text;
}

struct Row {
    std::string_view list;
    std::string_view expected;
};

constexpr Row kLists[]{
    {"лёд | дороги |", "ru: лёд | дороги"},
    {"ice; cold roads;", "en: ice | cold roads"},
    {"лёд / дороги / ice / roads", "en: ice | roads; ru: лёд | дороги"},
    {"лёд; дороги / ice; roads", "en: ice | roads; ru: лёд | дороги"},
    {"ввод/вывод; вход / выход", "ru: ввод/вывод | вход / выход"},
    {"ice, roads (winter, polar), kelp.", "en: ice | roads (winter, polar) | kelp"},
    {"лёд/дороги", "ru: лёд | дороги"},
    {"лёд • ice", "en: ice; ru: лёд"},
    {"XX век; метод Monte Carlo; СО2; COVID-19", "en: COVID-19; ru: XX век | метод Monte Carlo | СО2"},
    {"Сold seas; Тhe North", "en: Сold seas | Тhe North"}, // С and Т are Cyrillic.
    {"ice", "en: ice"},
    {"; ;", ""},
    {"", ""},
};

} // namespace

TEST_CASE("keywords are separated and told apart by language") {
    for (const Row& row : kLists) {
        CAPTURE(row.list);
        CHECK(print(split_keywords(row.list)) == row.expected);
    }
}

} // namespace annota
