// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/record_id.h"

#include <catch2/catch.hpp>

#include <set>

namespace annota {

namespace {

Record titled(std::string title, int year = 2020, std::string author = "Данилин И.В.") {
    Record record;
    record.title["ru"] = std::move(title);
    record.year = year;
    if (!author.empty()) record.authors.push_back({std::move(author), {}, "", ""});
    return record;
}

std::string fingerprint(const Record& record) {
    return record_ids(record, Analyzer()).fingerprint;
}

} // namespace

TEST_CASE("a record lives under its DOI, else its own id, else its fingerprint") {
    struct Row {
        std::string doi, own, expected_doi, expected_own, primary;
    };
    const std::vector<Row> rows{
        {"10.1134/S1019331622050070", "a1", "doi:10.1134/s1019331622050070", "a1", "doi:10.1134/s1019331622050070"},
        {"10.22184/2070-8963.2022", "a1", "", "a1", "a1"}, // a DOI cut to ISSN and year
        {"", "Own Id", "", "Own Id", "Own Id"},
        {"", "https://doi.org/10.1000/ABC", "", "doi:10.1000/abc", "doi:10.1000/abc"},
        {"", "10.22184/2070-8963.2022", "", "10.22184/2070-8963.2022", "10.22184/2070-8963.2022"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.doi, row.own);
        Record record = titled("Заглавие");
        record.doi = row.doi;
        record.id = row.own;
        const RecordIds ids = record_ids(record, Analyzer());
        CHECK(ids.doi == row.expected_doi);
        CHECK(ids.own == row.expected_own);
        CHECK(ids.primary() == row.primary);
    }
    const RecordIds bare = record_ids(titled("Заглавие"), Analyzer());
    CHECK(bare.primary() == bare.fingerprint);
}

TEST_CASE("fingerprints are stable") {
    CHECK(fingerprint(titled("Научно-технологическая политика")) == "fp:2d7c5984cd02dd157ddf518d8c9f2a6a");
    Record untitled;
    untitled.abstract["en"] = "Only an abstract";
    CHECK(fingerprint(untitled) == "fp:80467433d7b319e76a708444887eea3e");
}

TEST_CASE("fingerprints see through print") {
    const Record record = titled("Ёмкость рынка: обзор");
    const std::vector<Record> same{
        titled("ЕМКОСТЬ РЫНКА – ОБЗОР"),
        titled("«Ёмкость рынка». Обзор", 2020, "Danilin Ivan"),
        titled("Ёмкость рынка: обзор", 2020, "И. В. Данилин"),
    };
    for (const Record& other : same) {
        CAPTURE(other.title.at("ru"), other.authors.front().name);
        CHECK(fingerprint(other) == fingerprint(record));
    }
}

TEST_CASE("fingerprints tell records apart by title, year and first surname") {
    Record second_author = titled("Обзор");
    second_author.authors.push_back({"Petrov P.", {}, "", ""});
    CHECK(fingerprint(second_author) == fingerprint(titled("Обзор")));
    std::set<std::string> prints;
    const std::vector<Record> different{titled("Обзор"),
                                        titled("Обзор рынка"),
                                        titled("Обзор", 2021),
                                        titled("Обзор", 0),
                                        titled("Обзор", 2020, "Petrov P."),
                                        titled("Обзор", 2020, "")};
    for (const Record& record : different) prints.insert(fingerprint(record));
    CHECK(prints.size() == different.size());
}

TEST_CASE("typed ids get the form of the index") {
    struct Row {
        std::string typed, expected;
    };
    const std::vector<Row> rows{
        {"a1", "a1"},
        {"  A1\t", "A1"},
        {"", ""},
        {"doi:10.1000/ABC", "doi:10.1000/abc"},
        {"DOI: 10.1000/ABC", "doi:10.1000/abc"},
        {"10.1000/ABC", "doi:10.1000/abc"},
        {"https://doi.org/10.1000/ABC", "doi:10.1000/abc"},
        {"http://dx.doi.org/10.1000/ABC", "doi:10.1000/abc"},
        {"fp:00112233445566778899aabbccddeeff", "fp:00112233445566778899aabbccddeeff"},
        {"doi:", "doi:"},
        {"10 notes", "10 notes"},
        {"see 10.1000/ABC", "see 10.1000/ABC"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(normalise_id(row.typed) == row.expected);
        CHECK(normalise_id(row.expected) == row.expected);
    }
}

} // namespace annota
