// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands behind a minus or NOT takes out all that it finds by itself, however it is built and whatever stands
// beside it.

#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace annota {

namespace {

Record described(std::string id, const std::string& title, const std::string& abstract) {
    Record record = titled(std::move(id), title);
    record.abstract["en"] = abstract;
    return record;
}

/// Some words in titles, which gives them weight, and some not.
std::vector<Record> described_records() {
    static constexpr std::array<const char*, 4> kWords{"copper", "trade", "sanctions", "policy"};
    std::vector<Record> records;
    for (unsigned mask = 0; mask < 16; ++mask)
        for (unsigned in_title = 0; in_title < 16; in_title += 5) {
            std::string title = "Untitled";
            std::string abstract = "Nothing";
            for (unsigned word = 0; word < kWords.size(); ++word)
                if ((mask >> word & 1U) != 0)
                    ((in_title >> word & 1U) != 0 ? title : abstract).append(" ").append(kWords[word]);
            records.push_back(described(std::to_string(mask) + "-" + std::to_string(in_title), title, abstract));
        }
    return records;
}

} // namespace

TEST_CASE("An exclusion leaves out what the excluded part finds") {
    SampleIndex index(described_records());
    const std::set<std::string> everything = index.found("", MatchMode::any);
    for (const std::string_view part :
         {"copper", "copper AND trade", "copper AND trade AND policy", "+copper +trade policy",
          "(+copper policy) AND trade", "copper AND (-trade -policy)", "copper AND (-trade -policy) AND sanctions",
          "(copper OR trade) AND NOT policy", "copper AND NOT (trade AND NOT policy)",
          "+copper +(trade AND NOT =policy)"}) {
        const std::string text(part);
        CAPTURE(text);
        const std::set<std::string> excluded = index.found(text, MatchMode::any);
        CHECK_FALSE(excluded.empty());
        std::set<std::string> expected;
        std::ranges::set_difference(everything, excluded, std::inserter(expected, expected.end()));
        CHECK(index.found("-(" + text + ")", MatchMode::any) == expected);
        CHECK(index.found("untitled AND NOT (" + text + ")", MatchMode::any) == expected);
        const std::set<std::string> sanctions = index.found("sanctions", MatchMode::any);
        expected.insert(sanctions.begin(), sanctions.end());
        CHECK(index.found("sanctions OR -(" + text + ")", MatchMode::any) == expected);
    }
}

} // namespace annota
