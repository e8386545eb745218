// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/index_reader.h"

#include "common/schema.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>
#include <xapian.h>

#include <functional>
#include <stdexcept>

namespace annota {

namespace {

namespace fs = std::filesystem;
using test::identified;

std::optional<IndexFault> fault_of_opening(const fs::path& folder) {
    try {
        IndexReader reader(folder);
    } catch (const IndexError& error) {
        CHECK_THAT(error.what(), Catch::StartsWith(folder.string()));
        CHECK_THAT(error.what(), Catch::Contains(": annota-index "));
        return error.fault();
    }
    return std::nullopt;
}

void set_metadata(const fs::path& folder, const char* key, const std::string& value) {
    Xapian::WritableDatabase database((folder / "build-000001/index").string(), Xapian::DB_OPEN);
    database.set_metadata(key, value);
    database.commit();
}

/// Values of the first document in the facet "year".
std::string year_of_first(IndexReader& reader) {
    const Column& years = reader.column(*facet_ordinal(FieldId::year));
    return years.of(1).empty() ? std::string() : std::string(years.key(years.key_of(years.of(1)[0])));
}

Record dated(int year) {
    Record record = identified("a", "x", "", "Rivers");
    record.year = year;
    return record;
}

} // namespace

TEST_CASE("an index that cannot be used says why") {
    struct Row {
        const char* what;
        std::function<void(const fs::path&)> harm;
        std::optional<IndexFault> fault;
    };
    const std::vector<Row> rows{
        {"nothing", [](const fs::path&) {}, std::nullopt},
        {"no folder", [](const fs::path& f) { fs::remove_all(f); }, IndexFault::missing},
        {"no index file", [](const fs::path& f) { fs::remove(f / "annota.index"); }, IndexFault::damaged},
        {"no build", [](const fs::path& f) { fs::remove_all(f / "build-000001"); }, IndexFault::damaged},
        {"no root of the tables", [](const fs::path& f) { fs::remove(f / "build-000001/index/iamglass"); },
         IndexFault::damaged},
        {"an empty root of the tables",
         [](const fs::path& f) { fs::resize_file(f / "build-000001/index/iamglass", 0); }, IndexFault::damaged},
        {"another schema", [](const fs::path& f) { set_metadata(f, kSchemaKey, "999"); }, IndexFault::wrong_version},
        {"another analyzer", [](const fs::path& f) { set_metadata(f, kAnalyzerKey, "999"); },
         IndexFault::wrong_version},
        {"no version", [](const fs::path& f) { set_metadata(f, kSchemaKey, ""); }, IndexFault::wrong_version},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const test::TemporaryFolder folder;
        test::write_run(folder.path(), {dated(2001)});
        row.harm(folder.path());
        CHECK(fault_of_opening(folder.path()) == row.fault);
    }
}

TEST_CASE("a reader stays with its state until it is refreshed") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {dated(2001)});
    IndexReader reader(folder.path());
    test::write_run(folder.path(), {dated(2002), identified("a", "y", "", "Lakes")});
    CHECK(reader.state() == IndexState{1, 1});
    CHECK(!reader.find("y"));
    CHECK(year_of_first(reader) == "2001");
    CHECK(reader.document(1).contributions[0].record.year == 2001);
    reader.refresh();
    CHECK(reader.state() == IndexState{1, 2});
    CHECK(reader.find("y") == 2U);
    CHECK(year_of_first(reader) == "2002");
    CHECK(reader.document(1).contributions[0].record.year == 2002);
    CHECK(reader.doc_limit() == 3);
}

TEST_CASE("work that the index changed under is done again, a few times") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {dated(2001)});
    IndexReader reader(folder.path());
    const auto fault_of = [&](auto work) -> std::optional<IndexFault> {
        try {
            with_stable_index(reader, work);
        } catch (const IndexError& error) {
            return error.fault();
        }
        return std::nullopt;
    };
    int tries = 0;
    CHECK(!fault_of([&] {
        test::write_run(folder.path(), {dated(2002 + tries)});
        if (++tries < 3) throw Xapian::DatabaseModifiedError("twice changed");
        return 0;
    }));
    CHECK(tries == 3);
    CHECK(reader.state().generation == 3); // refreshed before each try, but not behind the last commit
    CHECK(fault_of([&]() -> int { throw Xapian::DatabaseModifiedError("twice changed"); }) == IndexFault::changing);
    CHECK(fault_of([&]() -> int { throw Xapian::DatabaseCorruptError("damaged"); }) == IndexFault::damaged);
    CHECK_THROWS_AS(with_stable_index(reader, [&]() -> int { throw std::logic_error("ours"); }), std::logic_error);
}

TEST_CASE("columns that are missing, damaged or of another state are made anew") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {dated(2001)});
    const std::string old_columns = folder.path("build-000001/columns-1");
    fs::copy_file(old_columns, folder.path("kept"));
    test::write_run(folder.path(), {dated(2002)});
    const fs::path columns = folder.path("build-000001/columns-2");
    const std::vector<std::function<void()>> harms{
        [] {},
        [&] { fs::remove(columns); },
        [&] { fs::copy_file(folder.path("kept"), columns); },
        [&] { fs::resize_file(columns, fs::file_size(columns) / 2); },
        [&] { fs::resize_file(columns, 0); },
    };
    for (const auto& harm : harms) {
        harm();
        IndexReader reader(folder.path());
        CHECK(year_of_first(reader) == "2002");
        CHECK(reader.columns()->doc_limit() == 2);
    }
}

TEST_CASE("records are found by every identifier and by what they link to") {
    const test::TemporaryFolder folder;
    Record linking = identified("a", "y", "", "Lakes");
    linking.related = {"x"};
    Record other = identified("a", "z", "", "Seas");
    other.related = {"x", "https://doi.org/10.1000/1"};
    test::write_run(folder.path(), {identified("a", "x", "1", "Rivers"), other, linking});
    const IndexReader reader(folder.path());
    for (const char* id : {"x", "doi:10.1000/1"}) CHECK(reader.find(id) == 1U);
    for (const char* id : {"", "1", "10.1000/1", "X", "fp:"}) CHECK(!reader.find(id));
    CHECK(reader.linking(kRelatedPrefix, "x") == std::vector<std::string>{"y", "z"});
    CHECK(reader.linking(kRelatedPrefix, "doi:10.1000/1") == std::vector<std::string>{"z"});
    CHECK(reader.linking(kCitesPrefix, "x").empty());
    CHECK_THROWS_AS(IndexReader(folder.path()).document(99), IndexError);
}

TEST_CASE("a record lives under its id before it is another's alias") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("a", "x", "3", "Rivers"), identified("b", "x", "4", "Lakes")});
    IndexReader reader(folder.path());
    CHECK(reader.document(reader.find("doi:10.1000/4").value()).id == "doi:10.1000/4");
    CHECK(reader.find("x").has_value());
}

} // namespace annota
