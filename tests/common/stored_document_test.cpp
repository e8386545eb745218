// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/stored_document.h"

#include "common/record_codec.h"
#include "tests/common/random_records.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>

namespace annota {

namespace {

Contribution contribution(Record record, std::string source) {
    record.source = std::move(source);
    record.position = {};
    const ContentHash hash = content_hash(record);
    return {std::move(record), hash};
}

StoredDocument random_document(test::RandomRecords& random) {
    StoredDocument document{"id" + std::to_string(random.below(1000)), random.texts(), {}};
    for (std::size_t i = 0, count = 1 + random.below(3); i < count; ++i)
        document.contributions.push_back(contribution(random.record(), "source" + std::to_string(i)));
    return document;
}

bool equal(const StoredDocument& a, const StoredDocument& b) {
    return a.id == b.id && a.aliases == b.aliases &&
           std::ranges::equal(a.contributions, b.contributions, [](const Contribution& one, const Contribution& other) {
               return one.record == other.record && one.hash == other.hash;
           });
}

/// What is searched of two sources, the first of which is called "a", the second "b".
Record merged(const Record& a, const Record& b) {
    return merged_record({"id", {}, {contribution(a, "a"), contribution(b, "b")}});
}

Record titled(std::string title) {
    Record record;
    record.title["en"] = std::move(title);
    return record;
}

std::vector<StoredDocument> random_documents(std::uint32_t seed, std::size_t count) {
    test::RandomRecords random(seed);
    std::vector<StoredDocument> documents;
    for (std::size_t i = 0; i < count; ++i) documents.push_back(random_document(random));
    return documents;
}

} // namespace

TEST_CASE("documents survive coding, with a dictionary and without") {
    const std::vector<StoredDocument> documents = random_documents(1, 500);
    const std::string dictionary = train_dictionary(documents);
    REQUIRE(!dictionary.empty());
    CHECK(dictionary.size() <= std::size_t{64} * 1024);
    std::size_t plain_bytes = 0;
    std::size_t trained_bytes = 0;
    DocumentCodec plain("");
    DocumentCodec trained(dictionary);
    for (const StoredDocument& document : documents) {
        const std::string with = trained.encode(document);
        const std::string without = plain.encode(document);
        REQUIRE(equal(trained.decode(with), document));
        REQUIRE(equal(plain.decode(without), document));
        plain_bytes += without.size();
        trained_bytes += with.size();
    }
    CHECK(trained_bytes < plain_bytes);
}

TEST_CASE("codecs of one dictionary read each other, moved ones too") {
    const std::vector<StoredDocument> documents = random_documents(2, 100);
    const std::string dictionary = train_dictionary(documents);
    DocumentCodec writer(dictionary);
    DocumentCodec first(dictionary);
    DocumentCodec reader(std::move(first));
    for (const StoredDocument& document : documents) {
        const std::string data = writer.encode(document);
        REQUIRE(data == reader.encode(document));
        REQUIRE(equal(reader.decode(data), document));
    }
}

TEST_CASE("too few samples train no dictionary") {
    CHECK(train_dictionary({}).empty());
    CHECK(train_dictionary(random_documents(3, 10)).empty());
}

TEST_CASE("a large document is coded, a short one is not made longer") {
    DocumentCodec codec("");
    StoredDocument document{"id", {}, {contribution(titled(std::string(3'000'000, 'x')), "s")}};
    const std::string data = codec.encode(document);
    CHECK(data.size() < 10'000);
    CHECK(equal(codec.decode(data), document));
    const StoredDocument bare{"", {}, {}};
    CHECK(codec.encode(bare).size() == 9);
    CHECK(equal(codec.decode(codec.encode(bare)), bare));
}

TEST_CASE("data of other origin is refused") {
    DocumentCodec codec("");
    const std::vector<std::string> rows{
        "",
        "\x01",
        std::string("\x02\x00\x01x", 4),                                // another version
        "\x01\x02\x01x",                                                // neither plain nor compressed
        std::string("\x01\x00\xFF\xFF\xFF\xFF\017abc", 10),             // plain, longer than it is
        "\x01\x01\005abcdefgh",                                         // not zstd
        "\x01\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F\x28\xB5\x2F\xFD", // compressed, of absurd size
    };
    for (const std::string& data : rows) {
        CAPTURE(data.size());
        CHECK_THROWS_AS(codec.decode(data), std::runtime_error);
    }
}

TEST_CASE("cut and damaged documents are told or read, never more") {
    test::RandomRecords random(4);
    DocumentCodec codec("");
    const auto is_readable = [&](const std::string& data) {
        try {
            codec.decode(data);
            return true;
        } catch (const std::runtime_error&) {
            return false;
        }
    };
    for (int i = 0; i < 30; ++i) {
        const std::string data = codec.encode(random_document(random));
        for (std::size_t size = 0; size < data.size(); ++size) REQUIRE(!is_readable(data.substr(0, size)));
        std::size_t told = 0;
        for (int damage = 0; damage < 300; ++damage) {
            std::string damaged = data;
            damaged[random.below(data.size())] = static_cast<char>(random.below(256));
            told += is_readable(damaged) ? 0u : 1u;
        }
        CHECK(told > 0);
        REQUIRE(is_readable(data));
    }
}

TEST_CASE("field by field the fuller value wins, then the smaller source's") {
    struct Row {
        const char* what;
        Record a, b, expected;
    };
    const auto with = [](auto set) {
        Record record;
        set(record);
        return record;
    };
    const auto volume = [&](const char* text) { return with([&](Record& r) { r.volume = text; }); };
    const auto year = [&](int value) { return with([&](Record& r) { r.year = value; }); };
    const auto words = [&](std::vector<std::string> list) { return with([&](Record& r) { r.keywords["en"] = list; }); };
    const auto names = [&](std::vector<Author> list) { return with([&](Record& r) { r.authors = list; }); };
    const auto bases = [&](std::vector<std::string> list) { return with([&](Record& r) { r.indexed_in = list; }); };
    const std::vector<Row> rows{
        {"longer text", titled("Short"), titled("Shorter"), titled("Shorter")},
        {"equal length", volume("12"), volume("34"), volume("12")},
        {"code points, not bytes", volume("ая"), volume("abc"), volume("abc")},
        {"a gap is filled", volume(""), volume("3"), volume("3")},
        {"years differ", year(2019), year(2020), year(2019)},
        {"a year is known", year(0), year(2020), year(2020)},
        {"more keywords beat longer ones", words({"lengthy keyword"}), words({"a", "b"}), words({"a", "b"})},
        {"more authors", names({{"Ivanov Ivan Ivanovich", {}, "", ""}}), names({{"A", {}, "", ""}, {"B", {}, "", ""}}),
         names({{"A", {}, "", ""}, {"B", {}, "", ""}})},
        {"more forms of names", names({{"Danilin Ivan Vladimirovich", {}, "", ""}}), names({{"D", {"Д"}, "", ""}}),
         names({{"D", {"Д"}, "", ""}})},
        {"lists of facts are joined", bases({"x", "y"}), bases({"y", "z"}), bases({"x", "y", "z"})},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        Record expected = row.expected;
        expected.source = "a";
        CHECK(merged(row.a, row.b) == expected);
    }
}

TEST_CASE("languages are merged apart") {
    Record a;
    a.title = {{"ru", "Заглавие"}, {"en", "T"}};
    Record b;
    b.title = {{"en", "Title"}, {"de", "Titel"}};
    CHECK(merged(a, b).title == ByLanguage<std::string>{{"ru", "Заглавие"}, {"en", "Title"}, {"de", "Titel"}});
}

TEST_CASE("a document of one contribution is searched as it is, one of none as nothing") {
    test::RandomRecords random(5);
    const Contribution one = contribution(random.record(), "s");
    CHECK(merged_record({"id", {}, {one}}) == one.record);
    CHECK(merged_record({"id", {}, {}}) == Record{});
}

TEST_CASE("the order in which contributions came does not matter") {
    test::RandomRecords random(6);
    DocumentCodec codec("");
    for (int i = 0; i < 300; ++i) {
        StoredDocument document = random_document(random);
        document.contributions.push_back(contribution(random.record(), "source0")); // twice of one source
        StoredDocument rebuilt{document.id, document.aliases, {}};
        for (const Contribution& one : document.contributions) REQUIRE(insert_contribution(rebuilt, one));
        std::ranges::shuffle(document.contributions, random.engine());
        StoredDocument shuffled{document.id, document.aliases, {}};
        for (const Contribution& one : document.contributions) REQUIRE(insert_contribution(shuffled, one));
        REQUIRE(equal(shuffled, rebuilt));
        REQUIRE(merged_record(shuffled) == merged_record(rebuilt));
        REQUIRE(equal(codec.decode(codec.encode(shuffled)), rebuilt));
    }
}

TEST_CASE("a contribution stands once, behind those of smaller sources") {
    const Contribution a = contribution(titled("Title"), "a");
    const Contribution b = contribution(titled("Title"), "b");
    const Contribution other_a = contribution(titled("Another title"), "a");
    StoredDocument document{"id", {}, {}};
    for (const Contribution& one : {b, a, other_a}) CHECK(insert_contribution(document, one));
    for (const Contribution& one : {b, a, other_a}) CHECK(!insert_contribution(document, one));
    REQUIRE(document.contributions.size() == 3);
    CHECK(document.contributions[2].hash == b.hash);
    CHECK(document.contributions[0].hash < document.contributions[1].hash);
}

TEST_CASE("the hash of a record's content is stable") {
    Record record = titled("Title");
    record.year = 2020;
    const auto hex = [](const ContentHash& hash) {
        std::string text;
        for (const std::uint8_t byte : hash) {
            text += "0123456789abcdef"[byte >> 4];
            text += "0123456789abcdef"[byte & 15];
        }
        return text;
    };
    CHECK(hex(content_hash(record)) == "114586d4f2b93fec53d3989b7ccae4b0");
    Record moved = record;
    moved.position = {"f", 7};
    CHECK(content_hash(moved) == content_hash(record));
    Record other = record;
    other.source = "s";
    CHECK(content_hash(other) != content_hash(record));
}

} // namespace annota
