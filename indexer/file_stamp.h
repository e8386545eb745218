// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the index remembers of an input file all of whose records it has, so that the file need not be read again while
// it is unchanged.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// 128 bits of XXH3 over the raw bytes of a file, compressed or not.
using FileHash = std::array<std::uint8_t, 16>;

struct FileStamp {
    std::string path; ///< As given, which is the name of the source: whatever file stands there says the same.
    std::uint64_t bytes = 0;
    FileHash hash{};
    std::string reading;              ///< Versions and options that decide what the bytes become.
    std::uint64_t records = 0;        ///< As counted when it was read.
    std::vector<std::string> sources; ///< That its records state of their own, sorted.
    bool whole = false;               ///< The index has nothing of its sources but what is in the file.

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// A file with records of more sources has no stamp.
inline constexpr std::size_t kMostStampedSources = 1000;

/// Key and value of the metadata entry. Stored in the index: a change needs a new schema version.
std::string stamp_key(std::string_view path);
std::string encode_stamp(const FileStamp& stamp);

/// nullopt where the value is damaged.
std::optional<FileStamp> decode_stamp(std::string_view value);

/// Collects the hash of a file from its blocks in order.
class FileHasher {
public:
    FileHasher();
    ~FileHasher();
    FileHasher(const FileHasher&) = delete;
    FileHasher& operator=(const FileHasher&) = delete;

    void add(std::string_view block);
    std::uint64_t bytes() const { return bytes_; }
    FileHash hash() const;

private:
    void* state_;
    std::uint64_t bytes_ = 0;
};

/// Bytes of a regular file; nullopt for anything else.
std::optional<std::uint64_t> regular_file_bytes(const std::string& path);

/// The hash of a regular file of just so many bytes; nullopt where it is not that, or cannot be read.
std::optional<FileHash> hash_file(const std::string& path, std::uint64_t bytes);

} // namespace annota
