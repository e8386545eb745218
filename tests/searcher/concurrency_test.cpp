// SPDX-License-Identifier: GPL-2.0-or-later
//
// Readers beside a writer that commits: each sees all of a commit or none of it, and none is told that the index
// changed under it.

#include "indexer/index_writer.h"
#include "searcher/search.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <set>
#include <thread>
#include <vector>

namespace annota {

namespace {

namespace fs = std::filesystem;

Record numbered(int number, int round) {
    Record record;
    record.id = "r" + std::to_string(number);
    record.title["en"] = "common title " + std::to_string(number) + " in round" + std::to_string(round);
    record.authors.push_back({"Ivanov I.I.", {}, {}, {}});
    record.year = 2000 + number % 20;
    record.source = "test";
    return record;
}

/// Every run replaces all records: a reader finds the words of one round in all of them.
void write_rounds(const fs::path& folder, int rounds, int records) {
    for (int round = 0; round < rounds; ++round) {
        IndexWriter writer(folder, WriteMode::incremental, std::chrono::seconds(0));
        for (int number = 0; number < records; ++number) writer.upsert(numbered(number, round));
        writer.close();
    }
}

/// Every record read through one open state, which Xapian gives up after two commits.
std::size_t read_all(IndexReader& reader) {
    std::set<std::string> ids;
    for (std::uint32_t docid = 1; docid < reader.doc_limit(); ++docid) ids.insert(reader.document(docid).id);
    return ids.size();
}

/// Pages of three through all records, again and again until the writer's pipe is closed. The number of answers, or -1
/// where a page is not what it must be.
int page_until_closed(const fs::path& folder, int pipe_end, int records) {
    Searcher searcher(folder);
    int answers = 0;
    char byte = 0;
    do {
        for (std::uint64_t offset = 0; offset < static_cast<std::uint64_t>(records); offset += 3, ++answers) {
            SearchRequest request;
            request.text = "\"common title\"";
            request.limit = 3;
            request.offset = offset;
            const ResultPage page = searcher.search(request);
            const std::uint64_t expected = std::min<std::uint64_t>(3, static_cast<std::uint64_t>(records) - offset);
            if (page.total != static_cast<std::uint64_t>(records) || page.hits.size() != expected) return -1;
        }
    } while (::read(pipe_end, &byte, 1) < 0); // does not block: 0 when closed
    return answers;
}

} // namespace

TEST_CASE("Readers in threads see whole commits", "[threads]") {
    constexpr int kRecords = 20;
    constexpr std::size_t kReaders = 3;
    const fs::path folder = fs::temp_directory_path() / ("annota-threads-" + std::to_string(::getpid()));
    fs::remove_all(folder);
    write_rounds(folder, 1, kRecords);
    std::atomic<bool> done{false};
    std::atomic<int> faults{0};
    std::atomic<int> answers{0};
    std::vector<std::thread> readers;
    readers.reserve(kReaders);
    for (std::size_t i = 0; i < kReaders; ++i)
        readers.emplace_back([&] {
            Searcher searcher(folder);
            SearchRequest request;
            request.text = "title:common";
            do {
                const ResultPage page = searcher.search(request);
                bool whole = page.total == kRecords && page.hits.size() == 10;
                for (const Hit& hit : page.hits) {
                    const auto round_of = [](const Hit& one) {
                        return one.title.text.substr(one.title.text.find("round"));
                    };
                    whole = whole && round_of(hit) == round_of(page.hits.front());
                }
                faults += whole ? 0 : 1;
                ++answers;
            } while (!done);
        });
    write_rounds(folder, 30, kRecords);
    done = true;
    for (std::thread& reader : readers) reader.join();
    CHECK(faults == 0);
    CHECK(answers >= static_cast<int>(kReaders));
    fs::remove_all(folder);
}

TEST_CASE("A reader whose state is overwritten by commits moves on to the newest") {
    const test::TemporaryFolder folder;
    constexpr int kRecords = 300; // in more blocks than a reader keeps
    write_rounds(folder.path("db"), 1, kRecords);
    IndexReader left_behind(folder.path("db"));
    IndexReader reader(folder.path("db"));
    write_rounds(folder.path("db"), 5, kRecords);
    CHECK_THROWS_AS(read_all(left_behind), Xapian::DatabaseModifiedError);
    CHECK(with_stable_index(reader, [&] { return read_all(reader); }) == kRecords);
}

TEST_CASE("Work is done anew where the index changed under it, five times at most") {
    const test::TemporaryFolder folder;
    write_rounds(folder.path("db"), 1, 1);
    IndexReader reader(folder.path("db"));
    int tries = 0;
    const auto disturbed = [&tries](int times) {
        return [&tries, times] {
            if (tries++ < times) throw Xapian::DatabaseModifiedError("changed");
            return true;
        };
    };
    CHECK(with_stable_index(reader, disturbed(4)));
    CHECK(tries == 5);
    tries = 0;
    try {
        with_stable_index(reader, disturbed(5));
        FAIL("there was a sixth time");
    } catch (const IndexError& error) {
        CHECK(error.fault() == IndexFault::changing);
    }
    CHECK(tries == 5);
}

TEST_CASE("A process pages through results while many commits are made") {
    const test::TemporaryFolder folder;
    const fs::path index = folder.path("db");
    constexpr int kRecords = 20;
    write_rounds(index, 1, kRecords);
    int ends[2];
    REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
    const pid_t reader = ::fork();
    REQUIRE(reader >= 0);
    if (reader == 0) {
        ::close(ends[1]);
        int code = 1;
        try {
            code = page_until_closed(index, ends[0], kRecords) > 0 ? 0 : 2;
        } catch (const std::exception&) {
            code = 3;
        }
        ::_exit(code);
    }
    write_rounds(index, 40, kRecords);
    ::close(ends[1]);
    ::close(ends[0]);
    int status = -1;
    REQUIRE(::waitpid(reader, &status, 0) == reader);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

} // namespace annota
