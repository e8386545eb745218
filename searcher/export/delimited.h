// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables for spreadsheets: CSV and TSV, a header and one record a row.

#pragma once

#include "searcher/export/record_field.h"
#include "searcher/hit_writer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

enum class Delimiter : std::uint8_t {
    comma, ///< CSV: rows end in CR LF, cells are quoted where they need it.
    tab,   ///< TSV: rows end in LF; no cell holds a tab, a line end or a quotation of its own.
};

/// A text that no spreadsheet takes for a formula: one that begins with = + - @ (or a full-width form of them), or with
/// apostrophes before one, gets an apostrophe in front. A reader takes one apostrophe from every cell that begins with
/// apostrophes and one of these signs, and has the text back.
std::string guarded_cell(std::string_view text);

struct TableOptions {
    Delimiter delimiter = Delimiter::comma;
    std::vector<std::string> fields; ///< Names of the columns; empty, or "record" among them: all.
    bool byte_order_mark = false;    ///< At the beginning, by which Excel knows UTF-8.
    std::string language;            ///< As for exported_record().
};

class TableWriter : public HitWriter {
public:
    /// Every name in `options.fields` is one of record_fields().
    explicit TableWriter(TableOptions options);
    std::string begin(const ResultPage&) override;
    std::string hit(const Hit& hit) override;

private:
    std::string row(const std::vector<std::string>& cells) const;

    TableOptions options_;
    std::vector<const RecordField*> columns_;
};

} // namespace annota
