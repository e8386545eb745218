// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many fields of real citations are read right. Only fields whose value is printed are counted. Compared are
// letters and digits in lower case; names and titles are right where one contains the other and has most of its length.

#include "common/utf8.h"
#include "indexer/citation_parser.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <regex>

namespace annota {

namespace {

using Fields = std::map<std::string, std::string>;

std::string plain(std::string_view text) {
    std::string out;
    const std::string lower = to_lower(text);
    for (std::size_t at = 0; at < lower.size();) {
        const char32_t c = next_code_point(lower, at);
        const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= U'а' && c <= U'я') || c == U'ё';
        if (kept) append_code_point(out, c == U'ё' ? U'е' : c);
    }
    return out;
}

bool is_close(const std::string& a, const std::string& b) {
    constexpr double kMost = 0.6;
    const auto [shorter, longer] = std::minmax({a.size(), b.size()});
    const bool within = a.find(b) != std::string::npos || b.find(a) != std::string::npos;
    return shorter > 0 && within && static_cast<double>(shorter) >= kMost * static_cast<double>(longer);
}

bool has_close(const ByLanguage<std::string>& texts, const std::string& wanted) {
    return std::ranges::any_of(texts, [&](const auto& text) { return is_close(plain(text.second), wanted); });
}

bool is_right(const Record& record, const std::string& field, const std::string& printed) {
    const std::string wanted = plain(printed);
    if (field == "title") return has_close(record.title, wanted);
    if (field == "journal") return has_close(record.journal, wanted);
    if (field == "publisher") return is_close(plain(record.publisher), wanted);
    if (field == "place") return is_close(plain(record.place), wanted);
    if (field == "year") return std::to_string(record.year) == wanted;
    if (field == "pages") return plain(record.pages) == wanted;
    return field == "doi" && plain(record.doi) == wanted;
}

std::string printed_value(const nlohmann::json& value) {
    if (value.is_array()) return value.empty() ? std::string() : printed_value(value.front());
    return value.is_string() ? value.get<std::string>() : value.dump();
}

Fields fields_of_journal(const nlohmann::json& line) {
    Fields fields;
    for (const std::string field : {"title", "journal", "year", "pages", "doi"}) {
        if (line["fields"].contains(field)) fields[field] = printed_value(line["fields"][field]);
    }
    return fields;
}

Fields labelled_fields(const nlohmann::json& line) {
    static const std::regex year("(1[5-9]|20)[0-9][0-9]");
    static const std::regex pages("[0-9]+( *(-|–|—) *[0-9]+)?");
    static const std::regex extent("[0-9] *(с|p|стр|c)($|[^а-яa-z])");
    const nlohmann::json& labelled = line["labelled"];
    Fields fields;
    for (const std::string field : {"title", "journal", "publisher", "place"}) {
        if (labelled.contains(field)) fields[field] = printed_value(labelled[field]);
    }
    std::smatch match;
    const std::string date = labelled.contains("date") ? printed_value(labelled["date"]) : "";
    if (std::regex_search(date, match, year)) fields["year"] = match.str();
    const std::string printed = labelled.contains("pages") ? printed_value(labelled["pages"]) : "";
    if (!std::regex_search(printed, extent) && std::regex_search(printed, match, pages)) fields["pages"] = match.str();
    return fields;
}

/// Per cent of right values by field.
std::map<std::string, double> score(const std::string& file,
                                    const std::function<Fields(const nlohmann::json&)>& wanted) {
    std::map<std::string, int> all;
    std::map<std::string, int> right;
    std::ifstream stream(file);
    for (std::string text; std::getline(stream, text);) {
        const nlohmann::json line = nlohmann::json::parse(text);
        const Record record = parse_citation(line["text"].get<std::string>());
        for (const auto& [field, value] : wanted(line)) {
            ++all[field];
            if (is_right(record, field, value)) ++right[field];
        }
    }
    std::map<std::string, double> scores;
    for (const auto& [field, count] : all) scores[field] = 100.0 * right[field] / count;
    return scores;
}

} // namespace

TEST_CASE("citations of one journal and of many styles are read right", "[citations]") {
    const char* const shared = std::getenv("ANNOTA_SHARED");
    if (shared == nullptr) {
        WARN("skipped: ANNOTA_SHARED is not set");
        return;
    }
    const std::string folder = std::string(shared) + "/corpora/citations/";
    auto journal = score(folder + "citation-gold-dev.jsonl", fields_of_journal);
    CHECK(journal["year"] >= 99);
    CHECK(journal["pages"] >= 97);
    CHECK(journal["journal"] >= 95);
    CHECK(journal["title"] >= 93);
    CHECK(journal["doi"] >= 95);
    auto labelled = score(folder + "citation-labelled-dev.jsonl", labelled_fields);
    CHECK(labelled.size() == 6);
    // Of the 41 labels of journals eight are none: places ("М.,", "Москва:"), titles of books, a lone dash, a name with
    // its place and year. A reader that invents nothing can be right in four of five.
    constexpr double kJournals = 78;
    for (const auto& [field, percent] : labelled) {
        CAPTURE(field);
        CHECK(percent >= (field == "journal" ? kJournals : 85));
    }
}

} // namespace annota
