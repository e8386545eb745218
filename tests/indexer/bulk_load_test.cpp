// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/bulk_load.h"

#include "common/index_reader.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <map>
#include <optional>
#include <random>

namespace annota {

namespace {

namespace fs = std::filesystem;
using Docids = std::vector<std::uint32_t>;
using test::document;

void ignore_phase(const char*) {}

/// The contents of the build that was made in "build-000001" below `root`.
std::string contents(const fs::path& root) {
    const IndexFolder folder(root);
    fs::rename(root / "build", folder.unpublished_path(1));
    folder.publish(1, "add");
    return test::contents_of(root);
}

/// Adds, changes and removes documents at random, some of them long after they were added. Long titles fill a shard.
void load_at_random(BulkLoad& load, unsigned seed, int steps) {
    std::mt19937 random(seed);
    std::vector<std::uint32_t> docids;
    const auto any = [&] { return random() % docids.size(); };
    for (int step = 0; step < steps; ++step) {
        const auto kind = random() % 100;
        const std::string name = std::to_string(step);
        if (docids.empty() || kind < 95) {
            docids.push_back(load.write(std::nullopt, document("id" + name, {"alias" + name}, "Rivers " + name)));
        } else if (kind < 98) {
            const std::uint32_t docid = docids[any()];
            load.write(docid, document(load.document(docid).id, {"changed" + name}, "Lakes " + name));
        } else {
            const std::size_t at = any();
            load.remove(docids[at]);
            docids.erase(docids.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    REQUIRE(load.document_count() == docids.size());
}

} // namespace

TEST_CASE("a bulk load keeps its changes in mind past its first thousands of documents") {
    const test::TemporaryFolder folder;
    BulkLoad load(folder.path("build"), {2, 512});
    constexpr int kDocuments = 4500; // more than train the dictionary, and several shards
    for (int i = 0; i < kDocuments; ++i)
        load.write(std::nullopt, document("id" + std::to_string(i), {"parity" + std::to_string(i % 2)}, "Rivers"));
    for (const int i : {0, 1999, 2000, 3000, kDocuments - 1}) {
        CAPTURE(i);
        const Docids found = load.find("id" + std::to_string(i), DocumentStore::kAll);
        REQUIRE(found.size() == 1);
        CHECK(load.document(found[0]).id == "id" + std::to_string(i));
        load.write(found[0], document("id" + std::to_string(i), {"changed"}, "Lakes"));
    }
    CHECK(load.find("changed", DocumentStore::kAll).size() == 5);
    CHECK(load.find("parity0", DocumentStore::kAll).size() == kDocuments / 2 - 3);
    load.finish(1, ignore_phase);
    CHECK(!fs::exists(folder.path("build") + "/load"));
    const std::string all = contents(folder.path());
    for (const char* line : {"id0\n  alias changed\n", "id4499\n  alias changed\n", "id1\n  alias parity1\n"})
        CHECK(all.find(line) != std::string::npos);
}

TEST_CASE("the result of a bulk load does not depend on threads, shards or the order of changes", "[threads]") {
    std::optional<std::string> expected;
    const BulkLimits limits[] = {{1, 512}, {2, 512}, {3, 128}, {1, 128}};
    for (const BulkLimits& limit : limits) {
        const test::TemporaryFolder folder;
        BulkLoad load(folder.path("build"), limit);
        load_at_random(load, 5, 4000);
        load.finish(1, ignore_phase);
        const std::string all = contents(folder.path());
        if (!expected) expected = all;
        CHECK((all == *expected)); // a message of megabytes helps nobody
    }
}

TEST_CASE("a bulk load of nothing, of removed documents alone, and of one shard full") {
    for (const int documents : {0, 1, 1000, 3000}) {
        CAPTURE(documents);
        const test::TemporaryFolder folder;
        BulkLoad load(folder.path("build"), {2, 512});
        Docids docids;
        for (int i = 0; i < documents; ++i)
            docids.push_back(load.write(std::nullopt, document("id" + std::to_string(i), {}, "Rivers")));
        if (documents != 1000)
            for (const std::uint32_t docid : docids) load.remove(docid);
        load.finish(1, ignore_phase);
        contents(folder.path());
        CHECK(test::documents_of(folder.path()).size() == (documents == 1000 ? 1000 : 0));
    }
}

TEST_CASE("a bulk load that is given up leaves its threads and files in order") {
    const test::TemporaryFolder folder;
    {
        BulkLoad load(folder.path("build"), {2, 512});
        for (int i = 0; i < 4000; ++i) load.write(std::nullopt, document("id" + std::to_string(i), {}, "Rivers"));
    }
    CHECK(fs::exists(folder.path("build")));
}

TEST_CASE("an error of a worker comes out of the load") {
    for (const std::size_t jobs : {1u, 2u}) {
        CAPTURE(jobs);
        const test::TemporaryFolder folder;
        BulkLoad load(folder.path("build"), {jobs, 512});
        fs::remove_all(folder.path("build/load"));
        folder.write("build/load", "a file in the place of the folder of shards");
        const auto fill = [&] {
            // The first shards are begun when the dictionary is learned; what one throws comes with one of the next.
            for (int i = 0; i < 6000; ++i) load.write(std::nullopt, document("id" + std::to_string(i), {}, "Rivers"));
        };
        CHECK_THROWS_WITH(fill(), Catch::Contains("shard-0000000001"));
    }
}

TEST_CASE("a merge that fails lets no thread go on with what is gone", "[threads]") {
    for (const std::size_t jobs : {1u, 2u}) {
        CAPTURE(jobs);
        const test::TemporaryFolder folder;
        BulkLoad load(folder.path("build"), {jobs, 512});
        for (int i = 0; i < 3000; ++i) load.write(std::nullopt, document("id" + std::to_string(i), {}, "Rivers"));
        // Of what fails later, inside a table, Xapian leaks its cursors.
        fs::create_symlink("nowhere", folder.path("build/index"));
        CHECK_THROWS_WITH(load.finish(1, ignore_phase), Catch::Contains("build"));
    }
}

} // namespace annota
