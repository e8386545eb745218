// SPDX-License-Identifier: GPL-2.0-or-later
//
// Readers in threads of their own beside a writer that commits: each sees all of a commit or none of it.

#include "indexer/index_writer.h"
#include "searcher/search.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <atomic>
#include <filesystem>
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

} // namespace annota
