// SPDX-License-Identifier: GPL-2.0-or-later
//
// The columns beside the index are a copy: facets are the same without them, and with a file that is not theirs.

#include "common/columns.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <random>
#include <sstream>

namespace annota {

namespace {

namespace fs = std::filesystem;

/// "author: missing 3, danilin,i,v 12, ..."
std::string facets(const fs::path& folder, const std::string& query) {
    SearchRequest request;
    request.text = query;
    request.facets = {{"author", 100}, {"year", 100}, {"journal", 100}, {"language", 100}, {"type", 100}};
    std::ostringstream text;
    for (const FacetResult& facet : Searcher(folder).search(request).facets) {
        text << facet.name << ": missing " << facet.counts.missing;
        for (const Bucket& bucket : facet.counts.buckets)
            text << ", " << bucket.key << " (" << bucket.value << ") " << bucket.count;
        text << '\n';
    }
    return text.str();
}

fs::path columns_file(const fs::path& folder) {
    const IndexReader reader(folder);
    return reader.build_folder() / columns_file_name(reader.state().generation);
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

} // namespace

TEST_CASE("Facets do not depend on the file of the columns") {
    test::RandomSearches random(41);
    std::vector<Record> records;
    records.reserve(50);
    for (int i = 0; i < 50; ++i) records.push_back(random.searched_record("r" + std::to_string(i)));
    SampleIndex index({records.begin(), records.begin() + 25});
    const std::string older = read(columns_file(index.folder()));
    index.add({records.begin() + 25, records.end()});
    const fs::path file = columns_file(index.folder());
    const std::string whole = read(file);
    const std::string expected = facets(index.folder(), "китай OR policy");
    REQUIRE(expected.find("danilin") != std::string::npos);
    REQUIRE(whole.size() > 100);

    fs::remove(file);
    CHECK(facets(index.folder(), "китай OR policy") == expected);
    for (const std::string& bytes : {std::string(), whole.substr(0, 7), whole.substr(0, whole.size() / 2),
                                     whole + "tail", older, std::string(whole.size(), '\0')}) {
        write(file, bytes);
        CAPTURE(bytes.size());
        CHECK(facets(index.folder(), "китай OR policy") == expected);
    }
    write(file, whole);
    CHECK(facets(index.folder(), "китай OR policy") == expected);
}

TEST_CASE("a damaged file of columns is named, or answered from, never a crash") {
    test::RandomSearches random(42);
    std::vector<Record> records;
    records.reserve(50);
    for (int i = 0; i < 50; ++i) records.push_back(random.searched_record("r" + std::to_string(i)));
    const SampleIndex index(records);
    const fs::path file = columns_file(index.folder());
    const std::string whole = read(file);
    std::mt19937 bits(43);
    int named = 0;
    int answered = 0;
    for (int round = 0; round < 300; ++round) {
        std::string damaged = whole;
        for (std::size_t harms = 1 + bits() % 3; harms > 0; --harms)
            damaged[bits() % whole.size()] = static_cast<char>(bits() % 2 == 0 ? bits() : bits() % 8);
        write(file, damaged);
        try {
            facets(index.folder(), round % 2 == 0 ? "китай OR policy" : "");
            ++answered;
        } catch (const IndexError& error) {
            CHECK(error.fault() == IndexFault::damaged);
            ++named;
        }
    }
    CHECK(named > 10);
    CHECK(answered > 10);
}

} // namespace annota
