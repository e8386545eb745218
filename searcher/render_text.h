// SPDX-License-Identifier: GPL-2.0-or-later
//
// A result page for people: numbered hits with marked snippets, then the facets.

#pragma once

#include "searcher/result_page.h"

#include <string>

namespace annota {

struct TextStyle {
    bool color = false;  ///< Marks and headings by escape sequences; else marks stand between asterisks.
    unsigned width = 80; ///< Columns.
};

/// Nothing of a record reaches the terminal as a control sequence.
std::string render_text(const ResultPage& page, const TextStyle& style);

} // namespace annota
