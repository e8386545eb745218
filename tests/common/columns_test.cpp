// SPDX-License-Identifier: GPL-2.0-or-later
//
// Columns against what was put in, through files, and however they were built.

#include "common/columns.h"

#include "common/column_builder.h"
#include "common/column_format.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <set>

namespace annota {

namespace {

constexpr IndexState kState{3, (std::uint64_t{1} << 32) + 7};

using Reference = std::map<std::uint32_t, FacetValues>; ///< By docid.

/// Few keys, each printed in a few ways; no key twice.
FacetValues random_values(std::mt19937& random) {
    FacetValues values;
    values.record = random();
    for (std::vector<FacetValue>& list : values.lists)
        for (std::size_t key = random() % 4; key < 8; key += 1 + random() % 6)
            list.push_back({"key" + std::to_string(key), "Printed " + std::to_string(key * 10 + random() % 3)});
    return values;
}

std::vector<FacetValue> values_in(const Column& column, std::uint32_t docid) {
    std::vector<FacetValue> values;
    for (const std::uint32_t ordinal : column.of(docid))
        values.push_back({std::string(column.keys[column.key_of[ordinal]]), std::string(column.printed[ordinal])});
    return values;
}

void check_equal(const Columns& columns, const Reference& reference) {
    for (const auto& [docid, values] : reference) REQUIRE(columns.record(docid) == values.record);
    for (std::size_t facet = 0; facet < kColumnCount; ++facet) {
        const Column& column = columns[facet];
        std::set<std::string> keys;
        for (std::uint32_t docid = 0; docid < columns.doc_limit(); ++docid) {
            const auto known = reference.find(docid);
            REQUIRE(values_in(column, docid) ==
                    (known == reference.end() ? std::vector<FacetValue>{} : known->second[facet]));
            for (const FacetValue& value : values_in(column, docid)) keys.insert(value.key);
        }
        for (const std::string& key : keys) REQUIRE(column.keys[column.find_key(key).value()] == key);
        for (const char* unknown : {"", "key", "key99", "zzz"}) REQUIRE(!column.find_key(unknown));
    }
}

/// Sets, replaces and removes documents.
void change(ColumnBuilder& builder, Reference& reference, std::mt19937& random) {
    std::uint32_t next = reference.empty() ? 1 : reference.rbegin()->first + 1;
    for (int step = 0; step < 60; ++step) {
        const auto docid = static_cast<std::uint32_t>(random() % 3 != 0 ? next + random() % 3 : 1 + random() % next);
        next = std::max(next, docid + 1);
        if (random() % 5 == 0) {
            builder.remove(docid);
            reference[docid] = {};
        } else {
            reference[docid] = random_values(random);
            builder.set(docid, reference[docid]);
        }
    }
}

std::string some_file() {
    std::mt19937 random(1);
    ColumnBuilder builder;
    Reference reference;
    change(builder, reference, random);
    return builder.finish(kState);
}

} // namespace

TEST_CASE("columns hold what was set last, over any number of states") {
    std::mt19937 random(21);
    for (int round = 0; round < 40; ++round) {
        Reference reference;
        auto builder = std::make_unique<ColumnBuilder>();
        std::shared_ptr<const Columns> columns;
        for (int state = 0; state < 4; ++state) {
            change(*builder, reference, random);
            columns = Columns::from_bytes(builder->finish(kState));
            REQUIRE(columns != nullptr);
            REQUIRE(columns->doc_limit() == reference.rbegin()->first + 1);
            check_equal(*columns, reference);
            if (random() % 2 == 0) builder = std::make_unique<ColumnBuilder>(*columns);
        }
    }
}

TEST_CASE("columns of nothing have no values") {
    const auto columns = Columns::from_bytes(ColumnBuilder().finish(kState));
    REQUIRE(columns != nullptr);
    CHECK(columns->doc_limit() == 1);
    check_equal(*columns, {});
    ColumnBuilder again(*columns);
    again.remove(5);
    CHECK(Columns::from_bytes(again.finish(kState))->doc_limit() == 6);
}

TEST_CASE("a file is used for its state only") {
    const test::TemporaryFolder folder;
    const std::filesystem::path path = folder.write("columns", some_file());
    struct Row {
        IndexState state;
        bool used;
    };
    for (const Row& row : {Row{kState, true}, Row{{4, kState.generation}, false},
                           Row{{3, kState.generation - 1}, false}, Row{{3, 7}, false}, Row{{0, 0}, false}}) {
        CAPTURE(row.state.build, row.state.generation);
        CHECK((Columns::open(path, row.state) != nullptr) == row.used);
    }
    CHECK(Columns::open(folder.path("missing"), kState) == nullptr);
    CHECK(Columns::open(folder.path(), kState) == nullptr);
}

TEST_CASE("a damaged file is not used") {
    const test::TemporaryFolder folder;
    const std::string whole = some_file();
    const auto is_used = [&](const std::string& bytes) {
        return Columns::open(folder.write("columns", bytes), kState) != nullptr;
    };
    REQUIRE(is_used(whole));
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        CHECK(!is_used(whole.substr(0, random() % whole.size())));
        CHECK(!is_used(whole + std::string(1 + random() % 8, '\0')));
        std::string changed = whole;
        const std::size_t at = random() % whole.size();
        changed[at] = static_cast<char>(changed[at] ^ (1 << random() % 8));
        CHECK(!is_used(changed));
    }
}

TEST_CASE("another format's file is not used") {
    for (const std::size_t field : {offsetof(ColumnFileHeader, magic), offsetof(ColumnFileHeader, version),
                                    offsetof(ColumnFileHeader, facets), offsetof(ColumnFileHeader, doc_limit)}) {
        std::string bytes = some_file();
        ++bytes[field];
        CHECK(Columns::from_bytes(bytes) == nullptr);
    }
}

} // namespace annota
