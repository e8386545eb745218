// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/index_writer.h"

#include "common/index_reader.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <set>

namespace annota {

namespace {

using Strings = std::vector<std::string>;
using test::identified;

struct Step {
    Record record;
    std::string outcome;
};

/// Each run is a writer of its own.
struct Story {
    const char* what;
    std::vector<std::vector<Step>> runs;
    Strings documents;
};

void tell(const std::vector<Story>& stories) {
    for (const Story& story : stories) {
        CAPTURE(story.what);
        const test::TemporaryFolder folder;
        for (const std::vector<Step>& run : story.runs) {
            std::vector<Record> records;
            Strings expected;
            for (const Step& step : run) {
                records.push_back(step.record);
                expected.push_back(step.outcome);
            }
            CHECK(test::write_run(folder.path(), records) == expected);
        }
        CHECK(test::documents_of(folder.path()) == story.documents);
    }
}

std::uint64_t generation_of(const test::TemporaryFolder& folder) {
    return IndexReader(folder.path()).state().generation;
}

} // namespace

TEST_CASE("records are added, updated, or left unchanged") {
    const Record x = identified("a", "x", "", "Rivers");
    const Record longer = identified("a", "x", "", "Rivers and lakes");
    const Record short_one = identified("a", "x", "", "Lake");
    const Record of_b = identified("b", "x", "", "Seas");
    tell({
        {"once", {{{x, "added"}}}, {"x [] a:Rivers"}},
        {"the same later", {{{x, "added"}}, {{x, "unchanged"}}}, {"x [] a:Rivers"}},
        {"the same at once", {{{x, "added"}, {x, "unchanged merged"}}}, {"x [] a:Rivers"}},
        {"a shorter one later", {{{longer, "added"}}, {{short_one, "updated"}}}, {"x [] a:Lake"}},
        {"another source", {{{x, "added"}, {of_b, "updated merged"}}}, {"x [] a:Rivers b:Seas"}},
        {"another source later", {{{of_b, "added"}}, {{x, "updated merged"}}}, {"x [] a:Rivers b:Seas"}},
        {"only one's own is replaced",
         {{{x, "added"}, {of_b, "updated merged"}}, {{longer, "updated merged"}}},
         {"x [] a:Rivers and lakes b:Seas"}},
    });
}

TEST_CASE("a source may have a record more than once") {
    const Record first = identified("a", "x", "", "Rivers");
    const Record second = identified("a", "x", "", "Lakes");
    const Record third = identified("a", "x", "", "Seas");
    const std::vector<Step> both{{first, "added"}, {second, "updated merged"}};
    tell({
        {"both are kept", {both}, {"x [] a:Lakes a:Rivers"}},
        {"and found again",
         {both, {{second, "unchanged merged"}, {first, "unchanged merged"}}},
         {"x [] a:Lakes a:Rivers"}},
        {"one changed, the other came first",
         {both, {{first, "unchanged merged"}, {third, "updated merged"}}},
         {"x [] a:Rivers a:Seas"}},
        {"one changed and came first",
         {both, {{third, "updated"}, {first, "updated merged"}}},
         {"x [] a:Rivers a:Seas"}},
        {"one is gone: nothing says so", {both, {{first, "unchanged merged"}}}, {"x [] a:Lakes a:Rivers"}},
    });
}

TEST_CASE("an id that tells nothing gathers a bounded number of records") {
    std::vector<Record> records(200);
    for (std::size_t i = 0; i < records.size(); ++i)
        records[i] = identified("a", "n/a", "", "Title " + std::to_string(i));
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), records);
    const std::string files = test::files_of(folder.path());
    CHECK(test::documents_of(folder.path()).size() == 1);
    test::write_run(folder.path(), records);
    CHECK(test::files_of(folder.path()) == files);
}

TEST_CASE("which document a record belongs to") {
    const Record doi = identified("a", "", "1", "Rivers");
    const Record own = identified("b", "x", "", "Lakes");
    const Record both = identified("c", "x", "1", "Seas");
    const Record cut = identified("d", "", "", "Islands");
    Record cut_with_doi = cut;
    cut_with_doi.doi = "10.18184/2079-4665.2020"; // ISSN and year only
    const Record nameless = identified("e", "", "", "Rivers");
    const Record named = identified("f", "y", "", "Rivers");
    tell({
        {"a DOI before the own id", {{{both, "added"}}}, {"doi:10.1000/1 [x] c:Seas"}},
        {"a cut DOI is none", {{{cut_with_doi, "added"}, {cut, "updated merged"}}}, {"fp [] d:Islands d:Islands"}},
        {"a DOI that comes later",
         {{{own, "added"}}, {{both, "updated merged"}}},
         {"x [doi:10.1000/1] b:Lakes c:Seas"}},
        {"an own id that comes later",
         {{{doi, "added"}}, {{both, "updated merged"}}},
         {"doi:10.1000/1 [x] a:Rivers c:Seas"}},
        {"one record joins two",
         {{{own, "added"}, {doi, "added"}}, {{both, "updated merged"}}},
         {"doi:10.1000/1 [x] a:Rivers b:Lakes c:Seas"}},
        {"title, year and author",
         {{{doi, "added"}, {nameless, "updated merged"}}},
         {"doi:10.1000/1 [] a:Rivers e:Rivers"}},
        {"the same, in the other order",
         {{{nameless, "added"}, {doi, "updated merged"}}},
         {"fp [doi:10.1000/1] a:Rivers e:Rivers"}},
        {"a record with an own id joins one without",
         {{{nameless, "added"}}, {{named, "updated merged"}}},
         {"fp [y] e:Rivers f:Rivers"}},
    });
}

TEST_CASE("what tells records of one title apart") {
    const Record first = identified("a", "x", "", "Editorial");
    const Record second = identified("a", "y", "", "Editorial");
    const Record with_doi = identified("b", "", "1", "Editorial");
    const Record other_doi = identified("b", "", "2", "Editorial");
    const Record same_id = identified("c", "x", "3", "Rivers");
    const Record same_id_other_doi = identified("d", "x", "4", "Rivers");
    tell({
        {"own ids", {{{first, "added"}, {second, "added"}}}, {"x [] a:Editorial", "y [] a:Editorial"}},
        {"DOIs",
         {{{with_doi, "added"}, {other_doi, "added"}}},
         {"doi:10.1000/1 [] b:Editorial", "doi:10.1000/2 [] b:Editorial"}},
        {"DOIs of one own id",
         {{{same_id, "added"}, {same_id_other_doi, "added"}}},
         {"doi:10.1000/3 [x] c:Rivers", "doi:10.1000/4 [x] d:Rivers"}},
    });
}

TEST_CASE("a record joins all that it belongs to, whatever came first") {
    const std::vector<Record> records{
        identified("a", "", "", "Rivers"),
        identified("b", "", "1", "Rivers"),
        identified("c", "", "1", "Lakes"),
        identified("d", "", "", "Lakes"),
    };
    std::vector<std::size_t> order{0, 1, 2, 3};
    do {
        const test::TemporaryFolder folder;
        for (const std::size_t i : order) test::write_run(folder.path(), {records[i]});
        CAPTURE(order);
        CHECK(test::documents_of(folder.path()).size() == 1);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("records are removed by id and by alias") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("a", "x", "1", "Rivers"), identified("a", "y", "", "Lakes"),
                                    identified("a", "z", "", "Seas")});
    struct Row {
        const char* id;
        bool removed;
        Strings left;
    };
    const std::vector<Row> rows{
        {"unknown", false, {"doi:10.1000/1 [x] a:Rivers", "y [] a:Lakes", "z [] a:Seas"}},
        {"y", true, {"doi:10.1000/1 [x] a:Rivers", "z [] a:Seas"}},
        {"y", false, {"doi:10.1000/1 [x] a:Rivers", "z [] a:Seas"}},
        {"x", true, {"z [] a:Seas"}},
        {"z", true, {}},
    };
    std::uint64_t generation = generation_of(folder);
    for (const Row& row : rows) {
        CAPTURE(row.id);
        IndexWriter writer(folder.path(), WriteMode::existing, std::chrono::milliseconds(0));
        CHECK(writer.remove(row.id) == row.removed);
        writer.close();
        generation += row.removed ? 1 : 0;
        CHECK(writer.generation() == generation);
        CHECK(test::documents_of(folder.path()) == row.left);
    }
}

TEST_CASE("a removed record that comes again is new") {
    const test::TemporaryFolder folder;
    const Record record = identified("a", "x", "", "Rivers");
    IndexWriter writer(folder.path(), WriteMode::automatic, std::chrono::milliseconds(0));
    writer.upsert(record);
    CHECK(writer.remove("x"));
    CHECK(writer.document_count() == 0);
    CHECK(writer.upsert(record).outcome == Outcome::added);
    writer.close();
    CHECK(test::documents_of(folder.path()) == Strings{"x [] a:Rivers"});
}

TEST_CASE("the generation counts commits that change a record") {
    const test::TemporaryFolder folder;
    const Record x = identified("a", "x", "", "Rivers");
    const Record changed = identified("a", "x", "", "Lakes");
    const auto after = [&](const std::vector<Record>& records, WriteMode mode) {
        test::write_run(folder.path(), records, mode);
        return generation_of(folder);
    };
    CHECK(after({}, WriteMode::automatic) == 0);
    CHECK(after({x}, WriteMode::automatic) == 1);
    CHECK(after({x, x}, WriteMode::incremental) == 1);
    CHECK(after({}, WriteMode::automatic) == 1);
    CHECK(after({changed}, WriteMode::incremental) == 2);
    IndexWriter writer(folder.path(), WriteMode::incremental, std::chrono::milliseconds(0));
    for (const char* title : {"Seas", "Seas", "Islands"}) {
        writer.upsert(identified("a", "y", "", title));
        writer.commit();
        writer.commit();
    }
    writer.close();
    CHECK(writer.generation() == 4);
    CHECK(generation_of(folder) == 4);
}

TEST_CASE("a run without changes writes nothing") {
    const test::TemporaryFolder folder;
    const std::vector<Record> records{identified("a", "x", "1", "Rivers"), identified("b", "", "1", "Rivers")};
    test::write_run(folder.path(), records);
    const std::string before = test::files_of(folder.path());
    for (const WriteMode mode : {WriteMode::automatic, WriteMode::incremental, WriteMode::existing})
        test::write_run(folder.path(), records, mode);
    IndexWriter writer(folder.path(), WriteMode::existing, std::chrono::milliseconds(0));
    CHECK(!writer.remove("unknown"));
    writer.close();
    CHECK(test::files_of(folder.path()) == before);
}

TEST_CASE("a run that is given up leaves the index as it was") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("a", "x", "", "Rivers")});
    const std::string before = test::contents_of(folder.path());
    {
        IndexWriter writer(folder.path(), WriteMode::automatic, std::chrono::milliseconds(0));
        for (int i = 0; i < 3000; ++i) writer.upsert(identified("a", "y" + std::to_string(i), "", "Lakes"));
        writer.remove("x");
    }
    CHECK(test::contents_of(folder.path()) == before);
    const test::TemporaryFolder empty;
    IndexWriter(empty.path(), WriteMode::automatic, std::chrono::milliseconds(0))
        .upsert(identified("a", "x", "", "Rivers"));
    CHECK_THROWS_AS(IndexReader(empty.path()), IndexError);
}

} // namespace annota
