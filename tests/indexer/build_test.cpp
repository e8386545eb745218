// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/build.h"

#include "common/index_folder.h"
#include "common/index_reader.h"
#include "indexer/bulk_load.h"
#include "indexer/index_check.h"
#include "tests/common/shell.h"
#include "tests/indexer/failing_write.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <string>

namespace annota {

namespace {

namespace fs = std::filesystem;
using Docids = std::vector<std::uint32_t>;
using test::document;

/// Names of column files.
std::set<std::string> columns_in(const fs::path& build) {
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(build))
        if (entry.path().filename().string().starts_with("columns")) names.insert(entry.path().filename().string());
    return names;
}

void make_build(const fs::path& folder, const std::vector<StoredDocument>& documents) {
    BulkLoad load(folder, {});
    for (const StoredDocument& one : documents) load.write(std::nullopt, one);
    load.finish(1, [](const char*) {});
}

Docids find(DocumentStore& store, std::string_view id) {
    return store.find(id, DocumentStore::kAll);
}

/// The same checks hold for both kinds, and before a commit as after it.
void check_changes(DocumentStore& build) {
    CHECK(find(build, "x").empty());
    const std::uint32_t x = build.write(std::nullopt, document("x", {"also"}, "Rivers"));
    const std::uint32_t y = build.write(std::nullopt, document("y", {"also"}, "Lakes"));
    CHECK(find(build, "x") == Docids{x});
    CHECK(find(build, "also") == Docids{x, y});
    CHECK(build.find("also", 1).size() == 1);
    CHECK(build.document(y).id == "y");
    CHECK(build.write(x, document("x", {"other"}, "Seas")) == x);
    CHECK(build.document(x).contributions[0].record.title.at("en") == "Seas");
    CHECK(find(build, "also") == Docids{y});
    CHECK(find(build, "other") == Docids{x});
    CHECK(build.document_count() == 2);
    build.remove(y);
    CHECK(find(build, "also").empty());
    CHECK(build.document_count() == 1);
    CHECK(build.write(std::nullopt, document("z", {}, "Islands")) > y);
}

} // namespace

TEST_CASE("changes are seen before they are committed") {
    const test::TemporaryFolder folder;
    {
        BulkLoad load(folder.path("one"), {});
        check_changes(load);
    }
    make_build(folder.path("two"), {});
    Build published(folder.path("two"), 1);
    check_changes(published);
    published.commit();
    CHECK(find(published, "z").size() == 1);
    CHECK(find(published, "x").size() == 1);
}

TEST_CASE("a commit that failed is not made up for when the build is closed") {
    // So many words that the tables have several levels.
    const auto add = [](Build& build, int first, int count) {
        for (int i = first; i < first + count; ++i) {
            std::string words;
            for (int word = 0; word < 60; ++word) words += " w" + std::to_string(i * 7919 % 1013 * 60 + word * 37);
            build.write(std::nullopt, document("id" + std::to_string(i), {}, words));
        }
    };
    constexpr int kFirst = 20;
    constexpr int kSecond = 20;
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {});
    {
        Build build(folder.path("build-000001"), 1);
        add(build, 0, kFirst);
        build.commit();
    }
    const std::string before = test::contents_of(folder.path());
    bool reached = true;
    int write = 0;
    while (reached) {
        ++write;
        CAPTURE(write);
        {
            Build build(folder.path("build-000001"), 1);
            add(build, kFirst, kSecond);
            const test::FailingWrite failing(write);
            try {
                build.commit();
            } catch (const std::exception&) { // reached() tells it
            }
            reached = failing.reached();
        }
        if (reached) REQUIRE(test::contents_of(folder.path()) == before);
    }
    CHECK(write > 20);
    CHECK(test::documents_of(folder.path()).size() == kFirst + kSecond);
}

TEST_CASE("docids of deleted documents are used again") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {});
    const auto replace_some = [&](int run) {
        Build build(folder.path("build-000001"), 1);
        for (int i = 0; i < 5; ++i) {
            const std::string id = "id" + std::to_string(i);
            if ((run + i) % 3 == 0)
                for (const std::uint32_t docid : find(build, id)) build.remove(docid);
            else if (find(build, id).empty())
                build.write(std::nullopt, document(id, {}, "Rivers of run " + std::to_string(run)));
        }
        build.commit();
    };
    for (int run = 0; run < 30; ++run) {
        replace_some(run);
        const IndexReader reader(folder.path());
        REQUIRE(reader.doc_limit() <= 11); // five that are there, and those that were deleted in the last run
        std::vector<std::string> flaws;
        IndexCheck check(
            reader, false, [&](const IndexFlaw& flaw) { flaws.push_back(flaw.message); }, [](const CheckCounts&) {});
        check.run();
        REQUIRE(flaws.empty());
    }
}

TEST_CASE("side files are kept for the published generation and the one before") {
    const test::TemporaryFolder folder;
    const fs::path path = folder.path("build");
    make_build(path, {document("x", {}, "Rivers")});
    // What killed writers leave: of a generation that never was, and half written.
    folder.write("build/columns-7", "x");
    folder.write("build/columns-2.new", "x");
    Build build(path, 1);
    CHECK(columns_in(path) == std::set<std::string>{"columns-1"});
    for (std::uint64_t generation = 2; generation < 5; ++generation) {
        build.write(std::nullopt, document("y" + std::to_string(generation), {}, "Lakes"));
        build.commit();
        CHECK(build.state() == IndexState{1, generation});
        CHECK(columns_in(path) ==
              std::set<std::string>{columns_file_name(generation - 1), columns_file_name(generation)});
        CHECK(Columns::open(path / columns_file_name(generation), build.state()) != nullptr);
    }
}

TEST_CASE("a published build goes on from columns that are there, missing or damaged") {
    const test::TemporaryFolder folder;
    for (const char* state : {"there", "missing", "damaged"}) {
        CAPTURE(state);
        const fs::path path = folder.path(state);
        make_build(path, {document("x", {}, "Rivers"), document("y", {}, "Lakes")});
        if (state == std::string("missing")) fs::remove(path / "columns-1");
        if (state == std::string("damaged")) folder.write("damaged/columns-1", "x");
        Build build(path, 1);
        build.remove(find(build, "y").front());
        build.write(std::nullopt, document("z", {}, "Seas"));
        build.commit();
        const auto columns = Columns::open(path / "columns-2", build.state());
        REQUIRE(columns != nullptr);
        const Column& languages = (*columns)[*facet_ordinal(FieldId::language)];
        CHECK(columns->doc_limit() == 4);
        for (std::uint32_t docid = 0; docid < 4; ++docid) CHECK(languages.of(docid).size() == (docid % 2));
    }
}

TEST_CASE("a published build goes on where a part of its columns is damaged, without documents, too") {
    const test::TemporaryFolder folder;
    for (const bool empty : {false, true}) {
        CAPTURE(empty);
        const fs::path path = folder.path(empty ? "empty" : "full");
        make_build(path, empty ? std::vector<StoredDocument>{} : std::vector{document("x", {}, "Rivers")});
        {
            std::fstream file(path / (empty ? "columns-0" : "columns-1"),
                              std::ios::binary | std::ios::in | std::ios::out);
            REQUIRE(file.put('\x7f')); // in the first facet's part, where there is a small number
        }
        Build build(path, 1);
        build.write(std::nullopt, document("y", {}, "Lakes"));
        build.commit();
        const auto columns = Columns::open(path / columns_file_name(build.state().generation), build.state());
        REQUIRE(columns != nullptr);
        REQUIRE(columns->sound());
        CHECK((*columns)[*facet_ordinal(FieldId::language)].of(empty ? 1 : 2).size() == 1);
    }
}

TEST_CASE("what killed writers left goes, what readers have stays") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {test::identified("a", "x", "", "Rivers")});
    const std::string before = test::contents_of(folder.path());
    folder.write("build-000002.new/load/postlist.glass", "half");
    folder.write("build-000002/index/postlist.glass", "made, but not yet named in annota.index");
    folder.write("build-000001/columns-2", "of a generation that never was");
    folder.write("annota.index.new", "annota ind");
    folder.write("lock", "process 1 on elsewhere since 1999-12-31 23:59:59\n");
    CHECK(test::contents_of(folder.path()) == before);
    CHECK(test::write_run(folder.path(), {test::identified("a", "y", "", "Lakes")}) ==
          std::vector<std::string>{"added"});
    CHECK(!fs::exists(folder.path("build-000002.new")));
    CHECK(!fs::exists(folder.path("build-000002")));
    CHECK(columns_in(folder.path("build-000001")) == std::set<std::string>{"columns-1", "columns-2"});
    CHECK(test::documents_of(folder.path()).size() == 2);
}

TEST_CASE("a first build that was killed at any point does not block the next") {
    for (const char* leftover : {"build-000001.new/load/iamglass", "build-000001/index/iamglass", "annota.index.new"}) {
        CAPTURE(leftover);
        const test::TemporaryFolder folder;
        folder.write("annota.index", IndexFile{}.text());
        folder.write(leftover, "half");
        CHECK_THROWS_AS(IndexReader(folder.path()), IndexError);
        test::write_run(folder.path(), {test::identified("a", "x", "", "Rivers")});
        CHECK(test::documents_of(folder.path()).size() == 1);
    }
}

} // namespace annota
