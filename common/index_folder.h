// SPDX-License-Identifier: GPL-2.0-or-later
//
// The folder of an index on disk: builds, the file that names the current one, and the lock.
//
//   DB/annota.index        names the current and the previous build (index_file.h); replaced by rename, so that readers
//                          see the old or the new one
//   DB/build-000007/       a Xapian database and its side files: "columns-<generation>", and the whole columns of which
//                          they have the changes
//   DB/build-000007/made   its size when it was made (text)
//   DB/build-000008.new/   a build in the making, removed by the next writer where one was left behind
//   DB/lock                held by flock() while a program writes; its text names the holder, for messages only

#pragma once

#include "common/byte_sink.h"
#include "common/index_file.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// What is wrong with an index as a whole.
enum class IndexFault : std::uint8_t {
    missing,       ///< There is no index at the path.
    wrong_version, ///< Of another schema, analyzer or layout version.
    damaged,       ///< Files are missing or unreadable.
    locked,        ///< Another program writes.
    changing,      ///< It changed under every retry.
};

/// "index_missing", "index_damaged", ...: the stable code that programs see.
std::string_view fault_code(IndexFault fault);

/// The message names the path and says what helps.
class IndexError : public std::runtime_error {
public:
    IndexError(IndexFault fault, const std::string& message) : std::runtime_error(message), fault_(fault) {}
    IndexFault fault() const { return fault_; }

private:
    IndexFault fault_;
};

/// What becomes of the build that another one replaces.
enum class Replaced : std::uint8_t {
    kept,    ///< It is the previous build from now on, and the one before it goes.
    removed, ///< It goes, and the previous build stays what it was: for a build with the same records.
};

class IndexFolder {
public:
    explicit IndexFolder(std::filesystem::path root) : root_(std::move(root)) {}

    const std::filesystem::path& root() const { return root_; }

    /// What annota.index says; nullopt where the folder holds no index yet. Throws IndexError (wrong_version; damaged,
    /// also where builds stand there that no annota.index names: nothing tells them from the user's only copy).
    std::optional<IndexFile> index_file() const;

    /// Number of the current build; nullopt and errors as above.
    std::optional<unsigned> current_build() const;

    /// Published builds that stand in the folder, ascending, whatever annota.index says.
    std::vector<unsigned> builds() const;

    std::filesystem::path build_path(unsigned build) const;

    /// Where a build is made before publish() gives it its name.
    std::filesystem::path unpublished_path(unsigned build) const;

    /// One more than every build that stands in the folder.
    unsigned next_build() const;

    /// Makes the build in unpublished_path() the current one, durably, `by` a verb.
    void publish(unsigned build, std::string_view by, Replaced replaced = Replaced::kept) const;

    /// Makes a published build the current one, durably; `known` is what annota.index said.
    void make_current(unsigned build, std::string_view by, const IndexFile& known) const;

    /// Bytes of the build's database when it was made; nullopt where nothing tells.
    std::optional<std::uint64_t> bytes_when_made(unsigned build) const;

    /// Removes builds in the making that a killed program left, and the previous build kKeptSeconds after it was
    /// replaced. Only for the holder of the lock. Throws as index_file(), and then removes nothing.
    void remove_leftovers() const;

    static constexpr std::int64_t kKeptSeconds = std::int64_t{7} * 24 * 3600;

private:
    std::filesystem::path root_;
};

/// "rebuild it from its sources: annota-index rebuild --db DIR INPUT...", for messages.
std::string rebuild_advice(const std::filesystem::path& root);

/// Bytes of all files below a folder.
std::uint64_t bytes_below(const std::filesystem::path& directory);

/// Holds the index for writing from construction to destruction; the kernel releases it with the process.
class IndexLock {
public:
    /// Creates the folder where it is missing. Waits up to `timeout`, then throws IndexError (locked) with the holder.
    IndexLock(const IndexFolder& folder, std::chrono::milliseconds timeout);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

private:
    int descriptor_ = -1;
};

/// fsync() of a directory, so that names created or replaced in it survive a power cut.
void sync_directory(const std::filesystem::path& directory);

/// fsync() of every file below `directory`, then of the directories.
void sync_tree(const std::filesystem::path& directory);

/// Writes beside `path`, syncs, renames into place and syncs the directory.
void write_file_durably(const std::filesystem::path& path, std::string_view contents);

/// The same of what `write` gives to its sink.
void write_file_durably(const std::filesystem::path& path, const std::function<void(const ByteSink& sink)>& write);

} // namespace annota
