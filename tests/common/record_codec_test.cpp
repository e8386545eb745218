// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/record_codec.h"

#include "tests/common/random_records.h"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>

namespace annota {

namespace {

std::string encoded(const Record& record) {
    std::string bytes;
    encode_record(record, bytes);
    return bytes;
}

/// Whether the bytes are read; what is wrong with them must be told as a runtime_error.
bool is_readable(std::string_view bytes) {
    try {
        decode_record(bytes);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

Record titled(std::string title) {
    Record record;
    record.title["en"] = std::move(title);
    return record;
}

} // namespace

TEST_CASE("numbers of every length are written seven bits a byte") {
    struct Row {
        std::uint64_t number;
        std::string bytes;
    };
    const std::vector<Row> rows{
        {0, std::string(1, '\0')},
        {1, "\x01"},
        {127, "\x7F"},
        {128, "\x80\x01"},
        {300, "\xAC\x02"},
        {16384, "\x80\x80\x01"},
        {std::numeric_limits<std::uint64_t>::max(), "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.number);
        std::string bytes;
        append_varint(bytes, row.number);
        CHECK(bytes == row.bytes);
        bytes += "rest";
        std::string_view data = bytes;
        CHECK(take_varint(data) == row.number);
        CHECK(data == "rest");
    }
}

TEST_CASE("numbers and strings that end too early are damage") {
    const std::vector<std::string> numbers{"", "\x80", "\xFF\xFF", std::string(10, '\xFF'), std::string(64, '\x80')};
    for (const std::string& bytes : numbers) {
        CAPTURE(bytes.size());
        std::string_view data = bytes;
        CHECK_THROWS_AS(take_varint(data), std::runtime_error);
    }
    const std::vector<std::string> strings{"", "\x01",
                                           "\x03"
                                           "ab",
                                           "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"
                                           "ab"};
    for (const std::string& bytes : strings) {
        CAPTURE(bytes.size());
        std::string_view data = bytes;
        CHECK_THROWS_AS(take_string(data), std::runtime_error);
    }
}

TEST_CASE("a record's bytes are its fields behind their tags") {
    CHECK(encoded(Record{}).empty());
    CHECK(encoded(titled("T")) == std::string("\x07\x04\x02"
                                              "enT"));
    Record record = titled("T");
    record.position = {"f.jsonl", 3};
    CHECK(encoded(record) == encoded(titled("T")));
    Record dated;
    dated.year = 2020;
    CHECK(encoded(dated) == "\x10\x02\xE4\x0F");
}

TEST_CASE("records survive coding") {
    test::RandomRecords random(1);
    for (int i = 0; i < 2000; ++i) {
        const Record record = random.record();
        const std::string bytes = encoded(record);
        CAPTURE(i, bytes.size());
        const Record decoded = decode_record(bytes);
        REQUIRE(decoded == record);
        REQUIRE(encoded(decoded) == bytes);
    }
}

TEST_CASE("empty texts and list entries are kept in their places") {
    Record record;
    record.title = {{"en", ""}, {"ru", "Т"}};
    record.references = {"", "a", ""};
    record.authors = {{"", {}, "", ""}, {"A", {"", "B"}, "", ""}};
    record.keywords["en"] = {"", "k"};
    record.abstract["en"] = std::string("a\0b", 3);
    CHECK(decode_record(encoded(record)) == record);
}

TEST_CASE("tags of later versions are skipped") {
    std::string bytes = encoded(titled("T"));
    for (const std::uint64_t tag :
         {std::uint64_t{0}, std::uint64_t{26}, std::uint64_t{1000}, std::numeric_limits<std::uint64_t>::max()}) {
        append_varint(bytes, tag);
        append_string(bytes, "later");
    }
    CHECK(decode_record(bytes) == titled("T"));
}

TEST_CASE("a record cut short is damage or a shorter record") {
    test::RandomRecords random(2);
    for (int i = 0; i < 50; ++i) {
        const Record record = random.record();
        const std::string bytes = encoded(record);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            // A buffer of its own, so that reading past its end is seen.
            const std::string cut = bytes.substr(0, size);
            if (is_readable(cut)) REQUIRE(encoded(decode_record(cut)) == cut);
        }
    }
}

TEST_CASE("damaged bytes are told or read, never more") {
    test::RandomRecords random(3);
    std::size_t told = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string bytes = encoded(random.record());
        if (bytes.empty()) continue;
        for (std::size_t left = 1 + random.below(3); left > 0; --left)
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        told += is_readable(bytes) ? 0u : 1u;
    }
    CHECK(told > 1000);
}

TEST_CASE("a year that no record has is damage") {
    std::string bytes;
    append_varint(bytes, 16); // the year's tag
    append_string(bytes, "\xFF\xFF\xFF\xFF\x0F");
    CHECK_THROWS_AS(decode_record(bytes), std::runtime_error);
}

} // namespace annota
