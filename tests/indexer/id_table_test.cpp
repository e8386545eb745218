// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/id_table.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

namespace annota {

TEST_CASE("an id table agrees with a multimap") {
    std::mt19937 random(3);
    IdTable table;
    std::map<std::string, std::multiset<std::uint32_t>> expected;
    for (int step = 0; step < 60000; ++step) {
        const std::string id = "id" + std::to_string(random() % 3000);
        const auto docid = static_cast<std::uint32_t>(1 + random() % 50);
        if (random() % 3 != 0) {
            table.insert(id, docid);
            expected[id].insert(docid);
        } else {
            table.erase(id, docid);
            if (const auto found = expected[id].find(docid); found != expected[id].end()) expected[id].erase(found);
        }
    }
    for (const auto& [id, docids] : expected) {
        std::vector<std::uint32_t> found = table.find(id);
        std::sort(found.begin(), found.end());
        REQUIRE(found == std::vector<std::uint32_t>(docids.begin(), docids.end()));
    }
    CHECK(table.find("nobody's").empty());
    CHECK(IdTable().find("x").empty());
}

} // namespace annota
