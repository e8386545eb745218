// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of pages and the records that they become.

#pragma once

#include "tests/indexer/reader_output.h"

#include <span>
#include <string_view>

namespace annota::test {

struct PageRow {
    std::string_view name;
    std::string_view page;
    std::string_view expected; ///< As ReaderOutput prints it.
};

ReaderOutput read_page(std::string_view page);

void check_pages(std::span<const PageRow> rows);

} // namespace annota::test
