// SPDX-License-Identifier: GPL-2.0-or-later
//
// The writing door of an index: records in, durable commits out.

#pragma once

#include "common/index_folder.h"
#include "common/record.h"
#include "indexer/compaction.h"
#include "indexer/id_comparison.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace annota {

/// What became of a record that was handed to the index.
enum class Outcome : std::uint8_t {
    added,     ///< A new document.
    updated,   ///< A document changed.
    unchanged, ///< The index had just this already.
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

/// The one writer of an index: holds its lock from construction to destruction. Not thread-safe.
/// Throws IndexError, and std::runtime_error with the path where the disk fails.
class IndexWriter {
public:
    IndexWriter(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout);
    /// Without close(), everything since the last commit is lost, on purpose.
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    /// Adds what the record says to the document that it belongs to, in place of what its source said there before this
    /// run.
    Upsert upsert(Record record);

    /// Removes the document with this record id or alias; false where there is none.
    bool remove(std::string_view id);

    /// Makes all changes so far visible and durable; without changes it does nothing. In a build that is made aside it
    /// only bounds memory.
    void commit();

    /// Of a rebuild, before close(): ends the new build and compares the ids of the one that it would replace with its
    /// own. nullopt where there is none to compare with, or it cannot be read. No more changes afterwards.
    std::optional<IdComparison> finish_rebuild();

    /// Commits, and publishes a build that was made aside.
    void close();

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
