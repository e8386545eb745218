// SPDX-License-Identifier: GPL-2.0-or-later
//
// Authors are compared within one family name, that of the fullest form. Family names that records print for one author
// ("Achakovskii" beside "Ачаковский") are one, and so are those that a rule forces together. All evidence about an
// author is in the record, so that a change of records concerns the persons of the family names that stood or stand in
// them, and no others.

#include "common/person_columns.h"

#include "common/person_clues.h"

#include <algorithm>
#include <map>
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
        if (const std::uint32_t known = find(key); known != kNone) return known;
        const auto id = static_cast<std::uint32_t>(parents_.size());
        ids_.emplace(key, id);
        parents_.push_back(id);
        return id;
    }

    /// kNone where it was not added.
    std::uint32_t find(std::string_view key) const {
        const auto found = ids_.find(key);
        return found == ids_.end() ? kNone : found->second;
    }

    std::uint32_t root(std::uint32_t id) {
        while (parents_[id] != id) id = parents_[id] = parents_[parents_[id]];
        return id;
    }

    void join(std::uint32_t a, std::uint32_t b) { parents_[root(a)] = root(b); }
    std::size_t size() const { return parents_.size(); }

private:
    std::unordered_map<std::string_view, std::uint32_t> ids_; ///< Keys live in columns and rules.
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
            const auto [begin, end] = sides_.equal_range(form.key);
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
    std::multimap<std::string, std::uint32_t, std::less<>> sides_;
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
    Grouping(const Columns& columns, const PersonTask& task, const PersonGroupSink& told)
        : authors_(columns[kAuthorColumn]), facts_(*columns.facts()), task_(task), rule_table_(task.rules), told_(told),
          clues_(columns) {}

    void run();

private:
    using Located = std::pair<std::uint32_t, AuthorPlace>; // under a root of family names

    void find_used();
    void join_families();
    void find_roots();
    std::vector<Located> locate() const;
    void group(std::vector<AuthorPlace>& places);
    PersonBlock make_block(const std::vector<AuthorPlace>& places);
    std::vector<FullestName> make_names(const std::vector<AuthorPlace>& places,
                                        const std::vector<std::uint32_t>& persons) const;

    std::uint32_t value(const AuthorPlace& at) const { return authors_.of(at.docid)[at.place]; }
    std::vector<AuthorForm> forms(std::uint32_t value) const {
        return unpack_forms(authors_.key(authors_.key_of(value)), authors_.printed(value));
    }

    const Column& authors_;
    const DocumentFacts& facts_;
    const PersonTask& task_;
    RuleTable rule_table_;
    const PersonGroupSink& told_;
    ClueReader clues_;
    FamilyNames families_;
    std::vector<bool> used_;             ///< By ordinal of a printed value: somebody has it.
    std::vector<std::uint32_t> root_of_; ///< By ordinal of a key; kNone where nobody of that family name is wanted.
};

void Grouping::find_used() {
    used_.resize(authors_.printed_count());
    if (authors_.changes().docids.empty()) { // a whole file has no unused values
        used_.flip();
        return;
    }
    for (std::uint32_t docid = 1; docid < authors_.doc_limit(); ++docid)
        for (const std::uint32_t author : authors_.of(docid)) used_[author] = true;
}

/// Those that are one name; most are one alone.
void Grouping::join_families() {
    for (std::uint32_t value = 0; value < authors_.printed_count(); ++value) {
        if (!used_[value] || !may_teach(authors_.printed(value))) continue;
        const std::string_view key = authors_.key(authors_.key_of(value));
        for (const AuthorForm& form : forms(value))
            if (teach_spelling(key, form.key))
                families_.join(families_.add(family_key(key)), families_.add(family_key(form.key)));
    }
    for (const PersonRule& rule : task_.rules)
        if (rule.force)
            families_.join(families_.add(family_key(rule.one.name)), families_.add(family_key(rule.other.name)));
}

void Grouping::find_roots() {
    std::vector<std::uint32_t> wanted;
    if (task_.families != nullptr)
        for (const std::string& family : *task_.families) wanted.push_back(families_.add(family));
    std::vector<bool> is_wanted(families_.size());
    for (const std::uint32_t id : wanted) is_wanted[families_.root(id)] = true;
    root_of_.assign(authors_.key_count(), kNone);
    std::string_view last;
    std::uint32_t id = kNone;
    for (std::uint32_t key = 0; key < authors_.key_count(); ++key) {
        const std::string_view family = family_key(authors_.key(key));
        if (key == 0 || family != last) id = task_.families == nullptr ? families_.add(family) : families_.find(family);
        last = family;
        if (id == kNone) continue;
        const std::uint32_t root = families_.root(id);
        if (task_.families == nullptr || is_wanted[root]) root_of_[key] = root;
    }
}

std::vector<Grouping::Located> Grouping::locate() const {
    std::vector<Located> located;
    for (std::uint32_t docid = 1; docid < authors_.doc_limit(); ++docid) {
        const std::span<const std::uint32_t> list = authors_.of(docid);
        for (std::uint32_t place = 0; place < list.size(); ++place)
            if (const std::uint32_t root = root_of_[authors_.key_of(list[place])]; root != kNone)
                located.push_back({root, {docid, place}});
    }
    std::ranges::sort(located, {}, &Located::first);
    return located;
}

void Grouping::run() {
    find_used();
    join_families();
    find_roots();
    const std::vector<Located> located = locate();
    std::vector<AuthorPlace> places;
    for (std::size_t i = 0; i < located.size(); ++i) {
        places.push_back(located[i].second);
        if (i + 1 < located.size() && located[i + 1].first == located[i].first) continue;
        group(places);
        places.clear();
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
        const auto [printed, is_new] = known.try_emplace(value(at));
        if (is_new) {
            const std::vector<AuthorForm> list = forms(value(at));
            GivenParts parts(list);
            const auto [entry, is_new_given] =
                given.try_emplace(parts.text(), static_cast<std::uint32_t>(block.given.size()));
            if (is_new_given) block.given.push_back(std::move(parts));
            printed->second = {entry->second, has_both_scripts(list)};
        }
        Mention mention{facts_.record(at.docid),
                        printed->second.given,
                        clues_.orcid(at.docid, at.place),
                        clues_.of(at.docid, at.place),
                        {}};
        if (!task_.rules.empty()) rule_table_.apply(mention, forms(value(at)));
        block.mentions.push_back(std::move(mention));
        bilingual.push_back(printed->second.both_scripts);
    }
    keep_bilingual_forms(block, bilingual);
    return block;
}

std::vector<FullestName> Grouping::make_names(const std::vector<AuthorPlace>& places,
                                              const std::vector<std::uint32_t>& persons) const {
    const auto is_fuller = [this](std::uint32_t key, std::uint32_t than) {
        const std::string_view text = authors_.key(key);
        const std::string_view other = authors_.key(than);
        return text.size() != other.size() ? text.size() > other.size() : text < other;
    };
    std::unordered_map<std::uint32_t, FullestName> names; // by person
    for (std::size_t m = 0; m < places.size(); ++m) {
        const std::uint32_t key = authors_.key_of(value(places[m]));
        const std::uint64_t record = facts_.record(places[m].docid);
        const auto [entry, is_new] = names.try_emplace(persons[m], FullestName{key, record});
        FullestName& name = entry->second;
        if (!is_new && is_fuller(key, name.key))
            name = {key, record};
        else if (key == name.key)
            name.record = std::min(name.record, record);
    }
    std::unordered_map<std::uint32_t, std::size_t> namesakes;
    for (const auto& [person, name] : names) ++namesakes[name.key];
    std::vector<FullestName> list;
    for (std::size_t m = 0; m < places.size(); ++m) {
        list.push_back(names[persons[m]]);
        if (namesakes[list.back().key] == 1) list.back().record = 0;
    }
    return list;
}

void Grouping::group(std::vector<AuthorPlace>& places) {
    PersonBlock block;
    std::vector<PersonMerge> merges;
    if (places.size() == 1) { // most family names of a large index stand in one record
        told_({places, block, {0}, {{authors_.key_of(value(places.front())), 0}}, merges});
        return;
    }
    std::ranges::sort(places, {},
                      [this](const AuthorPlace& at) { return std::pair(facts_.record(at.docid), at.place); });
    block = make_block(places);
    const auto note = [&](const PersonMerge& merge) { merges.push_back(merge); };
    const std::vector<std::uint32_t> persons =
        cluster_persons(block, task_.wants_merges ? MergeSink(note) : MergeSink());
    told_({places, block, persons, make_names(places, persons), merges});
}

} // namespace

void group_persons(const Columns& columns, const PersonTask& task, const PersonGroupSink& told) {
    Grouping(columns, task, told).run();
}

PersonKey person_key(const Columns& columns, const FullestName& name) {
    PersonKey key{std::string(columns[kAuthorColumn].key(name.key)), std::nullopt};
    if (name.record != 0) key.record = name.record;
    return key;
}

} // namespace annota
