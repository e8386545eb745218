// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/compaction.h"

#include "common/index_reader.h"
#include "indexer/free_space.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <limits>

namespace annota {

using test::identified;

TEST_CASE("a compacted index is smaller and says the same") {
    const test::TemporaryFolder folder;
    const std::string unused = "Of a value that no record has any more";
    for (int run = 0; run < 3; ++run) {
        std::vector<Record> records;
        for (int i = 0; i < 200; ++i) {
            records.push_back(identified("a", "r" + std::to_string(i), "", "Rivers " + std::to_string(i * run)));
            records.back().journal["en"] = run == 0 ? unused : "Journal " + std::to_string(i % 5);
        }
        test::write_run(folder.path(), records, WriteMode::incremental);
    }
    {
        IndexWriter writer(folder.path(), WriteMode::existing, {});
        for (const char* id : {"r0", "r77", "r199"}) writer.remove(id); // also the last
        writer.close();
    }
    const std::string before = test::contents_of(folder.path());
    const IndexState state = IndexReader(folder.path()).state();
    const auto done = compact_index(IndexFolder(folder.path()), Replaced::kept, {});
    REQUIRE(done.has_value());
    CHECK(done->bytes < done->bytes_before);
    CHECK(test::contents_of(folder.path()) == before);
    IndexReader reader(folder.path());
    CHECK(reader.state() == IndexState{state.build + 1, state.generation});
    const auto columns = Columns::open(reader.build_folder() / columns_file_name(state.generation), reader.state());
    REQUIRE(columns != nullptr);
    CHECK((*columns)[*facet_ordinal(FieldId::journal)].key_count() == 5);
    CHECK(columns->doc_limit() == reader.doc_limit());
    // Docids of those that were deleted are used again.
    test::write_run(folder.path(), {identified("a", "new", "", "Lakes")});
    CHECK(IndexReader(folder.path()).find("new").value() < reader.doc_limit());
}

TEST_CASE("compacting pays from a share and a size on") {
    constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
    struct Row {
        std::uint64_t made, now;
        bool pays;
    };
    for (const Row& row : std::vector<Row>{{0, 0, false},
                                           {100, 1000, false},
                                           {100, kMiB + 100, true},
                                           {10 * kMiB, 13 * kMiB - 1, false},
                                           {10 * kMiB, 13 * kMiB, true},
                                           {10 * kMiB, 9 * kMiB, false}}) {
        CAPTURE(row.made, row.now);
        CHECK(is_worth_compacting(row.made, row.now) == row.pays);
    }
}

TEST_CASE("a shortage of space names path, need and what is free") {
    CHECK(shortage_message("db", 10, 10).empty());
    CHECK(shortage_message("db", 1234567, 9) == "db: not enough space: 1,234,567 bytes are needed, 9 are free");
    const test::TemporaryFolder folder;
    CHECK_NOTHROW(require_space(folder.path(), 1));
    CHECK_THROWS_AS(require_space(folder.path(), std::numeric_limits<std::uint64_t>::max()), SpaceShortage);
    CHECK_NOTHROW(require_space(folder.path("missing"), 1));
}

} // namespace annota
