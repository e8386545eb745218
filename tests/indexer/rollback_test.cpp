// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/rollback.h"

#include "common/index_reader.h"
#include "indexer/build.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <sstream>

namespace annota {

namespace {

using test::identified;

void rollback(const test::TemporaryFolder& folder) {
    IndexOptions options;
    options.database = folder.path();
    std::ostringstream out;
    run_rollback(options, out);
}

/// Build 1 with one record in generation 1, replaced by build 2 with two in generation 2.
void write_two_builds(const test::TemporaryFolder& folder) {
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers")});
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers"), identified("a", "y", "", "Lakes")},
                    WriteMode::rebuild);
}

IndexState state_of(const test::TemporaryFolder& folder) {
    return IndexReader(folder.path()).state();
}

} // namespace

TEST_CASE("rolling back goes there and back, under ever higher generations") {
    const test::TemporaryFolder folder;
    write_two_builds(folder);
    for (std::uint64_t generation = 3; generation < 7; ++generation) {
        rollback(folder);
        const unsigned build = generation % 2 == 1 ? 1 : 2;
        CHECK(state_of(folder) == IndexState{build, generation});
        CHECK(test::documents_of(folder.path()).size() == build);
        const auto columns =
            folder.path(std::string("build-00000") + std::to_string(build) + "/columns-") + std::to_string(generation);
        CHECK(Columns::open(columns, state_of(folder)) != nullptr);
    }
    // What is added afterwards goes on from there.
    test::write_run(folder.path(), {identified("a", "z", "", "Seas")});
    CHECK(state_of(folder) == IndexState{2, 7});
}

TEST_CASE("a rollback that was killed before its swap has changed nothing, and is done by the next") {
    const test::TemporaryFolder folder;
    write_two_builds(folder);
    {
        Build build(folder.path("build-000001"), 1);
        build.follow(2);
        build.commit();
    }
    CHECK(state_of(folder) == IndexState{2, 2});
    test::write_run(folder.path(), {identified("a", "z", "", "Seas")});
    CHECK(state_of(folder) == IndexState{2, 3});
    rollback(folder);
    CHECK(state_of(folder) == IndexState{1, 4});
    CHECK(test::documents_of(folder.path()) == std::vector<std::string>{"x [] a:Rivers"});
}

TEST_CASE("without annota.index the newest whole build becomes current, and the other its previous") {
    const test::TemporaryFolder folder;
    write_two_builds(folder);
    for (const bool newest_is_whole : {true, false}) {
        std::filesystem::remove(folder.path("annota.index"));
        if (!newest_is_whole) folder.write("build-000002/index/iamglass", "damaged");
        const std::uint64_t highest = 2;
        rollback(folder);
        CHECK(state_of(folder).build == (newest_is_whole ? 2 : 1));
        CHECK(state_of(folder).generation > highest);
    }
}

TEST_CASE("without a previous build there is no rollback") {
    const test::TemporaryFolder folder;
    CHECK_THROWS_AS(rollback(folder), IndexError);
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers")});
    CHECK_THROWS_WITH(rollback(folder), Catch::Contains("no previous build"));
    write_two_builds(folder);
    std::filesystem::remove_all(folder.path("build-000001"));
    CHECK_THROWS_WITH(rollback(folder), Catch::Contains("previous build 1 is gone"));
}

} // namespace annota
