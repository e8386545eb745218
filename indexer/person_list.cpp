// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence is not stored: persons are told apart once more from what the columns hold of the records, and the reasons
// noted on the way.

#include "indexer/person_list.h"

#include "common/author_forms.h"
#include "common/index_reader.h"
#include "common/name.h"
#include "common/person_columns.h"
#include "common/schema.h"
#include "common/terminal.h"

#include <nlohmann/json.hpp>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;

// So many authors are said to be doubtful with each other, where one clue could mean all of them.
constexpr std::size_t kMostDoubtful = 16;

class PersonList {
public:
    PersonList(const IndexReader& reader, const Columns& columns, const IndexOptions& options)
        : reader_(reader), columns_(columns), options_(options),
          wanted_(options.author_name.empty() ? std::string() : name_key(parse_name(options.author_name))) {}

    void add(const PersonGroup& group) {
        if (!is_wanted(group)) return;
        if (!options_.doubtful) add_persons(group);
        add_namesakes(group);
        add_ambiguous(group);
    }

    void print(std::ostream& out) {
        std::ranges::sort(persons_);
        std::ranges::sort(doubts_);
        for (const auto& [key, line] : persons_) out << line << '\n';
        for (const auto& [key, line] : doubts_) out << line << '\n';
    }

private:
    using Lines = std::vector<std::pair<std::string, std::string>>; // by key

    std::vector<AuthorForm> forms(const AuthorPlace& at) const {
        const Column& authors = columns_[kAuthorColumn];
        const std::uint32_t value = authors.of(at.docid)[at.place];
        return unpack_forms(authors.key(authors.key_of(value)), authors.printed(value));
    }

    bool is_wanted(const PersonGroup& group) const {
        return wanted_.empty() || std::ranges::any_of(group.places, [&](const AuthorPlace& at) {
                   return std::ranges::any_of(
                       forms(at), [&](const AuthorForm& form) { return compatible_names(wanted_, form.key); });
               });
    }

    std::string key(const FullestName& name) const { return to_text(person_key(columns_, name)); }

    Json mention(const AuthorPlace& at) const {
        return {{"id", reader_.database().get_document(at.docid).get_value(kIdSlot)},
                {"name", fullest_form(forms(at)).printed}};
    }

    void add_persons(const PersonGroup& group);
    void add_namesakes(const PersonGroup& group);
    void add_ambiguous(const PersonGroup& group);

    static void add_line(Lines& lines, const std::string& key, const Json& line) {
        lines.emplace_back(key, printable_json(line.dump(-1, ' ', false, Json::error_handler_t::replace)));
    }

    const IndexReader& reader_;
    const Columns& columns_;
    const IndexOptions& options_;
    std::string wanted_; ///< Key of a name; empty: all.
    Lines persons_;
    Lines doubts_;
};

void PersonList::add_persons(const PersonGroup& group) {
    struct Person {
        std::size_t records = 0;
        std::map<std::string, std::size_t> forms;
        Json merges = Json::array();
    };
    std::map<std::uint32_t, Person> persons;
    for (std::size_t m = 0; m < group.places.size(); ++m) {
        Person& person = persons[group.persons[m]];
        ++person.records;
        for (const AuthorForm& form : forms(group.places[m])) ++person.forms[std::string(form.printed)];
    }
    for (const PersonMerge& merge : group.merges)
        persons[group.persons[merge.a]].merges.push_back({{"evidence", name_of(merge.clue.kind)},
                                                          {"one", mention(group.places[merge.a])},
                                                          {"other", mention(group.places[merge.b])}});
    for (auto& [first, person] : persons) {
        Json forms = Json::array();
        for (const auto& [form, records] : person.forms) forms.push_back({{"name", form}, {"records", records}});
        const std::string key = this->key(group.names[first]);
        add_line(persons_, key,
                 {{"event", "person"},
                  {"key", key},
                  {"records", person.records},
                  {"forms", std::move(forms)},
                  {"merges", std::move(person.merges)}});
    }
}

/// Persons of one name whom nothing joins.
void PersonList::add_namesakes(const PersonGroup& group) {
    std::map<std::string, std::set<std::string>> keys;
    for (const FullestName& name : group.names)
        if (name.record != 0) keys[std::string(columns_[kAuthorColumn].key(name.key))].insert(key(name));
    for (const auto& [name, same] : keys)
        add_line(doubts_, name, {{"event", "doubt"}, {"why", "one name, no evidence"}, {"keys", same}});
}

/// Authors who share a clue that several of them might be meant by.
void PersonList::add_ambiguous(const PersonGroup& group) {
    std::map<Clue, std::vector<std::uint32_t>> sharing;
    for (std::uint32_t m = 0; m < group.block.mentions.size(); ++m)
        for (const Clue& clue : group.block.mentions[m].clues) sharing[clue].push_back(m);
    std::set<std::pair<std::string, std::string>> told;
    for (const auto& [clue, mentions] : sharing) {
        std::map<std::string, std::uint32_t> persons; // by key, one mention each
        for (const std::uint32_t m : mentions)
            if (persons.size() < kMostDoubtful) persons.emplace(key(group.names[m]), m);
        for (auto one = persons.begin(); one != persons.end(); ++one)
            for (auto other = std::next(one); other != persons.end(); ++other) {
                const Mention& a = group.block.mentions[one->second];
                const Mention& b = group.block.mentions[other->second];
                const bool may_be_one =
                    a.record != b.record && group.block.given[a.given].agree(group.block.given[b.given]);
                if (!may_be_one || !told.emplace(one->first, other->first).second) continue;
                add_line(doubts_, one->first,
                         {{"event", "doubt"},
                          {"why", "several could be meant"},
                          {"evidence", name_of(clue.kind)},
                          {"keys", {one->first, other->first}}});
            }
    }
}

} // namespace

void print_persons(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    with_stable_index(reader, [&] {
        const std::shared_ptr<const Columns> columns = reader.columns();
        const PersonRules rules = stored_person_rules(reader.database().get_metadata(kPersonRulesKey));
        PersonList list(reader, *columns, options);
        group_persons(*columns, {rules, nullptr, true}, [&](const PersonGroup& group) { list.add(group); });
        list.print(out);
    });
}

} // namespace annota
