// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/export/csl_json.h"

#include "common/utf8.h"
#include "tests/common/random_records.h"
#include "tests/searcher/export/sample_records.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

namespace annota {

namespace {

using Json = nlohmann::json;

Json item(const Record& record) {
    return Json::parse(csl_item(exported_record(record, "id")));
}

bool is_name(const Json& name) {
    static const std::set<std::string> kParts{"family", "given", "suffix", "literal"};
    for (const auto& [part, value] : name.items())
        if (!kParts.contains(part) || !value.is_string()) return false;
    return name.contains("literal") ? name.size() == 1 : name.contains("family");
}

/// The part of csl-data.json that we write: names of variables and the shape of their values.
void check_shape(const Json& item) {
    static const std::set<std::string> kTexts{
        "id",  "type", "title", "container-title", "publisher", "publisher-place", "volume", "issue", "page", "DOI",
        "URL", "ISSN", "ISBN",  "language",        "keyword",   "abstract"};
    CHECK(item.contains("id"));
    CHECK(item.contains("type"));
    for (const auto& [variable, value] : item.items()) {
        CAPTURE(variable);
        if (variable == "author" || variable == "editor") {
            CHECK(value.is_array());
            for (const Json& name : value) CHECK(is_name(name));
        } else if (variable == "issued") {
            CHECK(value["date-parts"][0][0].is_number_integer());
        } else if (variable == "custom") {
            CHECK(value.is_object());
        } else {
            CHECK(kTexts.contains(variable));
            CHECK(value.is_string());
        }
    }
}

} // namespace

TEST_CASE("An article is an item with all that CSL knows, the rest in custom") {
    const Json expected = Json::parse(R"JSON({
        "id": "id", "type": "article-journal", "title": "О ценах на лёд в XXI веке",
        "author": [{"family": "Рябов", "given": "Г. Д."}, {"family": "Сомова", "given": "Л. К."}],
        "container-title": "Вестник озёр", "issued": {"date-parts": [[2020]]}, "volume": "11", "issue": "4",
        "page": "384-397", "DOI": "10.5555/Lake_1(2)", "URL": "https://lakes.example.org/a_b?x=1&y=2%20",
        "ISSN": "2079-4665, 1019-3316", "language": "ru", "keyword": "лёд, цены", "abstract": "Цены растут на 5 %.",
        "custom": {
    "title": {"ru": "О ценах на лёд в XXI веке", "en": "On prices of ice"},
            "abstract": {"ru": "Цены растут на 5 %.", "en": "Prices rise by 5 %."},
            "keywords": {"ru": ["лёд", "цены"], "en": ["ice", "prices"]},
            "journal": {"ru": "Вестник озёр", "en": "Herald of Lakes"},
            "authors": [{"name": "Рябов Г.Д.", "names": ["Ryabov Gleb"], "orcid": "0000-0002-1825-0097",
                         "affiliation": "Институт льда"}, {"name": "Сомова Л.К.", "names": ["Somova Lidia"]}],
            "id": "own-1"}})JSON");
    CHECK(item(test::russian_article()) == expected);
}

TEST_CASE("Bodies are literal names, works without a type are documents") {
    const Json hostile = item(test::hostile_record());
    CHECK(hostile["author"] == Json::parse(R"([{"literal": "Research and Co, Ltd"}, {"family": "Ng"}])"));
    CHECK(item(Record())["type"] == "document");
    CHECK(item(test::english_chapter())["editor"][0]["family"] == "Belov");
}

TEST_CASE("Items have the shape of the CSL schema, whatever records hold") {
    test::RandomRecords random(43);
    for (int i = 0; i < 500; ++i) check_shape(item(i == 0 ? test::hostile_record() : random.record()));
}

TEST_CASE("Items make one array, also where there are none") {
    CslJsonWriter writer("");
    const ResultPage page;
    std::string text = writer.begin(page);
    Hit hit;
    hit.id = "a";
    hit.record = test::russian_article();
    for (int i = 0; i < 3; ++i) text += writer.hit(hit);
    text += writer.end(page);
    CHECK(Json::parse(text).size() == 3);
    CslJsonWriter empty("");
    CHECK(Json::parse(empty.begin(page) + empty.end(page)).empty());
}

} // namespace annota
