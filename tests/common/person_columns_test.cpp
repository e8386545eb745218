// SPDX-License-Identifier: GPL-2.0-or-later
//
// Persons in columns: rules case by case, and against comparing everybody with everybody.

#include "common/person_update.h"

#include "common/author_forms.h"
#include "common/index_folder.h"
#include "tests/common/person_reference.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace annota {

namespace {

using Records = std::map<std::string, Record>; ///< By record id.

const Analyzer kAnalyzer;

FacetValues values_of(const std::string& id, const Record& record) {
    static NameKeyCache names;
    return facet_values({id, {}, {{record, {}}}}, record, kAnalyzer, names);
}

PersonRules rules_of(const std::string& text) {
    return std::get<PersonRules>(read_person_rules(text));
}

/// "r1 nosov,p|glebov,r; r2 nosov,p": the keys of each record's authors.
std::string keys_in(const Columns& columns, const std::map<std::string, std::uint32_t>& docids) {
    std::string text;
    for (const auto& [id, docid] : docids) {
        text.append(text.empty() ? "" : "; ").append(id);
        const auto persons = columns.persons().of(docid);
        REQUIRE(persons.size() == columns[kAuthorColumn].of(docid).size());
        for (std::size_t i = 0; i < persons.size(); ++i)
            text.append(i == 0 ? " " : "|").append(columns.persons().text(persons[i]));
    }
    return text;
}

/// A whole file of what was set.
std::string whole_file(const ColumnBuilder& builder, const PersonRules& rules, const IndexState& state = {}) {
    std::string bytes;
    write_with_persons(*Columns::from_bytes(builder.finish(state)), rules, state,
                       [&](std::string_view more) { bytes += more; });
    return bytes;
}

std::string grouped(const Records& records, const PersonRules& rules = {}) {
    ColumnBuilder columns;
    std::map<std::string, std::uint32_t> docids;
    for (const auto& [id, record] : records) {
        docids.emplace(id, static_cast<std::uint32_t>(docids.size() + 1));
        columns.set(docids.at(id), values_of(id, record));
    }
    return keys_in(*Columns::from_bytes(whole_file(columns, rules)), docids);
}

/// Persons of records by number, as they come: "1; 1|2".
std::string persons_of(const Records& records, const PersonRules& rules = {}) {
    const std::string keys = grouped(records, rules);
    std::map<std::string, std::size_t> numbers;
    std::string text;
    std::string key;
    bool in_key = false;
    for (const char c : keys + ";") {
        if (c == ' ' && !in_key && !text.empty() && text.back() == ';') { // before an id
            text += ' ';
        } else if (c == ' ') {
            in_key = true;
            key.clear();
        } else if (in_key && (c == '|' || c == ';')) {
            text += std::to_string(numbers.try_emplace(key, numbers.size() + 1).first->second);
            text += c;
            in_key = c == '|';
            key.clear();
        } else if (in_key) {
            key += c;
        }
    }
    text.pop_back();
    return text;
}

Record by(std::vector<Author> authors, const std::string& journal = "") {
    Record record;
    record.authors = std::move(authors);
    if (!journal.empty()) record.journal["en"] = journal;
    return record;
}

Author author(std::string name, std::vector<std::string> names = {}, std::string orcid = "", std::string place = "") {
    return {std::move(name), std::move(names), std::move(orcid), std::move(place)};
}

} // namespace

TEST_CASE("two authors are one person by evidence alone") {
    struct Row {
        const char* what;
        Records records;
        std::string persons;
    };
    const std::string orcid = "0000-0002-1825-0097";
    const std::vector<Row> rows{
        {"a name alone is none", {{"a", by({author("Ivanov A.")})}, {"b", by({author("Ivanov A.")})}}, "1; 2"},
        {"two journals are none",
         {{"a", by({author("Ivanov A.")}, "Physics")}, {"b", by({author("Ivanov A.")}, "Economics")}},
         "1; 2"},
        {"one journal, in either script",
         {{"a", by({author("Ivanov A.")}, "Physics")}, {"b", by({author("Иванов А.")}, "Physics")}},
         "1; 1"},
        {"one journal, but other co-authors",
         {{"a", by({author("Ivanov A."), author("Petrov B.")}, "Physics")},
          {"b", by({author("Ivanov A."), author("Sidorov S.")}, "Physics")}},
         "1|2; 3|4"},
        {"other co-authors in one journal again and again",
         {{"a", by({author("Ivanov A."), author("Petrov B.")}, "Physics")},
          {"b", by({author("Ivanov A."), author("Sidorov S.")}, "Physics")},
          {"c", by({author("Ivanov A."), author("Nosov N.")}, "Physics")}},
         "1|2; 1|3; 1|4"},
        {"a co-author, in either script",
         {{"a", by({author("Ivanov A."), author("Petrov Boris")})},
          {"b", by({author("Петров Б.С."), author("Иванов А.П.")})}},
         "1|2; 2|1"},
        {"a co-author of another initial is none",
         {{"a", by({author("Ivanov A."), author("Petrov B.")})}, {"b", by({author("Ivanov A."), author("Petrov S.")})}},
         "1|2; 3|4"},
        {"an affiliation",
         {{"a", by({author("Ivanov A.", {}, "", "Moon Institute")})},
          {"b", by({author("Ivanov Andrey", {}, "", "MOON institute")})}},
         "1; 1"},
        {"an ORCID",
         {{"a", by({author("Ivanov A.", {}, orcid)})}, {"b", by({author("Иванов А.", {}, orcid)})}},
         "1; 1"},
        {"an ORCID does not make other given names one",
         {{"a", by({author("Ivanov A.", {}, orcid)})}, {"b", by({author("Ivanov B.", {}, orcid)})}},
         "1; 2"},
        {"two ORCIDs are two persons whatever else they share",
         {{"a", by({author("Ivanov A.", {}, orcid)}, "Physics")},
          {"b", by({author("Ivanov A.", {}, "0000-0001-5109-3700")}, "Physics")}},
         "1; 2"},
        {"a given name and a patronymic, written out",
         {{"a", by({author("Иванов Андрей Петрович")})}, {"b", by({author("Ivanov Andrey Petrovich")})}},
         "1; 1"},
        {"a given name without a patronymic is none",
         {{"a", by({author("Smith John")})}, {"b", by({author("Smith John")})}},
         "1; 2"},
        {"a record that prints both forms",
         {{"a", by({author("Danilin Ivan")})},
          {"b", by({author("Данилин И.В.")})},
          {"c", by({author("Данилин И.В.", {"Danilin Ivan"})})}},
         "1; 1; 1"},
        {"one initial is too little for a printed form",
         {{"a", by({author("Ivanov A.")})}, {"b", by({author("Иванов А.", {"Ivanov A."})})}},
         "1; 2"},
        {"an organisation of one name",
         {{"a", by({author("CDF Collaboration")})}, {"b", by({author("CDF Collaboration")})}},
         "1; 1"},
        {"other spellings of the family name that a record prints",
         {{"a", by({author("Хоссейн М.А.")}, "Physics")},
          {"b", by({author("Hossain M.A.")}, "Physics")},
          {"c", by({author("Хоссейн М.А.", {"Hossain M.A."})})}},
         "1; 1; 1"},
        {"which nobody printed",
         {{"a", by({author("Хоссейн М.А.")}, "Physics")}, {"b", by({author("Hossain M.A.")}, "Physics")}},
         "1; 2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what, grouped(row.records));
        CHECK(persons_of(row.records) == row.persons);
    }
}

TEST_CASE("namesakes stay apart") {
    struct Row {
        const char* what;
        Records records;
        std::string persons;
    };
    const std::vector<Row> rows{
        {"authors of one record are two persons",
         {{"a", by({author("Wang Y."), author("Wang Yi"), author("Li X.")})}},
         "1|2|3"},
        {"other initials",
         {{"a", by({author("Ivanov A.P.")}, "Physics")}, {"b", by({author("Ivanov A.S.")}, "Physics")}},
         "1; 2"},
        {"nobody through whom two others would be one, where he may be either",
         {{"a", by({author("Ivanov A.P.")}, "Physics")},
          {"b", by({author("Ivanov A.S.")}, "Physics")},
          {"c", by({author("Ivanov A.")}, "Physics")}},
         "1; 2; 3"},
        {"the stronger evidence first",
         {{"a", by({author("Ivanov A.P."), author("Petrov B.")}, "Physics")},
          {"b", by({author("Ivanov A.S.")}, "Notes")},
          {"c", by({author("Ivanov A."), author("Petrov B.")}, "Notes")}},
         "1|2; 3; 1|2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what, grouped(row.records));
        CHECK(persons_of(row.records) == row.persons);
    }
}

TEST_CASE("the key of a person is the fullest form, with a record where namesakes have it") {
    CHECK(grouped({{"a", by({author("Данилин И.В.")}, "J")}, {"b", by({author("Danilin Ivan")}, "J")}}) ==
          "a danilin,ivan; b danilin,ivan");
    const PersonKey key{"ivanov,a", record_mark("a")};
    const PersonKey other{"ivanov,a", record_mark("b")};
    CHECK(grouped({{"a", by({author("Ivanov A.")})}, {"b", by({author("Ivanov A.")})}}) ==
          "a " + to_text(key) + "; b " + to_text(other));
}

TEST_CASE("rules of the user come before evidence") {
    struct Row {
        const char* what;
        std::string rules;
        std::string persons;
    };
    const Records records{{"a", by({author("Ivanova Maria")}, "Physics")},
                          {"b", by({author("Петрова М.")}, "Notes")},
                          {"c", by({author("Ivanova M.")}, "Physics")}};
    const std::string of_a = to_text(PersonKey{"ivanova,m", record_mark("c")});
    const std::vector<Row> rows{
        {"none", "", "1; 2; 1"},
        {"two names of one person", "force\tIvanova Maria\tПетрова М.\n", "1; 1; 1"},
        {"two who are not one", "forbid\tIvanova Maria\tIvanova M.\n", "1; 2; 3"},
        {"a key", "forbid\tivanova,maria\tivanova,m\n", "1; 2; 3"},
        {"a key with a record", "forbid\tIvanova Maria\t" + of_a + "\n", "1; 2; 3"},
        {"a forbidden pair is not forced", "force\tIvanova Maria\tПетрова М.\nforbid\tIvanova Maria\tПетрова М.\n",
         "1; 2; 1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(persons_of(records, rules_of(row.rules)) == row.persons);
    }
}

namespace {

class RandomLibrary {
public:
    explicit RandomLibrary(std::uint32_t seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return random_() % limit; }

    Record record() {
        static constexpr std::array<const char*, 4> kJournals{"", "Physics", "Notes", "Летопись"};
        static constexpr std::array<const char*, 6> kNoPlace{"", "", "", "Moon", "Sun", "Луна"};
        static constexpr std::array<const char*, 8> kOrcids{"", "", "", "", "", "", "1", "2"};
        std::vector<Author> authors(below(4));
        for (Author& one : authors) {
            one = author(name(), {}, kOrcids[below(8)], kNoPlace[below(6)]);
            while (below(4) == 0) one.names.push_back(name());
        }
        return by(std::move(authors), kJournals[below(4)]);
    }

private:
    /// Few, so that they meet; some differ in spelling or in what they tell.
    std::string name() {
        static constexpr std::array<const char*, 16> kNames{
            "Ivanov A.", "Ivanov A.P.",  "Иванов А.С.", "Ivanov Andrey", "Иванов Андрей Петрович",
            "Ivanov",    "Hossain M.A.", "Хоссейн М.",  "Хоссейн М.А.",  "Хосcейн Мария",
            "Petrov Y.", "Петров Ю.",    "Петров Е.Е.", "Petrov Yuri",   "Лунное общество наук",
            "Wang Y."};
        return kNames[below(16)];
    }

    std::mt19937 random_;
};

std::string reference_keys(const Records& records, const PersonRules& rules) {
    std::vector<FacetValues> values;
    for (const auto& [id, record] : records) values.push_back(values_of(id, record));
    const test::PersonKeys keys = test::reference_persons(values, rules);
    std::string text;
    for (const auto& [id, record] : records) {
        text.append(text.empty() ? "" : "; ").append(id);
        for (std::size_t i = 0; keys.contains({record_mark(id), i}); ++i)
            text.append(i == 0 ? " " : "|").append(keys.at({record_mark(id), i}));
    }
    return text;
}

const std::array<const char*, 3> kSomeRules{"", "force\tIvanov A.\tPetrov Y.\nforbid\tИванов А.С.\tIvanov A.\n",
                                            "forbid\tХоссейн М.\tHossain M.A.\nforce\tИванов А.С.\tWang Y.\n"};

} // namespace

TEST_CASE("persons are those of comparing all with all, however the records came") {
    const test::TemporaryFolder folder;
    std::size_t small = 0; // files of changes
    for (std::uint32_t round = 0; round < 150; ++round) {
        CAPTURE(round);
        RandomLibrary random(round);
        const PersonRules rules = rules_of(kSomeRules[round % kSomeRules.size()]);
        Records records;
        std::map<std::string, std::uint32_t> docids;
        std::uint32_t next = 1;
        IndexState state{round + 1, 1};
        const auto file = [&] { return std::filesystem::path(folder.path()) / columns_file_name(state.generation); };
        write_file_durably(file(), whole_file(ColumnBuilder(), rules, state));
        auto columns = Columns::open(file(), state);
        for (int commit = 0; commit < 5; ++commit) {
            ColumnBuilder builder(columns);
            for (std::size_t changes = 1 + random.below(commit == 0 ? 30 : 3); changes > 0; --changes) {
                const std::string id = "r" + std::to_string(random.below(20));
                if (random.below(4) == 0 && docids.contains(id)) {
                    builder.remove(docids.at(id));
                    records.erase(id);
                    docids.erase(id);
                    continue;
                }
                if (random.below(8) != 0 || !records.contains(id)) records[id] = random.record();
                if (!docids.contains(id)) docids[id] = next++;
                builder.set(docids[id], values_of(id, records[id]));
            }
            ++state.generation;
            std::optional<std::string> changes;
            if (builder.has_few_changes()) {
                update_persons(builder, rules);
                changes = builder.changes(state);
            }
            write_file_durably(file(), changes ? *changes : whole_file(builder, rules, state));
            columns = Columns::open(file(), state);
            REQUIRE(columns);
            REQUIRE(columns->sound());
            small += changes ? 1U : 0U;
            const std::string expected = reference_keys(records, rules);
            REQUIRE(grouped(records, rules) == expected);
            REQUIRE(keys_in(*columns, docids) == expected);
        }
    }
    CHECK(small > 100);
}

} // namespace annota
