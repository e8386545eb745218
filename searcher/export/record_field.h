// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields that an export may be told to write, by name: the columns of tables, and what --fields keeps of a record.

#pragma once

#include "searcher/export/exported_record.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct RecordField {
    std::string_view name; ///< As in the JSON of records; "title_en": the text in that language where it is not shown.
    std::string (*text)(const ExportedRecord& exported); ///< As one cell: lists are joined by "; ".
    void (*clear)(Record& record);                       ///< Takes it from a record; nullptr where another row does.
};

/// In the order of columns.
std::span<const RecordField> record_fields();

/// nullptr where there is none of that name.
const RecordField* find_record_field(std::string_view name);

/// Takes from `record` what is not among `fields`, but for its type; empty, or "record" among them: nothing.
void keep_fields(Record& record, const std::vector<std::string>& fields);

} // namespace annota
