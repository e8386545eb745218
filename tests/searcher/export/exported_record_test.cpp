// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which language and which form of a name an export shows.

#include "searcher/export/exported_record.h"
#include "tests/searcher/export/sample_records.h"

#include "common/word_list.h"
#include <catch2/catch.hpp>

namespace annota {

namespace {

/// "ru|title|journal|keyword, keyword|author; author"
std::string shown(const Record& record, std::string_view wanted) {
    const ExportedRecord exported = exported_record(record, "id", wanted);
    std::vector<std::string> authors;
    for (const PersonName& name : exported.authors) authors.push_back(inverted_name(name));
    return exported.language + '|' + exported.title + '|' + exported.journal + '|' + joined(exported.keywords, ", ") +
           '|' + joined(authors, "; ");
}

} // namespace

TEST_CASE("An export shows the language of the work, or the one that is asked for where there is a title in it") {
    const std::string russian = "ru|О ценах на лёд в XXI веке|Вестник озёр|лёд, цены|Рябов, Г. Д.; Сомова, Л. К.";
    const std::string english = "en|On prices of ice|Herald of Lakes|ice, prices|Ryabov, Gleb; Somova, Lidia";
    Record record = test::russian_article();
    CHECK(shown(record, "") == russian);
    CHECK(shown(record, "ru") == russian);
    CHECK(shown(record, "en") == english);
    CHECK(shown(record, "de") == russian);
    record.language = {"en"};
    CHECK(shown(record, "") == english);
    record.language.clear();
    CHECK(shown(record, "ru") == russian);
}

TEST_CASE("What is missing in a language is taken from the work's own") {
    Record record = test::russian_article();
    record.journal.erase("en");
    record.keywords.erase("en");
    record.authors[1].names.clear();
    CHECK(shown(record, "en") == "en|On prices of ice|Вестник озёр|лёд, цены|Ryabov, Gleb; Сомова, Л. К.");
    record.title.clear();
    CHECK(exported_record(record, "", "en").abstract == "Prices rise by 5 %.");
    CHECK(exported_record(record, "").language == "ru");
    Record bare;
    bare.title = {{"und", "1234"}};
    CHECK(shown(bare, "") == "|1234|||");
}

TEST_CASE("A written given name before an initial is no second family name") {
    struct Row {
        std::string name;
        std::string inverted;
    };
    const std::vector<Row> rows{
        {"Carr Lincoln D.", "Carr, Lincoln D."}, {"Danilin I.V.", "Danilin, I. V."}, {"Van Dyke J.", "Van Dyke, J."},
        {"de la Cruz A.", "de la Cruz, A."},     {"Danilin Ivan", "Danilin, Ivan"},
    };
    for (const Row& row : rows) {
        Record record;
        record.authors = {{row.name, {}, "", ""}};
        record.title = {{"en", "T"}};
        REQUIRE(exported_record(record, "").authors.size() == 1);
        CHECK(inverted_name(exported_record(record, "").authors.front()) == row.inverted);
    }
}

TEST_CASE("Bodies stay whole, families of several words do not") {
    Record record;
    record.title = {{"en", "T"}};
    record.authors = {{"Institute of Ice and Snow", {}, "", ""}, {"de la Cruz Ivan", {}, "", ""}, {"Ng", {}, "", ""}};
    const ExportedRecord exported = exported_record(record, "");
    REQUIRE(exported.authors.size() == 3);
    CHECK(is_one_piece(exported.authors[0]));
    CHECK(inverted_name(exported.authors[0]) == "Institute of Ice and Snow");
    CHECK(inverted_name(exported.authors[1]) == "de la Cruz, Ivan");
    CHECK_FALSE(is_one_piece(exported.authors[2]));
    CHECK(inverted_name({"King", {"Martin", "L."}, "Jr."}) == "King, Martin L., Jr.");
}

} // namespace annota
