// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules for records that another source, or the same in one run, has already.

#include "indexer/index_writer.h"

#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <array>

namespace annota {

namespace {

using Strings = std::vector<std::string>;
using test::identified;

constexpr std::array<const char*, 4> kOutcomes{"added", "updated", "unchanged", "refused"};

/// One run of a writer.
Strings run(const std::string& folder, DuplicateRule rule, WriteMode mode, const std::vector<Record>& records) {
    IndexWriter writer(folder, mode, std::chrono::milliseconds(0), WriterSettings{rule, kTombstoneDays});
    Strings outcomes;
    for (const Record& record : records)
        outcomes.emplace_back(kOutcomes.at(static_cast<std::size_t>(writer.upsert(record).outcome)));
    writer.close();
    return outcomes;
}

struct Run {
    DuplicateRule rule;
    std::vector<Record> records;
    Strings outcomes;
};

struct Story {
    const char* what;
    std::vector<Run> runs;
    Strings documents;
};

void tell(const std::vector<Story>& stories) {
    for (const WriteMode mode : {WriteMode::automatic, WriteMode::incremental})
        for (const Story& story : stories) {
            CAPTURE(story.what, mode == WriteMode::automatic);
            const test::TemporaryFolder folder;
            for (const Run& one : story.runs) CHECK(run(folder.path(), one.rule, mode, one.records) == one.outcomes);
            CHECK(test::documents_of(folder.path()) == story.documents);
        }
}

const Record kOfA = identified("a", "x", "", "Rivers");
const Record kLater = identified("a", "x", "", "Lakes");
const Record kOfB = identified("b", "x", "", "Seas");
const Record kOther = identified("b", "y", "", "Bays");

} // namespace

TEST_CASE("duplicates are merged, replaced, kept or refused") {
    using enum DuplicateRule;
    tell({
        {"merged", {{merge, {kOfA, kOfB}, {"added", "updated"}}}, {"x [] a:Rivers b:Seas"}},
        {"replaced", {{replace, {kOfA, kOfB}, {"added", "updated"}}}, {"x [] b:Seas"}},
        {"kept", {{keep, {kOfA, kOfB, kOther}, {"added", "unchanged", "added"}}}, {"x [] a:Rivers", "y [] b:Bays"}},
        {"refused", {{reject, {kOfA, kOfB, kOther}, {"added", "refused", "added"}}}, {"x [] a:Rivers", "y [] b:Bays"}},
        {"replaced later", {{merge, {kOfA}, {"added"}}, {replace, {kOfB}, {"updated"}}}, {"x [] b:Seas"}},
        {"kept later", {{merge, {kOfA}, {"added"}}, {keep, {kOfB}, {"unchanged"}}}, {"x [] a:Rivers"}},
        {"refused later", {{merge, {kOfA}, {"added"}}, {reject, {kOfB}, {"refused"}}}, {"x [] a:Rivers"}},
        {"of one source, merged", {{merge, {kOfA, kLater}, {"added", "updated"}}}, {"x [] a:Lakes a:Rivers"}},
        {"of one source, replaced", {{replace, {kOfA, kLater}, {"added", "updated"}}}, {"x [] a:Lakes"}},
        {"of one source, kept", {{keep, {kOfA, kLater}, {"added", "unchanged"}}}, {"x [] a:Rivers"}},
        {"of one source, refused", {{reject, {kOfA, kLater}, {"added", "refused"}}}, {"x [] a:Rivers"}},
        {"just the same", {{reject, {kOfA, kOfA}, {"added", "refused"}}}, {"x [] a:Rivers"}},
    });
}

TEST_CASE("a source may change its own records under every rule") {
    using enum DuplicateRule;
    for (const DuplicateRule rule : {merge, replace, keep, reject}) {
        tell({
            {"changed", {{rule, {kOfA}, {"added"}}, {rule, {kLater}, {"updated"}}}, {"x [] a:Lakes"}},
            {"the same", {{rule, {kOfA}, {"added"}}, {rule, {kOfA}, {"unchanged"}}}, {"x [] a:Rivers"}},
        });
    }
    tell({
        {"beside another",
         {{merge, {kOfA, kOfB}, {"added", "updated"}}, {keep, {kLater}, {"updated"}}},
         {"x [] a:Lakes b:Seas"}},
        {"the same, alone at last",
         {{merge, {kOfA, kOfB}, {"added", "updated"}}, {replace, {kOfA}, {"updated"}}},
         {"x [] a:Rivers"}},
    });
}

} // namespace annota
