// SPDX-License-Identifier: GPL-2.0-or-later

#include "corpus/record_generator.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace annota::corpus {
namespace {

using nlohmann::json;

const RecordGenerator& shared_generator() {
    static const RecordGenerator generator(1);
    return generator;
}

std::string make_records(const RecordGenerator& generator, std::uint64_t first, std::uint64_t last) {
    std::string out;
    for (std::uint64_t number = first; number < last; ++number) {
        generator.append(number, out);
    }
    return out;
}

std::vector<json> parse_records(std::uint64_t first, std::uint64_t last) {
    std::vector<json> records;
    for (std::uint64_t number = first; number < last; ++number) {
        std::string line;
        shared_generator().append(number, line);
        REQUIRE(std::count(line.begin(), line.end(), '\n') == 1);
        records.push_back(json::parse(line)); // throws on malformed JSON and malformed UTF-8
    }
    return records;
}

// FNV-1a.
std::uint64_t hash(const std::string& text) {
    std::uint64_t h = 0xcbf29ce484222325U;
    for (const char c : text) {
        h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return h;
}

std::size_t count_words(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool is_valid_issn(const std::string& issn) {
    unsigned total = issn.at(8) == 'X' ? 10 : static_cast<unsigned>(issn.at(8) - '0');
    for (unsigned i = 0, weight = 8; i < 8; ++i) {
        total += issn.at(i) == '-' ? 0 : static_cast<unsigned>(issn.at(i) - '0') * weight--;
    }
    return issn.size() == 9 && total % 11 == 0;
}

TEST_CASE("RecordGenerator: the same bytes for a seed, on every machine", "[corpus]") {
    const std::string records = make_records(shared_generator(), 0, 500);
    CHECK(records == make_records(RecordGenerator(1), 0, 500));
    CHECK(hash(records) == 0xf7ba023ff7551370U);
    CHECK(records != make_records(RecordGenerator(2), 0, 500));
}

TEST_CASE("RecordGenerator: a record does not depend on the others", "[corpus]") {
    const RecordGenerator& generator = shared_generator();
    const std::string whole = make_records(generator, 0, 300);
    for (const std::uint64_t cut : {1U, 100U, 299U}) {
        CHECK(make_records(generator, 0, cut) + make_records(generator, cut, 300) == whole);
    }
    std::string backwards;
    for (std::uint64_t number = 300; number-- > 0;) {
        std::string line;
        generator.append(number, line);
        backwards.insert(0, line);
    }
    CHECK(backwards == whole);
    CHECK_NOTHROW(json::parse(make_records(generator, UINT64_MAX - 1, UINT64_MAX)));
}

TEST_CASE("RecordGenerator: every field is within its bounds", "[corpus]") {
    std::set<std::string> ids;
    std::size_t with_doi = 0;
    for (const json& record : parse_records(0, 2'000)) {
        CAPTURE(record.dump());
        for (const auto& [language, text] : record["title"].items()) {
            CHECK((count_words(text) >= 6 && count_words(text) <= 14));
        }
        for (const auto& [language, text] : record["abstract"].items()) {
            CHECK((count_words(text) >= 60 && count_words(text) <= 250));
        }
        CHECK((!record["authors"].empty() && record["authors"].size() <= 8));
        CHECK((record["year"] >= 1960 && record["year"] <= 2025));
        CHECK(is_valid_issn(record["issn"].at(0)));
        CHECK(record["title"].size() == record["keywords"].size());
        CHECK(ids.insert(record["id"]).second);
        with_doi += record.contains("doi") ? 1U : 0U;
        CHECK((!record.contains("doi") || ids.insert(record["doi"]).second));
    }
    CHECK(static_cast<double>(with_doi) / 2'000 == Approx(0.8).margin(0.03));
}

TEST_CASE("RecordGenerator: shares of languages", "[corpus]") {
    std::map<std::string, double> shares;
    const std::vector<json> records = parse_records(0, 5'000);
    for (const json& record : records) {
        std::string languages;
        for (const auto& [language, text] : record["title"].items()) {
            languages += language;
        }
        shares[languages] += 1.0 / static_cast<double>(records.size());
    }
    CHECK(shares.size() == 3);
    CHECK(shares["ru"] == Approx(0.4).margin(0.025));
    CHECK(shares["en"] == Approx(0.3).margin(0.025));
    CHECK(shares["enru"] == Approx(0.3).margin(0.025));
}

TEST_CASE("RecordGenerator: authors, journals and years are as unequal as in life", "[corpus]") {
    std::map<std::string, int> names, journals;
    std::size_t recent = 0, two_scripts = 0, persons = 0;
    const std::vector<json> records = parse_records(0, 6'000);
    for (const json& record : records) {
        for (const json& author : record["authors"]) {
            ++names[author["name"]];
            ++persons;
            two_scripts += author.contains("names") ? 1U : 0U;
        }
        ++journals[record["issn"].at(0)];
        recent += record["year"] > 2008 ? 1U : 0U;
    }
    const auto most = [](const std::map<std::string, int>& counts) {
        return std::max_element(counts.begin(), counts.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->second;
    };
    CAPTURE(names.size(), most(names), journals.size(), most(journals), recent, two_scripts, persons);
    CHECK((names.size() > 1'500 && names.size() < 2 * person_pool_size(6'000)));
    CHECK((most(names) > 15 && most(names) < 200));
    CHECK((journals.size() > 450 && journals.size() <= kJournals));
    CHECK((most(journals) > 180 && most(journals) < 360));
    CHECK(static_cast<double>(recent) / 6'000 == Approx(0.5).margin(0.04));
    CHECK(static_cast<double>(two_scripts) / static_cast<double>(persons) == Approx(0.21).margin(0.04));
}

} // namespace
} // namespace annota::corpus
