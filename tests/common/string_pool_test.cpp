// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/string_pool.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>

namespace annota {

TEST_CASE("a string pool agrees with a map") {
    std::mt19937 random(3);
    StringPool pool;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> expected;
    for (int step = 0; step < 20000; ++step) {
        const auto tag = static_cast<std::uint32_t>(random() % 5);
        std::string text = std::to_string(random() % 2000);
        if (random() % 50 == 0) text.clear();
        const auto [entry, is_new] = expected.try_emplace({tag, text}, static_cast<std::uint32_t>(expected.size()));
        REQUIRE(pool.add(tag, text) == entry->second);
        REQUIRE(pool[entry->second] == text);
        REQUIRE(pool.tags()[entry->second] == tag);
    }
    CHECK(pool.size() == expected.size());
    CHECK(pool.ends().back() == pool.text().size());
}

} // namespace annota
