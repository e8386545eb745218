// SPDX-License-Identifier: GPL-2.0-or-later
//
// From INPUT arguments to streams of bytes: files, folders, standard input, compressed or not.

#pragma once

#include "indexer/record_reader.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Input that cannot be found or read. The message is "path: reason".
class InputError : public std::runtime_error {
public:
    InputError(const std::string& path, const std::string& reason);
};

/// Compressed input that ends in the middle, as after a broken download.
class TruncatedInput : public InputError {
public:
    TruncatedInput(const std::string& path, std::uint64_t offset, const std::string& reason);

    /// Bytes of the compressed input that were read.
    std::uint64_t offset() const { return offset_; }

private:
    std::uint64_t offset_;
};

/// A compressed input that has grown past kBombFloor bytes may be at most kBombRatio times as large as what it was made
/// from, a nested compression included. Real records compress 3 to 30 times; gzip alone cannot reach more than 1032.
inline constexpr std::uint64_t kBombRatio = 1000;
inline constexpr std::uint64_t kBombFloor = std::uint64_t{64} << 20;

/// The files of the arguments, in order: a folder stands for the files below it, sorted by path component, without
/// hidden ones; links are followed, but no folder is entered twice. `-` is standard input and stays as it is. Throws
/// InputError for what does not exist and for folders that cannot be read, below others too: a part left out would look
/// like records deleted at the source.
std::vector<std::string> list_inputs(const std::vector<std::string>& arguments);

/// Opens a file, or standard input for `-`. What is compressed with gzip, bzip2, xz or zstd, in any number of members,
/// is known by its content and decompressed; an empty file has no bytes. Throws InputError, as reading does:
/// TruncatedInput where compressed data end too early or go over into something else. Checksums of bzip2 and xz are
/// verified, those of gzip and zstd are not (libarchive). `raw` is called with each block of the file as it is read.
using RawBlocks = std::function<void(std::string_view block)>;
std::unique_ptr<ByteSource> open_input(const std::string& path, RawBlocks raw = {});

/// Bytes of all files together, as they are on disk; nullopt where one is no regular file, as standard input.
std::optional<std::uint64_t> raw_bytes_of(const std::vector<std::string>& files);

} // namespace annota
