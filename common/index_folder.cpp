// SPDX-License-Identifier: GPL-2.0-or-later
//
// Durability: what has a name is synced before it gets the name, and the directory after it; so a kill or a power cut
// leaves the old state or the new one. flock() locks belong to the open file: they end with the process, whatever ends
// it.

#include "common/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <thread>
#include <utility>
#include <vector>

namespace annota {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexFile = "annota.index";
constexpr std::string_view kMadeFile = "made";
constexpr std::string_view kMadeHeading = "annota build\nbytes ";
constexpr std::string_view kBuildPrefix = "build-";
constexpr std::string_view kUnpublished = ".new";
constexpr std::chrono::milliseconds kLockPoll{50};

[[noreturn]] void fail(const fs::path& path, const char* what) {
    throw std::runtime_error(path.string() + ": " + what + ": " + std::strerror(errno));
}

/// Closes a descriptor at the end of a scope.
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

void write_all(int descriptor, std::string_view contents, const fs::path& path) {
    while (!contents.empty()) {
        const ssize_t written = ::write(descriptor, contents.data(), contents.size());
        if (written < 0 && errno != EINTR) fail(path, "cannot write");
        if (written > 0) contents.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync_path(const fs::path& path, int flags) {
    const Descriptor file{::open(path.c_str(), flags | O_CLOEXEC)};
    if (file.number < 0 || ::fsync(file.number) != 0) fail(path, "cannot sync");
}

/// The number of "build-000007" or "build-000007.new"; nullopt for other names.
std::optional<unsigned> build_number(std::string_view name) {
    if (!name.starts_with(kBuildPrefix)) return std::nullopt;
    name.remove_prefix(kBuildPrefix.size());
    if (name.ends_with(kUnpublished)) name.remove_suffix(kUnpublished.size());
    unsigned number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

/// With the missing ones above it; each name is safe on disk when this returns.
void make_directories(const fs::path& path) {
    if (fs::is_directory(path)) return;
    const fs::path parent = path.parent_path().empty() ? fs::path(".") : path.parent_path();
    make_directories(parent);
    if (fs::create_directory(path)) sync_directory(parent);
}

unsigned highest_number(const IndexFile& file) {
    return std::max({file.build, file.last, file.previous ? file.previous->number : 0});
}

std::string holder_text() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    std::array<char, 64> since{};
    std::strftime(since.data(), since.size(), "%Y-%m-%d %H:%M:%S", &parts);
    return "pid " + std::to_string(::getpid()) + " on " + host.data() + " since " + since.data() + "\n";
}

std::string read_text(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// " (process 7 on host ...)", empty where the holder has not written it yet.
std::string holder_of(const fs::path& lock) {
    const std::string text = read_text(lock);
    const std::string holder = text.substr(0, text.find('\n'));
    return holder.empty() ? std::string() : " (" + holder + ')';
}

} // namespace

std::string_view fault_code(IndexFault fault) {
    switch (fault) {
    case IndexFault::missing: return "index_missing";
    case IndexFault::wrong_version: return "index_wrong_version";
    case IndexFault::damaged: return "index_damaged";
    case IndexFault::locked: return "index_locked";
    case IndexFault::changing: return "index_changing";
    }
    return {};
}

std::string rebuild_advice(const fs::path& root) {
    return "rebuild it from its sources: annota-index rebuild --db " + root.string() + " INPUT...";
}

std::optional<IndexFile> IndexFolder::index_file() const {
    const fs::path path = root_ / kIndexFile;
    const std::string repair = "; make its newest whole build current: annota-index rollback --db " + root_.string();
    std::error_code error;
    if (!fs::exists(path, error)) {
        if (builds().empty()) return std::nullopt;
        // Asked again: the first build may have been published between the two looks.
        if (fs::exists(path, error)) return index_file();
        throw IndexError(IndexFault::damaged, path.string() + ": missing, but there are builds beside it" + repair);
    }
    const std::string text = read_text(path);
    const std::optional<IndexFile> file = parse_index_file(text);
    if (file) return file->build == 0 ? std::nullopt : file;
    if (text.starts_with(kAnyLayout) && !text.starts_with(IndexFile{}.text().substr(0, kAnyLayout.size() + 2)))
        throw IndexError(IndexFault::wrong_version, root_.string() +
                                                        ": the index has a layout of another version of annota; "
                                                        "build it anew: annota-index add --db NEW_FOLDER INPUT...");
    throw IndexError(IndexFault::damaged, path.string() + ": not an annota index file" + repair);
}

std::optional<unsigned> IndexFolder::current_build() const {
    const std::optional<IndexFile> file = index_file();
    return file ? std::optional(file->build) : std::nullopt;
}

std::vector<unsigned> IndexFolder::builds() const {
    std::vector<unsigned> builds;
    std::error_code missing;
    for (const fs::directory_entry& entry : fs::directory_iterator(root_, missing)) {
        const std::string name = entry.path().filename().string();
        const std::optional<unsigned> number = build_number(name);
        if (number && !name.ends_with(kUnpublished)) builds.push_back(*number);
    }
    std::ranges::sort(builds);
    return builds;
}

fs::path IndexFolder::build_path(unsigned build) const {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "build-%06u", build);
    return root_ / name.data();
}

fs::path IndexFolder::unpublished_path(unsigned build) const {
    fs::path path = build_path(build);
    path += kUnpublished;
    return path;
}

unsigned IndexFolder::next_build() const {
    const std::optional<IndexFile> file = parse_index_file(read_text(root_ / kIndexFile));
    unsigned highest = file ? std::max(file->build, file->last) : 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(root_))
        if (const auto number = build_number(entry.path().filename().string())) highest = std::max(highest, *number);
    return highest + 1;
}

void IndexFolder::publish(unsigned build, std::string_view by, Replaced replaced) const {
    const std::optional<IndexFile> known = index_file();
    // From now on a build without annota.index is one that lost it, not a first one that was killed here.
    if (!known) write_file_durably(root_ / kIndexFile, IndexFile{}.text());
    const fs::path made = unpublished_path(build);
    write_file_durably(made / kMadeFile,
                       std::string(kMadeHeading) + std::to_string(bytes_below(made / "index")) + "\n");
    sync_tree(made);
    fs::rename(made, build_path(build));
    sync_directory(root_);
    if (replaced == Replaced::removed && known) {
        write_file_durably(root_ / kIndexFile, IndexFile{build, known->previous, highest_number(*known)}.text());
        fs::remove_all(build_path(known->build));
    } else {
        make_current(build, by, known.value_or(IndexFile{}));
    }
}

void IndexFolder::make_current(unsigned build, std::string_view by, const IndexFile& known) const {
    IndexFile file{build, std::nullopt, highest_number(known)};
    if (known.build != 0) file.previous = PreviousBuild{known.build, std::time(nullptr), std::string(by)};
    write_file_durably(root_ / kIndexFile, file.text());
    // Nobody can go back further.
    if (known.previous && known.previous->number != build) fs::remove_all(build_path(known.previous->number));
}

std::optional<std::uint64_t> IndexFolder::bytes_when_made(unsigned build) const {
    const std::string text = read_text(build_path(build) / kMadeFile);
    if (!text.starts_with(kMadeHeading)) return std::nullopt;
    std::uint64_t bytes = 0;
    const char* const first = text.data() + kMadeHeading.size();
    if (std::from_chars(first, text.data() + text.size(), bytes).ec != std::errc{}) return std::nullopt;
    return bytes;
}

void IndexFolder::remove_leftovers() const {
    std::optional<IndexFile> file = index_file();
    if (file && file->previous && std::time(nullptr) - file->previous->replaced > kKeptSeconds) {
        // A name goes before what it names.
        file->previous.reset();
        write_file_durably(root_ / kIndexFile, file->text());
    }
    std::vector<fs::path> leftovers; // Removing while listing may skip entries.
    for (const fs::directory_entry& entry : fs::directory_iterator(root_)) {
        const std::string name = entry.path().filename().string();
        const std::optional<unsigned> number = build_number(name);
        const bool named = file && (number == file->build || (file->previous && number == file->previous->number));
        if (number && (name.ends_with(kUnpublished) || !named)) leftovers.push_back(entry.path());
    }
    for (const fs::path& leftover : leftovers) fs::remove_all(leftover);
}

IndexLock::IndexLock(const IndexFolder& folder, std::chrono::milliseconds timeout) {
    make_directories(folder.root());
    const fs::path path = folder.root() / "lock";
    Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)};
    if (file.number < 0) fail(path, "cannot open the lock");
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    while (::flock(file.number, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) fail(path, "cannot lock");
        if (std::chrono::steady_clock::now() >= deadline)
            throw IndexError(IndexFault::locked, folder.root().string() + ": another indexer holds the index" +
                                                     holder_of(path) + "; try again later");
        std::this_thread::sleep_for(kLockPoll);
    }
    if (::ftruncate(file.number, 0) == 0) write_all(file.number, holder_text(), path);
    descriptor_ = std::exchange(file.number, -1);
}

IndexLock::~IndexLock() {
    // A lock file without a holder names none; where that fails, the text is a message only.
    [[maybe_unused]] const int emptied = ::ftruncate(descriptor_, 0);
    ::close(descriptor_);
}

void sync_directory(const fs::path& directory) {
    sync_path(directory, O_RDONLY | O_DIRECTORY);
}

void sync_tree(const fs::path& directory) {
    for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
        if (entry.is_directory())
            sync_tree(entry.path());
        else
            sync_path(entry.path(), O_RDONLY);
    }
    sync_directory(directory);
}

std::uint64_t bytes_below(const fs::path& directory) {
    std::uint64_t bytes = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory))
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

void write_file_durably(const fs::path& path, std::string_view contents) {
    write_file_durably(path, [&](const ByteSink& sink) { sink(contents); });
}

void write_file_durably(const fs::path& path, const std::function<void(const ByteSink& sink)>& write) {
    fs::path beside = path;
    beside += ".new";
    {
        const Descriptor file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
        if (file.number < 0) fail(beside, "cannot create");
        write([&](std::string_view bytes) { write_all(file.number, bytes, beside); });
        if (::fsync(file.number) != 0) fail(beside, "cannot sync");
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) fail(path, "cannot rename into place");
    sync_directory(path.parent_path().empty() ? fs::path(".") : path.parent_path());
}

} // namespace annota
