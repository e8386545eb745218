// SPDX-License-Identifier: GPL-2.0-or-later
//
// The command line of annota-index as a typed value. What each option means stands in indexer/program.cpp.

#pragma once

#include "common/command_line.h"
#include "common/information.h"
#include "indexer/duplicate_rule.h"
#include "indexer/tombstones.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace annota {

enum class IndexVerb : std::uint8_t { add, rebuild, remove, changed, rollback, compact, check, stats, dump, authors };
enum class ProgressStyle : std::uint8_t { automatic, text, json, none };
enum class PrintedForm : std::uint8_t { nothing, records, terms };
enum class ReportStyle : std::uint8_t { text, json };

/// How many records of a run may be rejected, or of an index deleted.
struct RecordLimit {
    double amount = 0;
    bool percent = false; ///< `amount` is a share of the records read, or in the index; else a number of records.

    bool exceeded(std::uint64_t count, std::uint64_t all) const;
};

/// Of what may be deleted otherwise than by id, unless a run says more.
inline constexpr RecordLimit kUsualDeleteLimit{10, true};

struct IndexOptions {
    IndexVerb verb = IndexVerb::add;
    std::vector<std::string> words; ///< Inputs of `add` and `rebuild`, ids of `delete`.
    std::string database;           ///< Never empty.
    std::string format = "auto";    ///< One of the choices of --format.
    std::string rejects_file;       ///< Empty: none.
    std::string authors_file;       ///< Rules about persons; empty: those of the index stay.
    std::string author_name;        ///< Of authors: persons whom a form of this name can mean; empty: all.
    bool doubtful = false;          ///< Of authors: only doubtful cases.
    bool strict = false;
    std::optional<RecordLimit> max_rejects;
    std::optional<RecordLimit> max_delete;
    bool prune = false;
    bool skip_unchanged = true; ///< Files that are unchanged need not be read.
    DuplicateRule on_duplicate = DuplicateRule::merge;
    std::uint64_t tombstone_days = kTombstoneDays;
    std::string ids_file;    ///< Ids of `delete`, one a line; empty: none.
    std::string query;       ///< Of records to delete; empty: none.
    std::uint64_t since = 0; ///< Generation.
    bool dry_run = false;
    bool no_compact = false;
    bool deep = false;    ///< Of check: analyses every record anew.
    bool salvage = false; ///< Of dump: passes over what cannot be read.
    PrintedForm print = PrintedForm::nothing;
    std::optional<std::uint64_t> commit_every; ///< Records, at least 1.
    std::uint64_t lock_timeout_seconds = 0;
    std::uint64_t jobs = 0;        ///< Threads of a bulk load; 0: as many as the machine has cores.
    std::uint64_t memory_mb = 512; ///< MiB.
    ProgressStyle progress = ProgressStyle::automatic;
    bool acknowledge = false;
    ReportStyle report = ReportStyle::text;
    bool quiet = false;
};

using ParsedIndexOptions = std::variant<IndexOptions, Information, VersionRequest, UsageError>;

ParsedIndexOptions parse_index_options(int argc, const char* const* argv);
ParsedIndexOptions parse_index_options(const std::vector<std::string>& arguments, const Environment& environment);

/// One line, without what is as usual, for tests and logs.
std::string describe(const IndexOptions& options);

} // namespace annota
