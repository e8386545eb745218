// SPDX-License-Identifier: GPL-2.0-or-later
//
// The formats that can be read, their names, and how a file's format is recognised.

#pragma once

#include "common/problem.h"
#include "indexer/record_reader.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace annota {

enum class Format : std::uint8_t { json_lines, page, citations };

/// One row of the table.
struct FormatInfo {
    Format format;
    std::string_view name;                      ///< As `--format` takes it.
    std::array<std::string_view, 3> extensions; ///< Of file names, in lower case; they decide between what fits alike.
    std::string_view help;
};

inline constexpr std::array kFormats{
    FormatInfo{
        Format::json_lines, "jsonl", {".jsonl", ".ndjson", ".json"}, "one JSON object a line, or an array of them"},
    FormatInfo{Format::page, "page", {".page"}, "a publication page as text"},
    FormatInfo{Format::citations, "citations", {".citations", ".cit"}, "one printed citation a line"},
};

/// Raised by every change of what a reader makes of the same bytes, so that unchanged files are read again.
inline constexpr unsigned kReadersVersion = 1;

/// Bytes of a file that recognise_format() wants to see.
inline constexpr std::size_t kFormatHeadBytes = std::size_t{64} << 10;

/// The format of this name; "auto" is none.
std::optional<Format> find_format(std::string_view name);

/// The format of content that begins with `head`. The file's name, which may have an extension of compression at its
/// end, counts only where several formats fit, or none; else the first of the table wins. Exports of other
/// programs are none of them; blank content is JSON Lines without a record.
std::optional<Format> recognise_format(std::string_view head, std::string_view file);

/// What to tell of a file whose format is not recognised.
Problem unknown_format(std::string_view head, std::string_view file);

std::unique_ptr<RecordReader> make_reader(Format format);

} // namespace annota
