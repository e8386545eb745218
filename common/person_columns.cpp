// SPDX-License-Identifier: GPL-2.0-or-later
//
// Authors are compared within one family name. Family names that records print for one author ("Achakovskii" beside
// "Ачаковский") are one, and so are those that a rule forces together. All evidence about an author is in the record,
// so that a change of records concerns the persons of the family names that stood or stand in them, and no others.

#include "common/person_columns.h"

#include "common/person_clues.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace annota {

namespace {

constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

/// Family keys, of which those that are one name have one root.
class FamilyNames {
public:
    std::uint32_t add(std::string_view key) {
        const auto [entry, is_new] = ids_.try_emplace(std::string(key), static_cast<std::uint32_t>(parents_.size()));
        if (is_new) parents_.push_back(entry->second);
        return entry->second;
    }

    std::uint32_t root(std::uint32_t id) {
        while (parents_[id] != id) id = parents_[id] = parents_[parents_[id]];
        return id;
    }

    void join(std::uint32_t a, std::uint32_t b) { parents_[root(a)] = root(b); }
    std::size_t size() const { return parents_.size(); }

private:
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<std::uint32_t> parents_;
};

/// What rules say of each name key.
class RuleTable {
public:
    explicit RuleTable(const PersonRules& rules) : rules_(rules) {
        for (std::uint32_t rule = 0; rule < rules.size(); ++rule) {
            sides_.emplace(rules[rule].one.name, 2 * rule);
            sides_.emplace(rules[rule].other.name, 2 * rule + 1);
        }
    }

    void apply(Mention& mention, const std::vector<AuthorForm>& forms) const {
        std::set<std::uint32_t> sides;
        for (const AuthorForm& form : forms) {
            const auto [begin, end] = sides_.equal_range(std::string(form.key));
            for (auto at = begin; at != end; ++at)
                if (is_meant(key_of(at->second), mention.record, forms)) sides.insert(at->second);
        }
        for (const std::uint32_t side : sides) {
            if (rules_[side / 2].force)
                mention.clues.push_back({Evidence::rule, side / 2});
            else if (!sides.contains(side ^ 1))
                mention.forbidden.push_back(side);
        }
    }

private:
    const PersonKey& key_of(std::uint32_t side) const {
        return side % 2 == 0 ? rules_[side / 2].one : rules_[side / 2].other;
    }

    const PersonRules& rules_;
    std::multimap<std::string, std::uint32_t> sides_;
};

/// Printed forms are evidence where a record prints them in both scripts.
void keep_bilingual_forms(PersonBlock& block, const std::vector<bool>& bilingual) {
    std::unordered_set<std::uint64_t> printed;
    for (std::size_t m = 0; m < block.mentions.size(); ++m)
        for (const Clue& clue : block.mentions[m].clues)
            if (bilingual[m] && clue.kind == Evidence::printed_forms) printed.insert(clue.hash);
    for (Mention& mention : block.mentions)
        std::erase_if(mention.clues, [&](const Clue& clue) {
            return clue.kind == Evidence::printed_forms && !printed.contains(clue.hash);
        });
}

class Grouping {
public:
    Grouping(ColumnBuilder& columns, const PersonRules& rules, const PersonGroupSink& told)
        : columns_(columns), authors_(columns[kAuthorColumn]), rules_(rules), rule_table_(rules), told_(told),
          clues_(columns) {}

    void run(PersonScope scope);

private:
    using Families = std::set<std::string, std::less<>>;
    using Located = std::pair<std::uint32_t, AuthorPlace>; // under a root of family names

    void read_families();
    std::vector<Located> locate(const std::vector<bool>& wanted);
    std::vector<bool> wanted_roots(const Families& changed);
    void group(std::vector<AuthorPlace> places);
    PersonBlock make_block(const std::vector<AuthorPlace>& places);
    std::vector<PersonKey> make_keys(const std::vector<AuthorPlace>& places, const std::vector<std::uint32_t>& persons);

    std::vector<AuthorForm> forms(const AuthorPlace& at) const {
        return unpack_forms(authors_.printed(authors_.of(at.docid)[at.place]));
    }

    ColumnBuilder& columns_;
    GrowingColumn& authors_;
    const PersonRules& rules_;
    RuleTable rule_table_;
    const PersonGroupSink& told_;
    ClueReader clues_;
    FamilyNames families_;
    std::vector<std::uint32_t> family_of_; ///< By ordinal of a printed value; kNone where nobody has it any more.
};

void Grouping::read_families() {
    family_of_.assign(authors_.printed_count(), kNone);
    for (std::uint32_t docid = 1; docid < authors_.doc_limit(); ++docid) {
        for (const std::uint32_t author : authors_.of(docid)) {
            if (family_of_[author] != kNone) continue;
            const std::string_view packed = authors_.printed(author);
            family_of_[author] = families_.add(family_of(packed));
            if (!may_teach(packed)) continue;
            const std::vector<AuthorForm> forms = unpack_forms(packed);
            for (const AuthorForm& form : forms)
                if (teach_spelling(forms.front().key, form.key))
                    families_.join(family_of_[author], families_.add(family_key(form.key)));
        }
    }
    for (const PersonRule& rule : rules_)
        if (rule.force)
            families_.join(families_.add(family_key(rule.one.name)), families_.add(family_key(rule.other.name)));
}

std::vector<bool> Grouping::wanted_roots(const Families& changed) {
    std::vector<std::uint32_t> ids;
    for (const std::string& family : changed) ids.push_back(families_.add(family));
    std::vector<bool> wanted(families_.size());
    for (const std::uint32_t id : ids) wanted[families_.root(id)] = true;
    return wanted;
}

std::vector<Grouping::Located> Grouping::locate(const std::vector<bool>& wanted) {
    for (std::uint32_t& family : family_of_)
        if (family != kNone) family = families_.root(family);
    std::vector<Located> located;
    for (std::uint32_t docid = 1; docid < authors_.doc_limit(); ++docid) {
        const std::span<const std::uint32_t> list = authors_.of(docid);
        for (std::uint32_t place = 0; place < list.size(); ++place)
            if (wanted[family_of_[list[place]]]) located.push_back({family_of_[list[place]], {docid, place}});
    }
    std::ranges::sort(located, {}, &Located::first);
    return located;
}

void Grouping::run(PersonScope scope) {
    const Families changed = columns_.take_changed_families();
    if (scope == PersonScope::changed && changed.empty()) return;
    read_families();
    const std::vector<Located> located =
        locate(scope == PersonScope::all ? std::vector<bool>(families_.size(), true) : wanted_roots(changed));
    std::vector<AuthorPlace> places;
    for (std::size_t i = 0; i < located.size(); ++i) {
        places.push_back(located[i].second);
        if (i + 1 == located.size() || located[i + 1].first != located[i].first) group(std::exchange(places, {}));
    }
}

PersonBlock Grouping::make_block(const std::vector<AuthorPlace>& places) {
    struct Printed { // names are printed alike in many records
        std::uint32_t given = 0;
        bool both_scripts = false;
    };
    PersonBlock block;
    std::map<std::string, std::uint32_t> given;
    std::unordered_map<std::uint32_t, Printed> known; // by ordinal of the printed value
    std::vector<bool> bilingual;
    for (const AuthorPlace& at : places) {
        const auto [printed, is_new] = known.try_emplace(authors_.of(at.docid)[at.place]);
        if (is_new) {
            const std::vector<AuthorForm> list = forms(at);
            GivenParts parts(list);
            const auto [entry, is_new_given] =
                given.try_emplace(parts.text(), static_cast<std::uint32_t>(block.given.size()));
            if (is_new_given) block.given.push_back(std::move(parts));
            printed->second = {entry->second, has_both_scripts(list)};
        }
        Mention mention{columns_.record(at.docid),
                        printed->second.given,
                        clues_.orcid(at.docid, at.place),
                        clues_.of(at.docid, at.place),
                        {}};
        if (!rules_.empty()) rule_table_.apply(mention, forms(at));
        block.mentions.push_back(std::move(mention));
        bilingual.push_back(printed->second.both_scripts);
    }
    keep_bilingual_forms(block, bilingual);
    return block;
}

std::vector<PersonKey> Grouping::make_keys(const std::vector<AuthorPlace>& places,
                                           const std::vector<std::uint32_t>& persons) {
    std::map<std::uint32_t, PersonKey> keys; // by person
    for (std::size_t m = 0; m < places.size(); ++m) {
        const std::string_view name = fullest_form(forms(places[m])).key;
        const std::uint64_t record = columns_.record(places[m].docid);
        PersonKey& key = keys[persons[m]];
        const bool fuller = name.size() != key.name.size() ? name.size() > key.name.size() : name < key.name;
        if (fuller)
            key = {std::string(name), record};
        else if (name == key.name)
            key.record = std::min(*key.record, record);
    }
    std::map<std::string_view, std::size_t> namesakes;
    for (const auto& [person, key] : keys) ++namesakes[key.name];
    std::vector<PersonKey> list;
    for (std::size_t m = 0; m < places.size(); ++m) {
        list.push_back(keys[persons[m]]);
        if (namesakes[list.back().name] == 1) list.back().record.reset();
    }
    return list;
}

void Grouping::group(std::vector<AuthorPlace> places) {
    std::ranges::sort(places, {},
                      [this](const AuthorPlace& at) { return std::pair(columns_.record(at.docid), at.place); });
    std::vector<std::uint32_t> persons(places.size());
    PersonBlock block;
    std::vector<PersonMerge> merges;
    if (places.size() > 1) { // most family names of a large index stand in one record
        block = make_block(places);
        const auto note = [&](const PersonMerge& merge) { merges.push_back(merge); };
        persons = cluster_persons(block, told_ ? MergeSink(note) : MergeSink());
    }
    const std::vector<PersonKey> keys = make_keys(places, persons);
    if (told_) told_({places, block, persons, keys, merges});
    for (std::size_t m = 0; m < places.size(); ++m) authors_.put(places[m].docid, places[m].place, to_text(keys[m]));
}

} // namespace

void group_persons(ColumnBuilder& columns, const PersonRules& rules, PersonScope scope, const PersonGroupSink& told) {
    columns.settle();
    Grouping(columns, rules, told).run(scope);
    // Keys and forms that are nobody's now would still be somebody's other forms.
    columns[kAuthorColumn].drop_unused();
}

} // namespace annota
