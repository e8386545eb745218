// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/changed.h"

#include "indexer/index_writer.h"
#include "indexer/rollback.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <functional>
#include <sstream>

namespace annota {

namespace {

using test::identified;

/// Lines without what is alike in all of them: "x added 1", "resync 4", "now 4".
std::string changes_since(const std::string& folder, std::uint64_t since) {
    IndexOptions options;
    options.database = folder;
    options.since = since;
    std::ostringstream out;
    const int code = print_changes(options, out);
    CHECK(code == (out.str().find("resync") == std::string::npos ? 0 : 1));
    return out.str();
}

std::string changed(const std::string& id, const std::string& change, int generation) {
    return R"({"event":"changed","id":")" + id + R"(","change":")" + change + R"(","generation":)" +
           std::to_string(generation) + "}\n";
}

std::string present(int generation) {
    return R"({"event":"generation","generation":)" + std::to_string(generation) + "}\n";
}

void remove(const std::string& folder, const std::vector<std::string>& ids, WriterSettings settings = {}) {
    IndexWriter writer(folder, WriteMode::existing, std::chrono::milliseconds(0), settings);
    for (const std::string& id : ids) CHECK(writer.remove(id));
    writer.close();
}

} // namespace

TEST_CASE("each record is told once, as it is now") {
    const test::TemporaryFolder folder;
    const auto add = [&](const std::vector<Record>& records) { test::write_run(folder.path(), records); };
    add({identified("a", "x", "", "Rivers"), identified("a", "y", "", "Lakes"), identified("a", "z", "", "Seas")});
    CHECK(changes_since(folder.path(), 0) ==
          changed("x", "added", 1) + changed("y", "added", 1) + changed("z", "added", 1) + present(1));
    CHECK(changes_since(folder.path(), 1) == present(1));
    add({identified("a", "y", "", "Ponds"), identified("a", "w", "", "Bays")});
    CHECK(changes_since(folder.path(), 1) == changed("w", "added", 2) + changed("y", "updated", 2) + present(2));
    remove(folder.path(), {"x", "y"});
    CHECK(changes_since(folder.path(), 1) ==
          changed("w", "added", 2) + changed("x", "deleted", 3) + changed("y", "deleted", 3) + present(3));
    CHECK(changes_since(folder.path(), 0) == changed("z", "added", 1) + changed("w", "added", 2) +
                                                 changed("x", "deleted", 3) + changed("y", "deleted", 3) + present(3));
    add({identified("a", "x", "", "Rivers")});
    CHECK(changes_since(folder.path(), 2) == changed("y", "deleted", 3) + changed("x", "added", 4) + present(4));
    CHECK(changes_since(folder.path(), 3) == changed("x", "added", 4) + present(4));
    add({identified("a", "x", "", "Rivers")}); // unchanged
    CHECK(changes_since(folder.path(), 4) == present(4));
}

TEST_CASE("a record that was joined into another is gone, and the other as old as the older of them") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers")});
    test::write_run(folder.path(), {identified("a", "", "1", "Lakes")});
    test::write_run(folder.path(), {identified("b", "x", "1", "Rivers")});
    CHECK(changes_since(folder.path(), 1) ==
          changed("doi:10.1000/1", "updated", 3) + changed("x", "deleted", 3) + present(3));
    CHECK(changes_since(folder.path(), 0) ==
          changed("doi:10.1000/1", "added", 3) + changed("x", "deleted", 3) + present(3));
}

TEST_CASE("a record that nobody has seen leaves no tombstone") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers")});
    IndexWriter writer(folder.path(), WriteMode::existing, std::chrono::milliseconds(0));
    writer.upsert(identified("a", "y", "", "Lakes"));
    CHECK(writer.remove("y"));
    writer.upsert(identified("a", "z", "", "Seas"));
    writer.close();
    CHECK(changes_since(folder.path(), 0) == changed("x", "added", 1) + changed("z", "added", 2) + present(2));
}

TEST_CASE("what the log does not reach asks for a resync") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers"), identified("a", "y", "", "Lakes"),
                                    identified("a", "z", "", "Seas")});
    CHECK(changes_since(folder.path(), 2) ==
          R"({"event":"resync","code":"resync","message":"the index does not know what changed since generation 2; )"
          "dump tells all\",\"generation\":1}\n");
    const WriterSettings forgets{DuplicateRule::merge, 0};
    remove(folder.path(), {"x"}, forgets);
    // Tombstones of a commit stay for its readers, and are dropped by the next one.
    CHECK(changes_since(folder.path(), 1) == changed("x", "deleted", 2) + present(2));
    remove(folder.path(), {"y"}, forgets);
    for (const std::uint64_t since : {0U, 1U})
        CHECK_THAT(changes_since(folder.path(), since), Catch::Contains("resync"));
    CHECK(changes_since(folder.path(), 2) == changed("y", "deleted", 3) + present(3));
    // Young ones are kept, and dropping some forgets none of the others.
    remove(folder.path(), {"z"});
    CHECK(changes_since(folder.path(), 2) == changed("y", "deleted", 3) + changed("z", "deleted", 4) + present(4));
}

TEST_CASE("another build in the place of one asks for a resync, whatever is forgotten later") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers"), identified("a", "y", "", "Lakes")});
    remove(folder.path(), {"y"});
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers"), identified("a", "z", "", "Seas")},
                    WriteMode::rebuild);
    CHECK_THAT(changes_since(folder.path(), 2), Catch::Contains("resync"));
    CHECK(changes_since(folder.path(), 3) == present(3));
    IndexOptions options;
    options.database = folder.path();
    std::ostringstream out;
    run_rollback(options, out);
    for (const std::uint64_t since : {1U, 2U, 3U})
        CHECK_THAT(changes_since(folder.path(), since), Catch::Contains("resync"));
    CHECK(changes_since(folder.path(), 4) == present(4));
    remove(folder.path(), {"x"}, {DuplicateRule::merge, 0});
    CHECK_THAT(changes_since(folder.path(), 3), Catch::Contains("resync"));
    CHECK(changes_since(folder.path(), 4) == changed("x", "deleted", 5) + present(5));
}

} // namespace annota
