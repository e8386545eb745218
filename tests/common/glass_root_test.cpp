// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/glass_root.h"

#include "tests/common/shell.h"

#include <catch2/catch.hpp>

namespace annota {

TEST_CASE("a root that Xapian would not survive is told") {
    const std::string head = std::string("\x0f\x0dXapian Glass\x04\x6e") + std::string(16, 'u') + "\x01";
    const auto table = [](char depth, char block) { return std::string{2, depth, 3, block, 0, 1, 'f'}; };
    const std::string good = table(6, 4);
    std::string five;
    for (int i = 0; i < 5; ++i) five += good;
    struct Row {
        const char* what;
        std::string contents;
        bool told;
    };
    for (const Row& row : std::vector<Row>{
             {"as it should be", std::string(head).append(five).append(good).append("rest"), false},
             {"another version", "\x0f\x0dXapian Glass\x05", false},
             {"empty", "", false},
             {"too deep", head + five + table(40, 4), true},
             {"deepest", head + five + table(39, 4), false},
             {"no block size", head + five + table(6, 0), true},
             {"an odd block size", head + five + table(6, 5), true},
             {"a huge block size", head + five + table(6, 64), true},
             {"cut", head + five, true},
             {"a free list that is cut", head + five + good.substr(0, good.size() - 1), true},
         }) {
        CAPTURE(row.what);
        const test::TemporaryFolder folder;
        folder.write("iamglass", row.contents);
        CHECK(glass_root_fault(folder.path()).empty() != row.told);
    }
    CHECK(glass_root_fault("missing").empty());
}

} // namespace annota
