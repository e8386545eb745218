// SPDX-License-Identifier: GPL-2.0-or-later
//
// CSV by RFC 4180 (Shafranovich, 2005), TSV by the registration of text/tab-separated-values with IANA (Lindner, 1993).
// Which signs begin a formula: OWASP, "CSV Injection". Tabs and line ends are among them; no cell has any.

#include "searcher/export/delimited.h"

#include "common/terminal.h"
#include "common/utf8.h"

#include <algorithm>

namespace annota {

namespace {

bool begins_formula(std::string_view text) {
    if (text.empty()) return false;
    std::size_t at = 0;
    const char32_t c = next_code_point(text, at);
    constexpr std::u32string_view kSigns = U"=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    return kSigns.find(c) != std::u32string_view::npos;
}

/// Also where only a table of another delimiter would part it, as Excel expects one by its country.
bool needs_quotes(std::string_view cell) {
    return cell.find_first_of("\",;'") != std::string_view::npos;
}

std::string quoted_cell(std::string_view cell) {
    std::string out = "\"";
    for (const char c : cell) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    return out + '"';
}

} // namespace

std::string guarded_cell(std::string_view text) {
    const std::string line = printable(text);
    std::string cell(trim(line));
    const std::string_view behind = std::string_view(cell).substr(std::min(cell.find_first_not_of('\''), cell.size()));
    if (begins_formula(behind)) cell.insert(0, 1, '\'');
    return cell;
}

TableWriter::TableWriter(TableOptions options) : options_(std::move(options)) {
    const bool all = options_.fields.empty() || std::ranges::count(options_.fields, "record") > 0;
    for (const RecordField& field : record_fields())
        if (all) columns_.push_back(&field);
    if (all) return;
    for (const std::string& name : options_.fields) columns_.push_back(find_record_field(name));
}

std::string TableWriter::row(const std::vector<std::string>& cells) const {
    const bool comma = options_.delimiter == Delimiter::comma;
    std::string out;
    for (const std::string& text : cells) {
        const std::string cell = guarded_cell(text);
        if (&text != &cells.front()) out.push_back(comma ? ',' : '\t');
        out += comma && needs_quotes(cell) ? quoted_cell(cell) : cell;
    }
    return out + (comma ? "\r\n" : "\n");
}

std::string TableWriter::begin(const ResultPage&) {
    std::vector<std::string> names;
    names.reserve(columns_.size());
    for (const RecordField* column : columns_) names.emplace_back(column->name);
    return (options_.byte_order_mark ? "\uFEFF" : "") + row(names);
}

std::string TableWriter::hit(const Hit& hit) {
    const ExportedRecord exported = exported_record(hit.record, hit.id, options_.language);
    std::vector<std::string> cells;
    cells.reserve(columns_.size());
    for (const RecordField* column : columns_) cells.push_back(column->text(exported));
    return row(cells);
}

} // namespace annota
