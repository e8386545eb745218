// SPDX-License-Identifier: GPL-2.0-or-later
//
// The writing door of an index: records in, durable commits out.

#pragma once

#include "common/index_folder.h"
#include "common/record.h"
#include "indexer/bulk_load.h"
#include "indexer/compaction.h"
#include "indexer/duplicate_rule.h"
#include "indexer/file_stamp.h"
#include "indexer/id_comparison.h"
#include "indexer/prune_scope.h"
#include "indexer/tombstones.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// What became of a record that was handed to the index.
enum class Outcome : std::uint8_t {
    added,     ///< A new document.
    updated,   ///< A document changed.
    unchanged, ///< The index had just this already, or it was not to take it (DuplicateRule::keep).
    refused,   ///< It was not to take it (DuplicateRule::reject).
};

struct Upsert {
    Outcome outcome = Outcome::added;
    bool merged = false; ///< The document has other contributions, or this run had just this record before.
};

/// Which way of writing a run takes.
enum class WriteMode : std::uint8_t {
    automatic,   ///< An empty index is built aside and published by close(); others are changed in place.
    incremental, ///< Every commit() is published.
    existing,    ///< As incremental; a folder without an index is an error.
    rebuild,     ///< As with an empty index, which close() puts in the place of what is there.
};

struct WriterSettings {
    DuplicateRule on_duplicate = DuplicateRule::merge;
    std::uint64_t tombstone_days = kTombstoneDays;
    BulkLimits limits{}; ///< Of building aside.
};

/// What find_outdated() found.
struct Outdated {
    std::vector<std::uint32_t> docids; ///< Of documents with outdated contributions.
    std::uint64_t documents = 0;       ///< Those of them that have no other contributions.
};

/// The one writer of an index: holds its lock from construction to destruction. Not thread-safe.
/// Throws IndexError, and std::runtime_error with the path where the disk fails.
class IndexWriter {
public:
    IndexWriter(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout,
                WriterSettings settings = {});
    /// Without close(), everything since the last commit is lost, on purpose.
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    /// Adds what the record says to the document that it belongs to, in place of what its source said there before this
    /// run. A record that the index has already changes nothing.
    Upsert upsert(Record record);

    /// The record id of the document with this record id or alias.
    std::optional<std::string> find(std::string_view id) const;

    /// Removes that document; false where there is none.
    bool remove(std::string_view id);

    /// Contributions of the sources in scope that this run has not read.
    Outdated find_outdated(const PruneScope& scope) const;

    /// Removes them, and documents of which nothing is left.
    void remove_outdated(const Outdated& outdated, const PruneScope& scope);

    /// Stamps of files, committed with their records. A change of what a source said by any other way than upsert()
    /// takes away the stamps of the files in which the source is.
    std::vector<FileStamp> stamps() const;
    void set_stamp(const FileStamp& stamp);
    void forget_stamp(std::string_view path);

    /// Rules about persons (person_rules.h), of which the next commit keeps the text in place of what there was.
    void set_person_rules(const std::string& text);

    /// Makes all changes so far visible and durable; without changes, or in a build that is made aside, it does
    /// nothing.
    void commit();

    /// Of a rebuild, before close(): ends the new build and compares the ids of the one that it would replace with its
    /// own. nullopt where there is none to compare with, or it cannot be read. No more changes afterwards.
    std::optional<IdComparison> finish_rebuild(const std::function<void(const char* phase)>& told);

    /// Commits, and publishes a build that was made aside; `told` is called with the name of each phase.
    void close(const std::function<void(const char* phase)>& told = [](const char*) {});

    /// After close(): compacts the index where it has grown so much that it pays. nullopt where it does not, or a
    /// signal came. The index is as it was where this throws.
    std::optional<Compaction> compact_if_grown();

    /// Of the last commit.
    std::uint64_t generation() const;
    std::uint64_t document_count() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace annota
