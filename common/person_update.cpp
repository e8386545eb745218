// SPDX-License-Identifier: GPL-2.0-or-later
//
// What becomes of persons in column files: everybody's in a whole file, those that a commit touches in the changes.

#include "common/person_update.h"

#include "common/column_writer.h"
#include "common/journal_buckets.h"
#include "common/person_columns.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace annota {

namespace {

/// The persons of all values in their order, and those who share their names.
struct PersonList {
    std::vector<std::uint32_t> persons;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> marked;
};

PersonList list_persons(const Columns& plain, const PersonRules& rules) {
    const std::span<const std::uint32_t> first = plain[kAuthorColumn].whole().first;
    PersonList list{std::vector<std::uint32_t>(first.back()), {}};
    group_persons(plain, {rules}, [&](const PersonGroup& group) {
        std::map<std::pair<std::uint32_t, std::uint64_t>, std::uint32_t> marked;
        for (std::size_t m = 0; m < group.places.size(); ++m) {
            std::uint32_t person = group.names[m].key;
            if (group.names[m].record != 0) {
                const std::pair shared(group.names[m].key, group.names[m].record);
                const auto next = static_cast<std::uint32_t>(list.marked.size());
                const auto [entry, is_new] = marked.try_emplace(shared, next);
                if (is_new) list.marked.push_back(shared);
                person = kMarkedPerson | entry->second;
            }
            list.persons[first[group.places[m].docid] + group.places[m].place] = person;
        }
    });
    std::vector<std::uint32_t> order(list.marked.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return list.marked[i]; });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (std::uint32_t& person : list.persons)
        if ((person & kMarkedPerson) != 0) person = kMarkedPerson | place[person & ~kMarkedPerson];
    std::ranges::sort(list.marked);
    return list;
}

/// PersonPart from persons to documents.
void write_documents(ColumnWriter& writer, const PersonList& list, const ColumnPart& authors) {
    const std::uint32_t keys = authors.keys.size();
    const auto place_of = [&](std::uint32_t person) {
        return (person & kMarkedPerson) == 0 ? std::size_t{person} : std::size_t{keys} + (person & ~kMarkedPerson);
    };
    std::vector<std::uint32_t> begins(keys + list.marked.size() + 1);
    for (const std::uint32_t person : list.persons) ++begins[place_of(person) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    using Mention = std::pair<std::uint32_t, std::uint32_t>; // what is printed, and the document
    std::vector<std::uint32_t> person_ends;
    person_ends.reserve(begins.size() - 1);
    std::vector<Mention> mentions(list.persons.size()); // by person, then in order
    for (std::uint32_t docid = 0; docid + 1 < authors.first.size(); ++docid)
        for (std::uint32_t i = authors.first[docid]; i < authors.first[docid + 1]; ++i)
            mentions[begins[place_of(list.persons[i])]++] = {authors.values[i], docid};
    // Each begin is where the person's mentions end now.
    std::vector<std::uint32_t> spelling_ends;
    for (std::uint32_t person = 0, begin = 0; person + 1 < begins.size(); begin = begins[person++]) {
        std::sort(mentions.begin() + begin, mentions.begin() + begins[person]);
        for (std::uint32_t i = begin; i < begins[person]; ++i)
            if (i + 1 == begins[person] || mentions[i].first != mentions[i + 1].first) spelling_ends.push_back(i + 1);
        person_ends.push_back(static_cast<std::uint32_t>(spelling_ends.size()));
    }
    writer.words(person_ends);
    writer.begin_words(spelling_ends.size());
    for (const std::uint32_t end : spelling_ends) writer.put(mentions[end - 1].first);
    writer.words(spelling_ends);
    writer.begin_words(mentions.size());
    for (const Mention& mention : mentions) writer.put(mention.second);
}

} // namespace

void update_persons(ColumnBuilder& builder, const PersonRules& rules) {
    const FamilyKeys families = builder.take_changed_families();
    if (families.empty()) return;
    const std::shared_ptr<const Columns> columns = builder.columns();
    const Persons& persons = columns->persons();
    std::map<std::uint32_t, std::vector<PersonKey>> changed;
    group_persons(*columns, {rules, &families}, [&](const PersonGroup& group) {
        for (std::size_t m = 0; m < group.places.size(); ++m) {
            const auto [docid, place] = group.places[m];
            const std::span<const std::uint32_t> before = persons.of(docid);
            const bool is_known = place < before.size() && before[place] != kNobody;
            const PersonKey key = person_key(*columns, group.names[m]);
            if (is_known && persons.key(before[place]) == key) continue;
            std::vector<PersonKey>& keys = changed[docid];
            if (keys.empty())
                for (const std::uint32_t person : columns->persons().of(docid))
                    keys.push_back(person == kNobody ? PersonKey{} : persons.key(person));
            keys.resize((*columns)[kAuthorColumn].of(docid).size());
            keys[place] = key;
        }
    });
    for (auto& [docid, keys] : changed) builder.set_persons(docid, std::move(keys));
}

void write_with_persons(const Columns& plain, const PersonRules& rules, const IndexState& state, const ByteSink& sink) {
    const PersonList list = list_persons(plain, rules);
    ColumnWriter writer(sink);
    for (std::size_t column = 0; column < kColumnCount; ++column) writer.copy_part(plain.part(column));
    writer.begin_part();
    writer.words(list.persons);
    writer.begin_words(list.marked.size());
    for (const auto& [name, mark] : list.marked) writer.put(name);
    writer.begin_words(2 * list.marked.size());
    for (const auto& [name, mark] : list.marked) writer.put_mark(mark);
    write_documents(writer, list, plain[kAuthorColumn].whole());
    writer.end_part();
    writer.copy_part(plain.part(kDocumentPart));
    writer.begin_part();
    writer.words(journal_buckets(plain));
    writer.end_part();
    writer.finish(state, plain.doc_limit());
}

} // namespace annota
