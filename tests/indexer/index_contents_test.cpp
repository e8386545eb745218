// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/index_contents.h"

#include "indexer/format.h"
#include "indexer/statistics.h"
#include "tests/common/shell.h"
#include "tests/indexer/reader_output.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace annota {

namespace {

using test::identified;

std::string statistics_of(const std::string& folder, ReportStyle style) {
    IndexOptions options;
    options.database = folder;
    options.report = style;
    std::ostringstream out;
    print_statistics(options, out);
    return out.str();
}

/// Joined, split and many-sourced records.
std::vector<Record> mixed_records() {
    std::vector<Record> records{
        identified("b", "", "1", "Rivers"),      identified("a", "x", "", "Lakes"),
        identified("c", "x", "1", "Seas"),       identified("c", "x", "1", "Other seas"),
        identified("d", "", "", "Shores"),       identified("e", "y", "", "Shores"),
        identified("d", "n1", "", "Editorial"),  identified("d", "n2", "", "Editorial"),
        identified("f", "late", "", "Harbours"), identified("g", "late", "7", "Harbours and bays"),
    };
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].year = 1990 + static_cast<int>(i % 3);
        records[i].authors = {{"Nosov P.", {}, {}, {}}};
        records[i].abstract["ru"] = "Описание номер " + std::to_string(i);
    }
    return records;
}

std::vector<Record> read_back(const std::string& dump) {
    const auto reader = make_reader(Format::json_lines);
    const test::ReaderOutput output = test::read_text(*reader, dump);
    CHECK(output.problems.empty());
    return output.records;
}

} // namespace

TEST_CASE("a dump that is added gives an equal index") {
    const test::TemporaryFolder first;
    test::write_run(first.path(), mixed_records());
    const std::string dump = test::dump_of(first.path());
    CHECK(std::ranges::count(dump, '\n') == 10);
    const test::TemporaryFolder second;
    test::write_run(second.path(), read_back(dump));
    CHECK(test::dump_of(second.path()) == dump);
    CHECK(test::contents_of(second.path()) == test::contents_of(first.path()));
    // Adding it where it came from changes nothing.
    const std::string files = test::files_of(first.path());
    test::write_run(first.path(), read_back(dump));
    CHECK(test::files_of(first.path()) == files);
}

TEST_CASE("a dump is in order of ids, and says what each source said") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), {identified("b", "z", "", "Rivers"), identified("a", "z", "", "Lakes"),
                                    identified("a", "m", "", "Seas")});
    CHECK(test::dump_of(folder.path()) == "{\"id\":\"m\",\"title\":{\"en\":\"Seas\"},\"source\":\"a\"}\n"
                                          "{\"id\":\"z\",\"title\":{\"en\":\"Lakes\"},\"source\":\"a\"}\n"
                                          "{\"id\":\"z\",\"title\":{\"en\":\"Rivers\"},\"source\":\"b\"}\n");
    const test::TemporaryFolder empty;
    test::write_run(empty.path(), {});
    CHECK(test::dump_of(empty.path()).empty());
}

TEST_CASE("statistics count records and values") {
    const test::TemporaryFolder folder;
    test::write_run(folder.path(), mixed_records());
    const nlohmann::json numbers = nlohmann::json::parse(statistics_of(folder.path(), ReportStyle::json));
    CHECK(numbers["records"] == test::documents_of(folder.path()).size());
    CHECK(numbers["generation"] == 1);
    CHECK(numbers["build"] == 1);
    CHECK(numbers["facets"]["author"]["values"] == numbers["records"]); // nothing says that they are one person
    CHECK(numbers["facets"]["author"]["records"] == numbers["records"]);
    CHECK(numbers["facets"]["journal"]["records"] == 0);
    std::uint64_t bytes = 0;
    for (const char* part : {"postlist", "termlist", "columns"}) {
        CAPTURE(part);
        CHECK(numbers["size"][part] > 0);
        bytes += numbers["size"][part].get<std::uint64_t>();
    }
    CHECK(numbers["size"]["bytes"] >= bytes);
    CHECK(numbers["previous"].is_null());
    CHECK(numbers["years"] == "1990..1992");
    CHECK(numbers["sources"]["count"] == 7);
    CHECK(numbers["sources"]["records"]["d"] == 3);
    CHECK(numbers["languages"]["en"] == numbers["records"]);
    CHECK(numbers["filled"]["title"]["en"] == numbers["records"]);
    CHECK(numbers["filled"]["abstract"]["ru"] == numbers["records"]);
    CHECK(numbers["filled"]["keywords"]["en"] == 0);
    const std::string text = statistics_of(folder.path(), ReportStyle::text);
    CHECK_THAT(text, Catch::Contains("\nfacets.author.values: 6\n"));
    CHECK_THAT(text, Catch::StartsWith("records: "));
}

} // namespace annota
