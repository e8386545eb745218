// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the citation parser makes of a text, as text to compare.

#pragma once

#include "common/record.h"

#include <span>
#include <string>
#include <string_view>

namespace annota::test {

/// The fields that are set, in one order: "article-journal | by A B., C D. | title T | in J | year 2015 | pages 1-2".
/// Forms of a name are joined by "="; of titles in several languages each says its own: "title(en) A | title(ru) Б".
/// What the parser left in `references` is "left".
std::string print_fields(const Record& record);

struct CitationRow {
    std::string_view citation;
    std::string_view fields;
};

/// Checks each row: what parse_citation() makes of the citation prints as the fields.
void check_citations(std::span<const CitationRow> rows);

} // namespace annota::test
