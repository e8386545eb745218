// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/facet_values.h"

#include "common/author_forms.h"

#include <catch2/catch.hpp>

#include <functional>

namespace annota {

namespace {

Author person(std::string name, std::vector<std::string> forms = {}) {
    return {std::move(name), std::move(forms), {}, {}};
}

/// "Данилин И.В.|Danilin Ivan"
std::string printed_forms(const FacetValue& author) {
    std::string text;
    for (const AuthorForm& form : unpack_forms(author.key, author.value))
        text.append(text.empty() ? "" : "|").append(form.printed);
    return text;
}

/// "author danilin,ivan=Данилин И.В.": a value a line.
std::string values_of(const Record& record) {
    const Analyzer analyzer;
    NameKeyCache names;
    std::string text;
    const FacetValues values = facet_values({"x", {}, {{record, {}}}}, record, analyzer, names);
    for (std::size_t i = 0; i < kFacetCount; ++i)
        for (const FacetValue& value : values[i])
            text.append(field(kFacetFields[i]).name)
                .append(" ")
                .append(value.key)
                .append("=")
                .append(i == kAuthorColumn ? printed_forms(value) : value.value) += '\n';
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
        {"all forms, under the key of the fullest",
         [](Record& r) {
             r.authors = {person("Носов П.А.", {"Nosov Pavel", "Nosov"})};
         },
         "author nosov,pavel=Носов П.А.|Nosov Pavel|Nosov\n"},
        {"the first of equally full forms", [](Record& r) { r.authors = {person("Носов П.", {"Nosov R."})}; },
         "author nosov,p=Носов П.|Nosov R.\n"},
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

TEST_CASE("what tells persons apart stands in columns of its own") {
    const Analyzer analyzer;
    NameKeyCache names;
    Record record;
    record.authors = {{"Nosov P.", {}, "0000-0002-1825-0097", "Moon Institute"},
                      {"Nosov P.", {}, "", "dropped with its second mention"},
                      {"Glebov R.", {}, "", "MOON  institute"},
                      {"Зотова А.", {}, "", ""}};
    record.issn = {"2079-4665"};
    record.journal = {{"en", "Notes"}, {"ru", "Заметки"}};
    const FacetValues values = facet_values({"r1", {}, {{record, {}}}}, record, analyzer, names);
    CHECK(values.record == record_mark("r1"));
    CHECK(values.record != record_mark("r2"));
    const std::vector<FacetValue>& affinities = values[kAffinityColumn];
    REQUIRE(affinities.size() == 3);
    CHECK(read_affinity(affinities[0].value).orcid == "0000-0002-1825-0097");
    CHECK(read_affinity(affinities[1].value).orcid.empty());
    CHECK(!read_affinity(affinities[0].value).affiliation.empty());
    CHECK(read_affinity(affinities[0].value).affiliation == read_affinity(affinities[1].value).affiliation);
    CHECK(affinities[2].value.empty());
    std::string serials;
    for (const FacetValue& value : values[kSerialColumn]) serials += value.value + ";";
    CHECK(serials == "2079-4665;notes;заметки;");
}

} // namespace annota
