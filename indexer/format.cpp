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

bool is_tag_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// "TY  - JOUR" of RIS, "PMID- 1" of PubMed, "%T A title" of EndNote, "@article{key," of BibTeX.
bool is_tagged_line(std::string_view line) {
    if (line.size() > 2 && line.front() == '%') return is_tag_letter(line[1]) && line[2] == ' ';
    std::size_t at = 0;
    if (line.front() == '@') {
        while (++at < line.size() && ((line[at] | 0x20) >= 'a' && (line[at] | 0x20) <= 'z')) {
        }
        return at > 1 && line.find_first_not_of(' ', at) == line.find_first_of("{(", at);
    }
    constexpr std::size_t kLongestTag = 4;
    while (at < std::min(line.size(), kLongestTag) && is_tag_letter(line[at])) ++at;
    const std::size_t dash = line.find_first_not_of(' ', at);
    return at >= 2 && dash != std::string_view::npos && line[dash] == '-' && line.substr(dash + 1, 1) <= " ";
}

/// An export of a reference manager or a database. Its lines look enough like labels and citations to be mistaken for
/// those of a page.
bool is_tagged_export(std::string_view head) {
    std::size_t tagged = 0;
    std::size_t lines = 0;
    constexpr std::size_t kLines = 40;
    for (std::size_t at = 0; at < head.size() && lines < kLines;) {
        const std::size_t end = std::min(head.find_first_of("\r\n", at), head.size());
        const std::string_view line = trim(head.substr(at, end - at));
        at = end + 1;
        if (line.empty()) continue;
        if (lines == 0 && (line.starts_with("FN ") || line.starts_with("PT "))) return true; // Web of Science
        ++lines;
        if (!is_tagged_line(line)) continue;
        if (line.front() == '@') return true;
        ++tagged;
    }
    return tagged * 4 > lines;
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
    if (is_tagged_export(head)) return std::nullopt;
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
