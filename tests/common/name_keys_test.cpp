// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/name_keys.h"

#include "common/name.h"

#include <catch2/catch.hpp>

#include <random>

namespace annota {

TEST_CASE("names have the keys of their words") {
    struct Row {
        const char* printed;
        const char* key;
        std::vector<std::string> words;
    };
    const std::vector<Row> rows{
        {"Носов П.А.", "nosov,p,a", {"nosov"}},
        {"Nosov Pavel", "nosov,pavel", {"nosov", "pavel"}},
        {"Носова-Глебова А.", "nosovaglebova,a", {"glebova", "nosova", "nosovaglebova"}},
        {"de la Vega, Marta", "delavega,marta", {"de", "delavega", "la", "marta", "vega"}},
        {"A.", "a", {}},
        {"", "", {}},
    };
    NameKeyCache names;
    for (int round = 0; round < 2; ++round)
        for (const Row& row : rows) {
            CAPTURE(row.printed);
            CHECK(names.of(row.printed).key == row.key);
            CHECK(names.of(row.printed).words == row.words);
        }
}

TEST_CASE("remembered names are as good as new ones") {
    std::mt19937 random(5);
    NameKeyCache names;
    for (int i = 0; i < 30'000; ++i) {
        std::string printed;
        for (unsigned left = 1 + random() % 4; left > 0; --left) printed += static_cast<char>('a' + random() % 26);
        if (random() % 50 == 0) printed.insert(0, 200, 'x');
        printed += " B.";
        REQUIRE(names.of(printed).key == name_key(parse_name(printed)));
    }
}

} // namespace annota
