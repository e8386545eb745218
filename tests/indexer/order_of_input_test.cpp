// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is searched is a function of the set of contributions: neither the order of records, nor how they are spread
// over runs and commits, nor whether a build was made aside, leaves a trace.

#include "common/record_json.h"
#include "indexer/run.h"
#include "tests/common/random_records.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace annota {

namespace {

constexpr std::size_t kWorks = 5;
constexpr std::size_t kSources = 3;

/// Every work is known by one identifier, which all sources have; half of them say more, in every way.
std::vector<Record> contributions(test::RandomRecords& random, std::size_t each) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < kWorks * kSources * each; ++i) {
        const std::size_t work = i % kWorks;
        const std::string name = "work" + std::to_string(work);
        Record record = random.record();
        record.source = "source" + std::to_string(i / kWorks % kSources);
        record.doi = work % 2 == 0 ? "10.1000/" + name : "";
        record.id = work % 2 == 1 || random.chance(0.5) ? name : "";
        record.title[random.chance(0.5) ? "ru" : "en"] = name + ' ' + random.text();
        records.push_back(std::move(record));
    }
    return records;
}

/// In runs of random length, with commits at random moments.
void write_in_pieces(const std::filesystem::path& folder, const std::vector<Record>& records,
                     test::RandomRecords& random) {
    for (std::size_t at = 0; at < records.size();) {
        const WriteMode mode = random.chance(0.5) ? WriteMode::automatic : WriteMode::incremental;
        IndexWriter writer(folder, mode, std::chrono::milliseconds(0));
        for (std::size_t left = 1 + random.below(records.size()); left > 0 && at < records.size(); --left) {
            writer.upsert(records[at++]);
            if (random.chance(0.2)) writer.commit();
        }
        writer.close();
    }
}

struct Written {
    std::string contents;
    std::string dump;
};

template <class Write> Written written(Write write) {
    const test::TemporaryFolder folder;
    write(folder.path());
    REQUIRE(test::documents_of(folder.path()).size() == kWorks);
    return {test::contents_of(folder.path()), test::dump_of(folder.path())};
}

/// One file a source, of which some records state another file's or a source of its own.
std::vector<std::string> write_files(const test::TemporaryFolder& folder, std::vector<Record> records,
                                     test::RandomRecords& random) {
    std::vector<std::string> texts(kSources);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string stated = random.chance(0.2) ? "shelf" : folder.path("file0.jsonl");
        records[i].source = random.chance(0.3) ? stated : "";
        texts[i % kSources] += record_to_json(records[i]) + '\n';
    }
    std::vector<std::string> files;
    for (std::size_t i = 0; i < kSources; ++i)
        files.push_back(folder.write("file" + std::to_string(i) + ".jsonl", texts[i]));
    return files;
}

void add_files(const std::string& index, const std::vector<std::string>& files, bool prune) {
    IndexOptions options;
    options.database = index;
    options.words = files;
    options.prune = prune;
    options.max_delete = RecordLimit{100, true};
    options.quiet = true;
    run_index(options);
}

} // namespace

TEST_CASE("the order of files does not matter, with pruning and sources of their own") {
    test::RandomRecords random(14);
    for (int set = 0; set < 4; ++set) {
        const test::TemporaryFolder folder;
        std::vector<std::string> contents;
        std::vector<std::vector<std::string>> orders;
        const std::vector<Record> before = contributions(random, 2);
        std::vector<std::string> files = write_files(folder, before, random);
        for (int i = 0; i < 5; ++i) add_files(folder.path("index" + std::to_string(i)), files, false);
        std::vector<Record> records = contributions(random, 1);
        records.resize(records.size() - kWorks); // some works are gone
        files = write_files(folder, records, random);
        for (int i = 0; i < 5; ++i) {
            const std::string index = folder.path("index" + std::to_string(i));
            add_files(index, files, true);
            contents.push_back(test::contents_of(index) + test::dump_of(index));
            CHECK(contents.back() == contents.front());
            add_files(index, files, true);
            CHECK(test::contents_of(index) + test::dump_of(index) == contents.front());
            std::ranges::shuffle(files, random.engine());
        }
    }
}

TEST_CASE("the order of records and the moments of commits do not matter") {
    test::RandomRecords random(11);
    for (int set = 0; set < 5; ++set) {
        std::vector<Record> records = contributions(random, 1);
        const Written expected = written([&](const std::string& folder) { test::write_run(folder, records); });
        for (int permutation = 0; permutation < 6; ++permutation) {
            std::ranges::shuffle(records, random.engine());
            const Written found = written([&](const std::string& folder) { write_in_pieces(folder, records, random); });
            CHECK(found.contents == expected.contents);
            CHECK(found.dump == expected.dump);
        }
    }
}

TEST_CASE("the order of a source's records of one work does not matter") {
    test::RandomRecords random(12);
    for (int set = 0; set < 4; ++set) {
        std::vector<Record> records = contributions(random, 3);
        const Written expected = written([&](const std::string& folder) { test::write_run(folder, records); });
        for (const WriteMode mode : {WriteMode::automatic, WriteMode::incremental}) {
            std::ranges::shuffle(records, random.engine());
            const Written found = written([&](const std::string& folder) { test::write_run(folder, records, mode); });
            CHECK(found.contents == expected.contents);
            CHECK(found.dump == expected.dump);
        }
    }
}

TEST_CASE("what was said before leaves no trace") {
    test::RandomRecords random(13);
    for (int set = 0; set < 5; ++set) {
        const std::vector<Record> before = contributions(random, 2);
        std::vector<Record> records = contributions(random, 2);
        // Former identifiers stay as aliases, so both have the same.
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].id = before[i].id;
            records[i].title = before[i].title;
            records[i].year = before[i].year;
            records[i].authors = before[i].authors;
        }
        const Written expected = written([&](const std::string& folder) { test::write_run(folder, records); });
        std::ranges::shuffle(records, random.engine());
        const Written found = written([&](const std::string& folder) {
            test::write_run(folder, before);
            test::write_run(folder, records);
        });
        CHECK(found.contents == expected.contents);
        CHECK(found.dump == expected.dump);
    }
}

} // namespace annota
