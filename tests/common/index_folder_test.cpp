// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/index_folder.h"

#include "tests/common/shell.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

namespace annota {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

std::optional<IndexFault> fault_of_opening(const IndexFolder& folder) {
    try {
        folder.current_build();
    } catch (const IndexError& error) {
        CHECK_THAT(error.what(), Catch::StartsWith(folder.root().string()));
        return error.fault();
    }
    return std::nullopt;
}

std::string refusal(const IndexFolder& folder, std::chrono::milliseconds timeout) {
    try {
        IndexLock lock(folder, timeout);
    } catch (const IndexError& error) {
        CHECK(error.fault() == IndexFault::locked);
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("the index file names the current build or says what is wrong") {
    struct Row {
        std::optional<std::string> text;
        std::optional<unsigned> build;
        std::optional<IndexFault> fault;
    };
    const std::vector<Row> rows{
        {{}, {}, {}},
        {"annota index, layout 1\nbuild 7\n", 7, {}},
        {"annota index, layout 1\nbuild 7", 7, {}},
        {"annota index, layout 1\nbuild 0\n", {}, {}},
        {"annota index, layout 1\nbuild 7\nprevious 6 replaced 2026-11-26T12:00:00Z by rebuild\n", 7, {}},
        {"annota index, layout 1\nbuild 7\nprevious 6 replaced\n", {}, IndexFault::damaged},
        {"annota index, layout 1\nbuild 7\nsomething new\n", 7, {}},
        {"annota index, layout 1\nbuild ", {}, IndexFault::damaged},
        {"annota index, layout 1\nbuild x\n", {}, IndexFault::damaged},
        {"annota index, layout 2\nbuild 7\n", {}, IndexFault::wrong_version},
        {"annota index", {}, IndexFault::damaged},
        {"", {}, IndexFault::damaged},
        {"something else", {}, IndexFault::damaged},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text.value_or("(none)"));
        const test::TemporaryFolder folder;
        if (row.text) folder.write("annota.index", *row.text);
        const IndexFolder index(folder.path());
        CHECK(fault_of_opening(index) == row.fault);
        if (!row.fault) CHECK(index.current_build() == row.build);
    }
}

TEST_CASE("builds are numbered upwards, past all that stand there") {
    const test::TemporaryFolder folder;
    const IndexFolder index(folder.path());
    CHECK(index.next_build() == 1);
    for (const auto& [name, next] : std::vector<std::pair<std::string, unsigned>>{
             {"build-000003/x", 4}, {"build-000005.new/x", 6}, {"build-1234567/x", 1234568}, {"build-x/x", 1234568}}) {
        CAPTURE(name);
        folder.write(name, "");
        CHECK(index.next_build() == next);
    }
    CHECK(index.build_path(7).filename() == "build-000007");
    CHECK(index.unpublished_path(7).filename() == "build-000007.new");
}

TEST_CASE("a published build is current, the one before it the previous") {
    const test::TemporaryFolder folder;
    const IndexFolder index(folder.path());
    for (const unsigned build : {1U, 2U, 3U}) {
        folder.write("build-00000" + std::to_string(build) + ".new/index/table", "contents");
        index.publish(build, "rebuild");
        CHECK(index.current_build() == build);
        CHECK(text_of(index.build_path(build) / "index/table") == "contents");
        CHECK(index.bytes_when_made(build) == 8U);
        const auto previous = index.index_file()->previous;
        REQUIRE(previous.has_value() == (build > 1));
        if (!previous) continue;
        CHECK(previous->number == build - 1);
        CHECK(previous->by == "rebuild");
        CHECK(std::time(nullptr) - previous->replaced < 60);
    }
    CHECK(names_in(folder.path()) == std::set<std::string>{"annota.index", "build-000002", "build-000003"});
}

TEST_CASE("a build with the same records leaves the previous one as it is") {
    const test::TemporaryFolder folder;
    const IndexFolder index(folder.path());
    for (const unsigned build : {1U, 2U}) {
        folder.write("build-00000" + std::to_string(build) + ".new/index/table", "");
        index.publish(build, "rebuild");
    }
    const auto previous = index.index_file()->previous;
    folder.write("build-000003.new/index/table", "");
    index.publish(3, "add", Replaced::removed);
    CHECK(index.current_build() == 3U);
    CHECK(index.index_file()->previous == previous);
    CHECK(index.builds() == std::vector<unsigned>{1, 3});
}

TEST_CASE("going back and forth loses no build") {
    const test::TemporaryFolder folder;
    const IndexFolder index(folder.path());
    for (const char* name : {"build-000001/x", "build-000002/x"}) folder.write(name, "");
    folder.write("annota.index", IndexFile{2, PreviousBuild{1, std::time(nullptr), "rebuild"}, 0}.text());
    for (const unsigned build : {1U, 2U, 1U}) {
        index.make_current(build, "rollback", *index.index_file());
        CHECK(index.current_build() == build);
        CHECK(index.index_file()->previous->number == 3 - build);
        index.remove_leftovers();
        CHECK(index.builds() == std::vector<unsigned>{1, 2});
    }
}

TEST_CASE("what annota.index does not name is removed, and the previous build after its time") {
    struct Row {
        std::int64_t age; ///< Seconds since the previous build was replaced.
        std::set<std::string> left;
    };
    const std::int64_t kept = IndexFolder::kKeptSeconds;
    for (const Row& row : std::vector<Row>{
             {0, {"annota.index", "build-000001", "build-000003", "build-mine", "notes"}},
             {kept - 60, {"annota.index", "build-000001", "build-000003", "build-mine", "notes"}},
             {kept + 60, {"annota.index", "build-000003", "build-mine", "notes"}},
         }) {
        CAPTURE(row.age);
        const test::TemporaryFolder folder;
        const IndexFolder index(folder.path());
        for (const char* name : {"build-000001/x", "build-000002/x", "build-000002.new/x", "build-000003/x",
                                 "build-000004/x", "build-000009.new/x", "build-mine/x", "notes"})
            folder.write(name, "");
        folder.write("annota.index", IndexFile{3, PreviousBuild{1, std::time(nullptr) - row.age, "rebuild"}, 9}.text());
        index.remove_leftovers();
        CHECK(names_in(folder.path()) == row.left);
        CHECK(index.index_file()->previous.has_value() == row.left.contains("build-000001"));
        CHECK(index.next_build() == 10);
    }
}

TEST_CASE("without annota.index, or with a damaged one, no build is removed") {
    for (const bool damaged : {false, true}) {
        CAPTURE(damaged);
        const test::TemporaryFolder folder;
        const IndexFolder index(folder.path());
        for (const char* name : {"build-000001/x", "build-000002.new/x"}) folder.write(name, "");
        if (damaged) folder.write("annota.index", "damaged");
        CHECK(fault_of_opening(index) == IndexFault::damaged);
        CHECK_THROWS_WITH(index.remove_leftovers(), Catch::Contains("annota-index rollback --db"));
        CHECK(index.builds() == std::vector<unsigned>{1});
        CHECK(fs::exists(folder.path("build-000002.new")));
    }
    // A first build that was never published is nobody's only copy.
    const test::TemporaryFolder folder;
    for (const char* name : {"build-000001/x", "build-000002.new/x"}) folder.write(name, "");
    folder.write("annota.index", IndexFile{}.text());
    IndexFolder(folder.path()).remove_leftovers();
    CHECK(names_in(folder.path()) == std::set<std::string>{"annota.index"});
}

TEST_CASE("one at a time holds the lock, and is named") {
    const test::TemporaryFolder folder;
    const IndexFolder index(folder.path("new/folders"));
    {
        const IndexLock lock(index, 0ms);
        const std::string message = refusal(index, 0ms);
        CHECK_THAT(message, Catch::StartsWith(index.root().string()));
        CHECK_THAT(message, Catch::Contains("pid " + std::to_string(::getpid()) + " on "));
        CHECK_THAT(message, Catch::Contains(" since 20"));
        const auto start = std::chrono::steady_clock::now();
        CHECK(!refusal(index, 200ms).empty());
        CHECK(std::chrono::steady_clock::now() - start >= 200ms);
    }
    CHECK(refusal(index, 0ms).empty());
}

TEST_CASE("a lock file that nobody holds says nothing") {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("lock", "pid 1 on elsewhere since 1999-12-31 23:59:59\nmore\n");
    const IndexFolder index(folder.path());
    CHECK(refusal(index, 0ms).empty());
    CHECK(text_of(path).empty());
}

TEST_CASE("files are replaced whole") {
    const test::TemporaryFolder folder;
    const fs::path path = folder.path("file");
    folder.write("file.new", "what a killed writer left, longer than the new contents");
    for (const std::string_view contents : {"one", "", "another"}) {
        write_file_durably(path, contents);
        CHECK(text_of(path) == contents);
    }
    CHECK(names_in(folder.path()) == std::set<std::string>{"file"});
    CHECK_THROWS_WITH(write_file_durably(folder.path("missing/file"), "x"),
                      Catch::StartsWith(folder.path("missing/file.new: cannot create")));
}

} // namespace annota
