// SPDX-License-Identifier: GPL-2.0-or-later
//
// The writing door of an index: records in, durable commits out.

#pragma once

#include "common/index_folder.h"
#include "common/record.h"
#include "indexer/bulk_load.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
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
};

/// The one writer of an index: holds its lock from construction to destruction. Not thread-safe.
/// Throws IndexError, and std::runtime_error with the path where the disk fails.
class IndexWriter {
public:
    /// `limits` are those of building aside.
    IndexWriter(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout,
                BulkLimits limits = {});
    /// Without close(), everything since the last commit is lost, on purpose.
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    /// Adds what the record says to the document that it belongs to, in place of what its source said there before this
    /// run.
    Upsert upsert(Record record);

    /// Removes the document with this record id or alias; false where there is none.
    bool remove(std::string_view id);

    /// Makes all changes so far visible and durable; without changes, or in a build that is made aside, it does
    /// nothing.
    void commit();

    /// Commits, and publishes a build that was made aside; `told` is called with the name of each phase.
    void close(const std::function<void(const char* phase)>& told = [](const char*) {});

    /// Of the last commit.
    std::uint64_t generation() const;
    std::uint64_t document_count() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace annota
