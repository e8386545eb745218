// SPDX-License-Identifier: GPL-2.0-or-later
//
// Each format looks at the head by itself; the table's order and the file's name only choose among those that fit.

#include "indexer/format.h"

#include "common/utf8.h"
#include "indexer/citation_list_reader.h"
#include "indexer/json_lines_reader.h"
#include "indexer/page_reader.h"
#include "indexer/record_builder.h"

#include <algorithm>

namespace annota {

namespace {

constexpr std::array<std::string_view, 4> kCompressionExtensions{".gz", ".bz2", ".xz", ".zst"};

bool looks_like(Format format, std::string_view head) {
    switch (format) {
    case Format::json_lines: return looks_like_json_lines(head);
    case Format::page: return looks_like_page(head);
    case Format::citations: return looks_like_citation_list(head);
    }
    return false;
}

bool has_extension(const FormatInfo& format, std::string_view file) {
    std::string name = to_lower(file);
    for (const std::string_view extension : kCompressionExtensions) {
        if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    }
    return std::any_of(format.extensions.begin(), format.extensions.end(),
                       [&name](std::string_view extension) { return !extension.empty() && name.ends_with(extension); });
}

} // namespace

std::optional<Format> find_format(std::string_view name) {
    const auto* const found =
        std::find_if(kFormats.begin(), kFormats.end(), [name](const FormatInfo& row) { return row.name == name; });
    return found == kFormats.end() ? std::nullopt : std::optional(found->format);
}

std::optional<Format> recognise_format(std::string_view head, std::string_view file) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (trim(head).empty()) return Format::json_lines;
    std::optional<Format> first;
    std::optional<Format> named;
    for (const FormatInfo& row : kFormats) {
        const bool fits = looks_like(row.format, head);
        const bool is_named = has_extension(row, file);
        if (fits && is_named) return row.format;
        if (fits && !first) first = row.format;
        if (is_named) named = row.format;
    }
    return first ? first : named;
}

Problem unknown_format(std::string_view head, std::string_view file) {
    std::string names;
    for (const FormatInfo& row : kFormats) names.append(names.empty() ? "" : ", ").append(row.name);
    return {Severity::rejection,
            {std::string(file), 0},
            0,
            {},
            "unknown_format",
            "content of no known format, name it with --format (" + names + ")",
            problem_fragment(head)};
}

std::unique_ptr<RecordReader> make_reader(Format format) {
    switch (format) {
    case Format::page: return std::make_unique<PageReader>();
    case Format::citations: return std::make_unique<CitationListReader>();
    case Format::json_lines: break;
    }
    return std::make_unique<JsonLinesReader>();
}

} // namespace annota
