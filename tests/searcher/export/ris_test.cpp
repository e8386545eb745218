// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/export/ris.h"

#include "tests/common/random_records.h"
#include "tests/searcher/export/sample_records.h"

#include <catch2/catch.hpp>

#include <regex>
#include <sstream>

namespace annota {

namespace {

std::string reference(const Record& record) {
    return ris_reference(exported_record(record, "id"));
}

} // namespace

TEST_CASE("An article is a reference with one tag a value") {
    CHECK(reference(test::russian_article()) == "TY  - JOUR\n"
                                                "ID  - id\n"
                                                "AU  - Рябов, Г. Д.\n"
                                                "AU  - Сомова, Л. К.\n"
                                                "TI  - О ценах на лёд в XXI веке\n"
                                                "TT  - On prices of ice\n"
                                                "JF  - Вестник озёр\n"
                                                "J2  - Herald of Lakes\n"
                                                "PY  - 2020\n"
                                                "VL  - 11\n"
                                                "IS  - 4\n"
                                                "SP  - 384\n"
                                                "EP  - 397\n"
                                                "DO  - 10.5555/Lake_1(2)\n"
                                                "UR  - https://lakes.example.org/a_b?x=1&y=2%20\n"
                                                "SN  - 2079-4665\n"
                                                "SN  - 1019-3316\n"
                                                "AB  - Цены растут на 5 %.\n"
                                                "N2  - Prices rise by 5 %.\n"
                                                "KW  - ice\n"
                                                "KW  - prices\n"
                                                "KW  - лёд\n"
                                                "KW  - цены\n"
                                                "LA  - ru\n"
                                                "ER  - \n\n");
}

TEST_CASE("Types and pages of references") {
    CHECK(reference(test::russian_thesis()).starts_with("TY  - THES\n"));
    CHECK(reference(test::edited_book()).find("ED  - Суханов, Г. В.\nED  - Ильина, О. С.\n") != std::string::npos);
    Record record = test::english_chapter();
    CHECK(reference(record).find("SP  - 5-16, 20\nPB") != std::string::npos);
    CHECK(reference(record).find("BT  - Lakes and people\n") != std::string::npos);
    struct Row {
        std::string pages;
        std::string tags;
    };
    const std::vector<Row> rows{{"e12", "SP  - e12\n"},     {"S12-S19", "SP  - S12\nEP  - S19\n"},
                                {"-", "SP  - -\n"},         {"12-", "SP  - 12-\n"},
                                {"1-2-3", "SP  - 1-2-3\n"}, {"1-2 (3)", "SP  - 1-2 (3)\n"}};
    for (const Row& row : rows) {
        record.pages = row.pages;
        CAPTURE(row.pages);
        CHECK(reference(record).find("PY  - 2001\n" + row.tags + "PB") != std::string::npos);
    }
    CHECK(reference(Record()).starts_with("TY  - GEN\n"));
}

TEST_CASE("Every line of a reference is a tag with its value, whatever records hold") {
    const std::regex line_form("[A-Z][A-Z0-9]  - [^\\x01-\\x1F\\x7F]*");
    test::RandomRecords random(42);
    for (int i = 0; i < 500; ++i) {
        Record record = i == 0 ? test::hostile_record() : random.record();
        std::istringstream lines(reference(record));
        std::string line;
        std::string last;
        while (std::getline(lines, line) && !line.empty()) {
            CAPTURE(line);
            CHECK(std::regex_match(line, line_form));
            last = line;
        }
        CHECK(last == "ER  - ");
        CHECK_FALSE(std::getline(lines, line));
    }
}

} // namespace annota
