// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/indexer/page_row.h"

#include "indexer/page_reader.h"

#include <catch2/catch.hpp>

namespace annota::test {

ReaderOutput read_page(std::string_view page) {
    PageReader reader;
    return read_text(reader, page);
}

void check_pages(std::span<const PageRow> rows) {
    for (const PageRow& row : rows) {
        INFO(row.name);
        CHECK(looks_like_page(row.page));
        CHECK(read_page(row.page).printed == row.expected);
    }
}

} // namespace annota::test
