// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/facet_values.h"

#include <catch2/catch.hpp>

#include <functional>

namespace annota {

namespace {

Author person(std::string name, std::vector<std::string> forms = {}) {
    return {std::move(name), std::move(forms), {}, {}};
}

/// "author danilin,ivan=Данилин И.В.": a value a line.
std::string values_of(const Record& record) {
    const Analyzer analyzer;
    NameKeyCache names;
    std::string text;
    const FacetValues values = facet_values({"x", {}, {{record, {}}}}, record, analyzer, names);
    for (std::size_t i = 0; i < kFacetCount; ++i)
        for (const FacetValue& value : values[i])
            text.append(field(kFacetFields[i]).name).append(" ").append(value.key).append("=").append(value.value) +=
                '\n';
    return text;
}

} // namespace

TEST_CASE("what a record is counted under") {
    struct Row {
        const char* what;
        std::function<void(Record&)> set;
        std::string values;
    };
    const std::vector<Row> rows{
        {"nothing", [](Record&) {}, ""},
        {"the fullest form, whose key it is",
         [](Record& r) {
             r.authors = {person("Носов П.А.", {"Nosov Pavel", "Nosov"})};
         },
         "author nosov,pavel=Nosov Pavel\n"},
        {"the first of equally full forms", [](Record& r) { r.authors = {person("Носов П.", {"Nosov R."})}; },
         "author nosov,p=Носов П.\n"},
        {"an author twice",
         [](Record& r) {
             r.authors = {person("Nosov P."), person("Glebov R."), person("Носов П.")};
         },
         "author nosov,p=Nosov P.\nauthor glebov,r=Glebov R.\n"},
        {"editors are no authors", [](Record& r) { r.editors = {person("Nosov P.")}; }, ""},
        {"a journal by its folded name", [](Record& r) { r.journal["en"] = "Notes & Letters"; },
         "journal notes letters=Notes & Letters\n"},
        {"a journal in the work's language",
         [](Record& r) {
             r.journal = {{"en", "Letters"}, {"ru", "Письма"}};
             r.language = {"ru"};
         },
         "journal письма=Письма\nlanguage ru=ru\n"},
        {"year and type",
         [](Record& r) {
             r.year = 2001;
             r.type = "book";
         },
         "year 2001=2001\ntype book=book\n"},
        {"stated languages before those of titles",
         [](Record& r) {
             r.language = {"de", "de"};
             r.title["en"] = "Moon";
         },
         "language de=de\n"},
        {"languages of titles before those of abstracts, undetermined ones never",
         [](Record& r) {
             r.title = {{"und", "1984"}, {"ru", "Луна"}};
             r.abstract["en"] = "Moon";
         },
         "language ru=ru\n"},
        {"languages of abstracts", [](Record& r) { r.abstract["en"] = "Moon"; }, "language en=en\n"},
        {"keywords in all languages, one in two spellings",
         [](Record& r) {
             r.keywords = {{"ru", {"Счёт", "счет", "речные порты"}}, {"en", {"River  Ports"}}};
         },
         "keyword river ports=River  Ports\nkeyword счет=Счёт\nkeyword речные порты=речные порты\n"},
        {"databases, one in two spellings",
         [](Record& r) {
             r.indexed_in = {"Index A", "INDEX  A", "Index B"};
         },
         "indexed-in index a=Index A\nindexed-in index b=Index B\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Record record;
        row.set(record);
        CHECK(values_of(record) == row.values);
    }
}

TEST_CASE("fields with buckets have ordinals") {
    std::size_t next = 0;
    for (const Field& row : kFields) {
        CAPTURE(row.name);
        if (row.facet)
            CHECK(facet_ordinal(row.id) == next++);
        else
            CHECK(facet_ordinal(row.id) == std::nullopt);
    }
    CHECK(next == kFacetCount);
}

TEST_CASE("an author's bucket is the same with a cache and without") {
    NameKeyCache names;
    for (const Author& author :
         {person("Nosov P.", {"Nosov Pavel"}), person("Носов П.А."), person("Глебова-Зотова А.")}) {
        Record record;
        record.authors = {author};
        const FacetValues values = facet_values({"x", {}, {{record, {}}}}, record, Analyzer(), names);
        CHECK(values[*facet_ordinal(FieldId::author)].front() == author_value(author));
    }
}

} // namespace annota
