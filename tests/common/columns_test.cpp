// SPDX-License-Identifier: GPL-2.0-or-later
//
// Columns against what was put in, through files, and however they were built.

#include "common/columns.h"

#include "common/column_builder.h"
#include "common/column_format.h"
#include "common/column_merge.h"
#include "common/index_folder.h"
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
    values.id = "r" + std::to_string(random() % 1000);
    values.record = random();
    values.length = static_cast<std::uint32_t>(random() % 1000);
    for (std::vector<FacetValue>& list : values.lists)
        for (std::size_t key = random() % 4; key < 8; key += 1 + random() % 6)
            list.push_back({"key" + std::to_string(key), "Printed " + std::to_string(key * 10 + random() % 3)});
    return values;
}

std::vector<FacetValue> values_in(const Column& column, std::uint32_t docid) {
    std::vector<FacetValue> values;
    for (const std::uint32_t ordinal : column.of(docid))
        values.push_back({std::string(column.key(column.key_of(ordinal))), std::string(column.printed(ordinal))});
    return values;
}

void check_equal(const Columns& columns, const Reference& reference) {
    std::vector<std::uint32_t> room;
    const std::span<const std::uint32_t> lengths = columns.facts()->lengths(columns.doc_limit() + 2, room);
    REQUIRE(lengths.size() >= columns.doc_limit() + 2);
    for (const auto& [docid, values] : reference) {
        REQUIRE(columns.facts()->record(docid) == values.record);
        REQUIRE(columns.facts()->length(docid) == values.length);
        REQUIRE(columns.facts()->id(docid) == values.id);
        REQUIRE(lengths[docid] == values.length);
    }
    for (std::size_t facet = 0; facet < kColumnCount; ++facet) {
        const Column& column = columns[facet];
        std::set<std::string> keys;
        for (std::uint32_t docid = 0; docid < columns.doc_limit(); ++docid) {
            const auto known = reference.find(docid);
            REQUIRE(values_in(column, docid) ==
                    (known == reference.end() ? std::vector<FacetValue>{} : known->second[facet]));
            for (const FacetValue& value : values_in(column, docid)) keys.insert(value.key);
        }
        for (const std::string& key : keys) REQUIRE(column.key(column.find_key(key).value()) == key);
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
        for (int state = 0; state < 4; ++state) {
            change(*builder, reference, random);
            check_equal(*builder->columns(), reference);
            const std::shared_ptr<const Columns> columns = Columns::from_bytes(builder->finish(kState));
            REQUIRE(columns != nullptr);
            REQUIRE(columns->doc_limit() == reference.rbegin()->first + 1);
            check_equal(*columns, reference);
            if (random() % 2 == 0) builder = std::make_unique<ColumnBuilder>(columns);
        }
    }
}

TEST_CASE("a commit of few documents writes what changed since the last whole file") {
    const test::TemporaryFolder folder;
    std::mt19937 random(22);
    Reference reference;
    ColumnBuilder first;
    while (reference.size() < 400) change(first, reference, random);
    const std::filesystem::path file = folder.path();
    write_file_durably(file / "columns-1", first.finish({1, 1}));
    std::uint64_t whole = 1;
    std::set<std::uint64_t> whole_files{whole};
    std::unique_ptr<ColumnBuilder> builder;
    for (std::uint64_t generation = 2; generation < 30; ++generation) {
        const IndexState state{1, generation};
        // As another process, or the same one.
        if (!builder || random() % 2 == 0)
            builder = std::make_unique<ColumnBuilder>(
                Columns::open(file / columns_file_name(generation - 1), {1, generation - 1}));
        for (int i = 0; i < 6; ++i) {
            const auto docid = static_cast<std::uint32_t>(1 + random() % (reference.rbegin()->first + 2));
            reference[docid] = i == 0 ? FacetValues{} : random_values(random);
            if (i == 1) reference[docid][0].push_back({"new" + std::to_string(generation), "New"});
            if (i == 2) reference[docid][1] = {{"key1", "Printed for the first time in " + std::to_string(generation)}};
            builder->set(docid, reference[docid]);
        }
        const std::optional<std::string> changes = builder->changes(state);
        const std::string bytes = builder->finish(state);
        if (changes) CHECK(changes->size() * 2 < bytes.size());
        write_file_durably(file / columns_file_name(generation), changes ? *changes : bytes);
        CHECK(base_generation(file / columns_file_name(generation)) == (changes ? std::optional(whole) : std::nullopt));
        if (!changes) {
            whole_files.insert(whole = generation);
            builder.reset();
        }
        const auto columns = Columns::open(file / columns_file_name(generation), state);
        REQUIRE(columns != nullptr);
        CHECK(columns->sound());
        REQUIRE(columns->doc_limit() == reference.rbegin()->first + 1);
        check_equal(*columns, reference);
    }
    CHECK(whole_files.size() > 1);
    CHECK(whole_files.size() < 8);
}

TEST_CASE("columns of several parts become one, whatever their strings") {
    std::mt19937 random(23);
    for (int round = 0; round < 20; ++round) {
        std::vector<ColumnSource> sources;
        Reference expected;
        std::uint32_t next = 1;
        for (std::size_t part = random() % 5; part > 0; --part) {
            Reference reference;
            ColumnBuilder builder;
            change(builder, reference, random);
            std::shared_ptr<const Columns> columns = Columns::from_bytes(builder.finish({}));
            if (random() % 2 == 0) { // with changes
                ColumnBuilder later(columns);
                change(later, reference, random);
                columns = later.columns();
            }
            next += static_cast<std::uint32_t>(random() % 3);
            for (const auto& [docid, values] : reference) expected[next - 1 + docid] = values;
            sources.push_back({columns, next});
            next = next - 1 + columns->doc_limit();
        }
        std::string bytes;
        merge_columns(sources, kState, [&](std::string_view more) { bytes += more; });
        ColumnBuilder at_once;
        for (const auto& [docid, values] : expected) at_once.set(docid, values);
        CHECK(bytes == at_once.finish(kState));
        check_equal(*Columns::from_bytes(bytes), expected);
    }
}

TEST_CASE("values that no document has any more take no room in a whole file") {
    const auto values_of = [](int state) {
        FacetValues values;
        for (std::vector<FacetValue>& list : values.lists)
            list = {{"key " + std::to_string(state), "Printed " + std::to_string(state)}, {"kept", "Kept"}};
        return values;
    };
    ColumnBuilder fresh;
    for (std::uint32_t docid = 1; docid <= 3; ++docid) fresh.set(docid, values_of(9));
    std::shared_ptr<const Columns> columns = Columns::from_bytes(ColumnBuilder().finish(kState));
    for (int state = 0; state < 10; ++state) {
        ColumnBuilder builder(columns);
        for (std::uint32_t docid = 1; docid <= 3; ++docid) builder.set(docid, values_of(state));
        const std::string bytes = builder.finish(kState);
        CHECK(bytes.size() == fresh.finish(kState).size());
        columns = Columns::from_bytes(bytes);
        REQUIRE(columns);
        CHECK(values_in((*columns)[0], 2) == values_of(state)[0]);
        CHECK((*columns)[0].key_count() == 2);
    }
}

TEST_CASE("columns of nothing have no values") {
    const auto columns = Columns::from_bytes(ColumnBuilder().finish(kState));
    REQUIRE(columns != nullptr);
    CHECK(columns->doc_limit() == 1);
    check_equal(*columns, {});
    ColumnBuilder again(columns);
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

TEST_CASE("changes are used with their whole file only") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path();
    Reference reference;
    std::mt19937 random(3);
    ColumnBuilder first;
    while (reference.size() < 100) change(first, reference, random);
    write_file_durably(file / "columns-1", first.finish({1, 1}));
    ColumnBuilder later(Columns::open(file / "columns-1", {1, 1}));
    later.set(1, random_values(random));
    const std::string changes = later.changes({1, 2}).value();
    write_file_durably(file / "columns-2", changes);
    const auto is_used = [&] { return Columns::open(file / "columns-2", {1, 2}) != nullptr; };
    CHECK(is_used());
    CHECK(Columns::from_bytes(changes) == nullptr);
    write_file_durably(file / "columns-1", first.finish({2, 1})); // of another build
    CHECK(!is_used());
    write_file_durably(file / "columns-1", changes);
    CHECK(!is_used());
    std::filesystem::remove(file / "columns-1");
    CHECK(!is_used());
}

TEST_CASE("files that are cut are not used, and damaged ones are not sound") {
    const test::TemporaryFolder folder;
    const std::string whole = some_file();
    const auto open = [&](const std::string& bytes) { return Columns::open(folder.write("columns", bytes), kState); };
    REQUIRE(open(whole)->sound());
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        CHECK(open(whole.substr(0, random() % whole.size())) == nullptr);
        CHECK(open(whole + std::string(1 + random() % 8, '\0')) == nullptr);
        std::string changed = whole;
        const std::size_t at = random() % whole.size();
        changed[at] = static_cast<char>(changed[at] ^ (1 << random() % 8));
        const auto columns = open(changed);
        CHECK((columns == nullptr || !columns->sound()));
    }
}

TEST_CASE("another format's file is not used") {
    for (const std::size_t field : {offsetof(ColumnFileFooter, magic), offsetof(ColumnFileFooter, version),
                                    offsetof(ColumnFileFooter, columns), offsetof(ColumnFileFooter, doc_limit)}) {
        std::string bytes = some_file();
        ++bytes[bytes.size() - sizeof(ColumnFileFooter) + field];
        CHECK(Columns::from_bytes(bytes) == nullptr);
    }
}

} // namespace annota
