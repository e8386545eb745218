// SPDX-License-Identifier: GPL-2.0-or-later
//
// Only listing lives here; archive_source.cpp decompresses. Folders are told apart by device and inode, so that links
// in circles, and links side by side, are harmless.

#include "indexer/input.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace annota {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::error_code& error) {
    throw InputError(path.string(), error.message());
}

class Lister {
public:
    void add(const std::string& argument) {
        if (argument == "-" || !is_folder(argument)) {
            files_.push_back(argument);
        } else {
            add_folder(argument);
        }
    }

    std::vector<std::string> take() { return std::move(files_); }

private:
    static bool is_folder(const fs::path& path) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::status_known(status) || !fs::exists(status)) {
            fail(path, error ? error : std::make_error_code(std::errc::no_such_file_or_directory));
        }
        return fs::is_directory(status);
    }

    bool enter(const fs::path& folder) {
        struct stat status {};
        if (::stat(folder.c_str(), &status) != 0) fail(folder, {errno, std::generic_category()});
        return entered_.emplace(status.st_dev, status.st_ino).second;
    }

    void add_folder(const fs::path& folder) {
        if (!enter(folder)) return;
        std::error_code error;
        std::vector<fs::path> names;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            const fs::path name = at->path().filename();
            if (!name.native().starts_with('.')) names.push_back(name);
        }
        if (error) fail(folder, error);
        std::sort(names.begin(), names.end());
        for (const fs::path& name : names) {
            const fs::path path = folder / name;
            if (is_folder(path)) {
                add_folder(path);
            } else if (fs::is_regular_file(path, error)) {
                files_.push_back(path.string());
            }
        }
    }

    std::vector<std::string> files_;
    std::set<std::pair<dev_t, ino_t>> entered_;
};

} // namespace

InputError::InputError(const std::string& path, const std::string& reason) : std::runtime_error(path + ": " + reason) {}

TruncatedInput::TruncatedInput(const std::string& path, std::uint64_t offset, const std::string& reason)
    : InputError(path, reason + " at byte " + std::to_string(offset)), offset_(offset) {}

std::optional<std::uint64_t> raw_bytes_of(const std::vector<std::string>& files) {
    std::uint64_t bytes = 0;
    for (const std::string& file : files) {
        std::error_code unknown;
        if (!fs::is_regular_file(file, unknown)) return std::nullopt;
        const std::uintmax_t size = fs::file_size(file, unknown);
        if (unknown) return std::nullopt;
        bytes += size;
    }
    return bytes;
}

std::vector<std::string> list_inputs(const std::vector<std::string>& arguments) {
    Lister lister;
    for (const std::string& argument : arguments) lister.add(argument);
    return lister.take();
}

} // namespace annota
