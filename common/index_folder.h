// SPDX-License-Identifier: GPL-2.0-or-later
//
// The folder of an index on disk: builds, the file that names the current one, and the lock.
//
//   DB/annota.index        names the current build; replaced by rename, so that readers see the old or the new one
//   DB/build-000007/       a Xapian database and its side files ("columns-<generation>")
//   DB/build-000008.new/   a build in the making, removed by the next writer where one was left behind
//   DB/lock                held by flock() while a program writes; its text names the holder, for messages only

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

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

class IndexFolder {
public:
    explicit IndexFolder(std::filesystem::path root) : root_(std::move(root)) {}

    const std::filesystem::path& root() const { return root_; }

    /// Number of the current build; nullopt where the folder holds no index yet. Throws IndexError (damaged,
    /// wrong_version).
    std::optional<unsigned> current_build() const;

    std::filesystem::path build_path(unsigned build) const;

    /// Where a build is made before publish() gives it its name.
    std::filesystem::path unpublished_path(unsigned build) const;

    /// One more than every build that stands in the folder.
    unsigned next_build() const;

    /// Makes the build in unpublished_path() the current one, durably. The previous build stays.
    void publish(unsigned build) const;

    /// Removes builds in the making that a killed program left. Only for the holder of the lock.
    void remove_leftovers() const;

private:
    std::filesystem::path root_;
};

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

} // namespace annota
