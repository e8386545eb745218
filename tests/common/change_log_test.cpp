// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/change_log.h"

#include "common/schema.h"

#include <catch2/catch.hpp>

#include <limits>

namespace annota {

TEST_CASE("generations are short values that sort as numbers do") {
    struct Row {
        std::uint64_t generation;
        std::string value;
    };
    const std::vector<Row> rows{
        {0, std::string(1, '\0')},
        {1, "\x01\x01"},
        {255, "\x01\xFF"},
        {256, std::string("\x02\x01\x00", 3)},
        {65'536, std::string("\x03\x01\x00\x00", 4)},
        {std::numeric_limits<std::uint64_t>::max(), "\x08\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"},
    };
    std::string before;
    for (const Row& row : rows) {
        CAPTURE(row.generation);
        CHECK(encode_generation(row.generation) == row.value);
        CHECK(decode_generation(row.value) == row.generation);
        CHECK(before < row.value);
        before = row.value;
    }
    CHECK(decode_generation("") == 0);
}

TEST_CASE("tombstones are entries that are read back") {
    const std::vector<Tombstone> tombstones{
        {1, 0, "x"},
        {255, 1'790'000'000, "doi:10.1000/with blanks"},
        {256, 1'790'000'001, "Capital"},
        {std::numeric_limits<std::uint64_t>::max(), 1, std::string(1000, 'x')},
        {7, -1, ""},
    };
    for (const Tombstone& tombstone : tombstones) {
        CAPTURE(tombstone.id);
        const std::string key = tombstone_key(tombstone);
        CHECK(key.size() <= kMaxTermBytes);
        CHECK(key.starts_with(tombstone_key_prefix(tombstone.generation)));
        CHECK(read_tombstone(key, tombstone_value(tombstone)) == tombstone);
    }
    CHECK(tombstone_key(tombstones[1]) < tombstone_key(tombstones[2]));
}

} // namespace annota
