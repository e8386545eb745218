// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/index_file.h"

#include <catch2/catch.hpp>

#include <vector>

namespace annota {

TEST_CASE("what annota.index says is read back") {
    for (const IndexFile& file : std::vector<IndexFile>{{0, {}},
                                                        {1, {}},
                                                        {4000000000U, {}},
                                                        {8, PreviousBuild{7, 1795694400, "rebuild"}},
                                                        {2, PreviousBuild{3, 0, "rollback"}}}) {
        CAPTURE(file.text());
        CHECK(parse_index_file(file.text()) == file);
    }
    CHECK(IndexFile{8, PreviousBuild{7, 1795694400, "rebuild"}, 8}.text() ==
          "annota index, layout 1\nbuild 8\nprevious 7 replaced 2026-11-26T12:00:00Z by rebuild\n");
}

TEST_CASE("an annota.index cut anywhere names no build, or the right one") {
    const IndexFile file{18, PreviousBuild{17, 1795694400, "rebuild"}, 0};
    const std::string text = file.text();
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto read = parse_index_file(text.substr(0, size));
        CAPTURE(text.substr(0, size));
        if (read && size > std::string("annota index, layout 1\nbuild 1").size()) CHECK(read->build == 18);
    }
}

} // namespace annota
