// SPDX-License-Identifier: GPL-2.0-or-later
//
// Real pages, and what a careful reader extracts from them. Texts are compared in lower case without blanks and
// signs, and of names the words in any order. Values beyond the stated ones are not looked at. Of an abstract its
// stated beginning and end are compared.

#include "common/utf8.h"
#include "tests/indexer/page_row.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace annota::test {

namespace {

using nlohmann::json;

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : to_lower(text)) {
        if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0) out.push_back(c);
    }
    return out;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The sample's folder; empty, and the test skipped, where it is not there.
std::filesystem::path samples(std::string_view name) {
    const char* const shared = std::getenv("ANNOTA_SHARED");
    if (shared == nullptr) {
        WARN("skipped: ANNOTA_SHARED is not set");
        return {};
    }
    return std::filesystem::path(shared) / "corpora" / name;
}

/// Folded values of a field of a record, by the names that the samples use.
std::vector<std::string> values(const Record& record, const std::string& field) {
    std::vector<std::string> found;
    const auto add = [&found](std::string_view text) { found.push_back(folded(text)); };
    const auto add_all = [&add](const std::vector<std::string>& list) {
        for (const std::string& text : list) add(text);
    };
    if (field == "title" || field == "journal") {
        for (const auto& [language, text] : field == "title" ? record.title : record.journal) add(text);
    } else if (field.starts_with("keywords")) {
        for (const auto& [language, list] : record.keywords) {
            if (field == "keywords" || field == "keywords_" + language) add_all(list);
        }
    } else if (field == "issn" || field == "indexed_in") {
        add_all(field == "issn" ? record.issn : record.indexed_in);
    } else if (field == "year") {
        add(std::to_string(record.year));
    } else {
        const std::map<std::string, std::string Record::*> texts{
            {"doi", &Record::doi},     {"volume", &Record::volume},       {"issue", &Record::issue},
            {"pages", &Record::pages}, {"publisher", &Record::publisher}, {"place", &Record::place},
            {"url", &Record::url},     {"extent", &Record::extent}};
        if (const auto text = texts.find(field); text != texts.end()) add(record.*(text->second));
    }
    return found;
}

/// The words of a name in order of the alphabet: "P. Cherkasov" and "Cherkasov P." are one name.
std::string name_words(std::string_view name) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find_first_of(" .,", at), name.size());
        if (end > at) words.push_back(folded(name.substr(at, end - at)));
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    std::string text;
    for (const std::string& word : words) text.append(word).push_back(' ');
    return text;
}

bool has_name(const Record& record, std::string_view expected) {
    return std::any_of(record.authors.begin(), record.authors.end(), [&](const Author& author) {
        const auto same = [&](const std::string& name) { return name_words(name) == name_words(expected); };
        return same(author.name) || std::any_of(author.names.begin(), author.names.end(), same);
    });
}

/// Every stated field of `expected`.
void check_fields(const Record& record, const json& expected) {
    for (const std::string field :
         {"title", "journal", "keywords", "keywords_ru", "keywords_en", "authors", "names_in_citation", "issn",
          "indexed_in", "year", "doi", "volume", "issue", "pages", "publisher", "place", "url", "extent"}) {
        const auto stated = expected.find(field);
        if (stated == expected.end() || (field == "year" && expected.value("year_is_only_in_doi", false))) continue;
        const std::vector<std::string> found = values(record, field);
        const json list = stated->is_array() ? *stated : json::array({*stated});
        for (const json& value : list) {
            const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
            CAPTURE(field, text, found);
            if (field == "authors" || field == "names_in_citation")
                CHECK(has_name(record, text));
            else
                CHECK(std::find(found.begin(), found.end(), folded(text)) != found.end());
        }
    }
    const std::string abstract = record.abstract.empty() ? "" : folded(record.abstract.begin()->second);
    CHECK(abstract.starts_with(folded(expected.value("abstract_starts", ""))));
    CHECK(abstract.ends_with(folded(expected.value("abstract_ends", ""))));
    for (const json& foreign : expected.value("abstract_must_not_contain", json::array()))
        CHECK(abstract.find(folded(foreign.get<std::string>())) == std::string::npos);
}

} // namespace

TEST_CASE("sample pages of several sites give every field") {
    const std::filesystem::path folder = samples("pages");
    if (folder.empty()) return;
    std::ifstream lines(folder / "expected.jsonl");
    std::size_t pages = 0;
    for (std::string line; std::getline(lines, line); ++pages) {
        const json sample = json::parse(line);
        const json& expected = sample.at("expected");
        const std::string file = sample.at("file");
        CAPTURE(file);
        const ReaderOutput output = read_page(read_file(folder / file));
        if (expected.at("is_article") == false) {
            CHECK(output.printed == "rejection no_article 1: the page is about no publication\n");
            continue;
        }
        REQUIRE(output.records.size() == 1);
        CHECK(output.problems.empty());
        check_fields(output.records[0], expected);
    }
    CHECK(pages == 5);
}

TEST_CASE("the sample page with related publications gives every field of all records") {
    const std::filesystem::path folder = samples("imemo");
    if (folder.empty()) return;
    const ReaderOutput output = read_page(read_file(folder / "danilin-2020.txt"));
    CHECK(output.problems.empty());
    std::ifstream lines(folder / "danilin-2020.expected.jsonl");
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
        CAPTURE(number);
        REQUIRE(number < output.records.size());
        check_fields(output.records[number], json::parse(line));
    }
    CHECK(number == output.records.size());
    CHECK(output.records.at(0).related.size() == number - 1);
}

} // namespace annota::test
