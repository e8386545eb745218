// SPDX-License-Identifier: GPL-2.0-or-later
//
// Encoded documents of a bulk load, on disk: written once, read again when they are indexed or when a record joins one.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace annota {

/// Where an encoded document stands in the file.
struct DocumentPlace {
    std::uint64_t offset = 0; ///< Bytes.
    std::uint32_t size = 0;   ///< Bytes; 0 for no document.
};

/// A temporary file that is gone when it is closed, however the process ends. Throws std::runtime_error with the path.
class DocumentFile {
public:
    /// Creates it in `folder`.
    explicit DocumentFile(const std::filesystem::path& folder);
    ~DocumentFile();
    DocumentFile(const DocumentFile&) = delete;
    DocumentFile& operator=(const DocumentFile&) = delete;

    DocumentPlace append(std::string_view encoded);

    /// What was appended so far can be read by other threads from now on.
    void flush();

    /// Of the thread that appends.
    std::string read(const DocumentPlace& place) const;

    /// Of any thread, for places from before the last flush().
    std::string read_flushed(const DocumentPlace& place) const;

private:
    std::filesystem::path path_;
    int descriptor_ = -1;
    std::uint64_t flushed_ = 0;
    std::string buffer_;
};

} // namespace annota
