// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/common/person_reference.h"

#include "common/author_forms.h"
#include "common/given_names.h"
#include "common/given_parts.h"
#include "common/name.h"
#include "common/organisation.h"
#include "common/person_clues.h"
#include "common/person_clusters.h"
#include "common/utf8.h"

#include <algorithm>
#include <set>

namespace annota::test {

namespace {

struct Writer {
    std::uint64_t record;
    std::size_t place;
    std::vector<AuthorForm> forms;
    GivenParts given;
    std::string family; ///< The least of the keys that are one name.
    std::string orcid;
    std::set<Clue> clues;
    std::set<std::uint32_t> forbidden;
    std::size_t person = 0;
};

std::string letters_of(std::string_view part) {
    return std::string(first_letters(part));
}

std::set<std::string> as_coauthor(const std::vector<AuthorForm>& forms) {
    std::set<std::string> texts;
    for (const AuthorForm& form : forms) {
        const std::vector<std::string_view> parts = key_parts(form.key);
        if (parts.empty()) continue;
        const std::string letters = parts.size() > 1 ? letters_of(parts[1]) : std::string();
        if (letters.empty() || !is_ascii(letters))
            texts.insert(std::string(parts[0]) + "," + letters);
        else
            for (const char letter : letters) texts.insert(std::string(parts[0]) + "," + letter);
    }
    return texts;
}

void add_clues(Writer& writer, const FacetValues& record) {
    const auto add = [&](Evidence kind, std::string_view text) { writer.clues.insert({kind, clue_hash(text)}); };
    for (const AuthorForm& form : writer.forms) {
        const std::vector<std::string_view> parts = key_parts(form.key);
        const bool written_out = parts.size() > 1 && count_code_points(parts[1]) > 1;
        if (parts.size() > 2 && written_out && is_patronymic(parts[2])) add(Evidence::full_name, form.key);
        if (parts.size() == 1 && is_organisation(form.printed)) add(Evidence::full_name, form.key);
        if (parts.size() > 2 || written_out) add(Evidence::printed_forms, form.key);
    }
    const std::vector<FacetValue>& authors = record[kAuthorColumn];
    for (std::size_t i = 0; i < authors.size() && i < ClueReader::kCoauthors; ++i)
        if (i != writer.place)
            for (const std::string& text : as_coauthor(unpack_forms(authors[i].key, authors[i].value)))
                add(Evidence::coauthor, text);
    const std::vector<FacetValue>& affinities = record[kAffinityColumn];
    const Affinity affinity = affinities.empty() ? Affinity{} : read_affinity(affinities[writer.place].value);
    writer.orcid = affinity.orcid;
    if (!writer.orcid.empty()) add(Evidence::orcid, writer.orcid);
    if (!affinity.affiliation.empty()) add(Evidence::affiliation, affinity.affiliation);
    for (const FacetValue& serial : record[kSerialColumn]) add(Evidence::journal, serial.value);
}

void add_rules(Writer& writer, const PersonRules& rules) {
    for (std::uint32_t rule = 0; rule < rules.size(); ++rule) {
        const bool one = is_meant(rules[rule].one, writer.record, writer.forms);
        const bool other = is_meant(rules[rule].other, writer.record, writer.forms);
        if (rules[rule].force && (one || other)) writer.clues.insert({Evidence::rule, rule});
        if (!rules[rule].force && one != other) writer.forbidden.insert(2 * rule + (other ? 1 : 0));
    }
}

std::vector<Writer> read_writers(const std::vector<FacetValues>& records, const PersonRules& rules) {
    std::vector<Writer> writers;
    for (const FacetValues& record : records)
        for (std::size_t place = 0; place < record[kAuthorColumn].size(); ++place) {
            const FacetValue& author = record[kAuthorColumn][place];
            const std::vector<AuthorForm> forms = unpack_forms(author.key, author.value);
            Writer writer{
                record.record, place, forms, GivenParts(forms), std::string(family_key(author.key)), {}, {}, {}, 0};
            add_clues(writer, record);
            add_rules(writer, rules);
            writers.push_back(std::move(writer));
        }
    std::ranges::sort(writers, {}, [](const Writer& writer) { return std::pair(writer.record, writer.place); });
    for (std::size_t i = 0; i < writers.size(); ++i) writers[i].person = i;
    return writers;
}

/// Repeats until no two names that are one have different keys.
void unite_families(std::vector<Writer>& writers, const PersonRules& rules) {
    std::set<std::pair<std::string, std::string>> same;
    for (const Writer& writer : writers)
        for (const AuthorForm& form : writer.forms)
            if (const std::string_view key = fullest_form(writer.forms).key; teach_spelling(key, form.key))
                same.emplace(family_key(key), family_key(form.key));
    for (const PersonRule& rule : rules)
        if (rule.force) same.emplace(family_key(rule.one.name), family_key(rule.other.name));
    std::map<std::string, std::string> least;
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [a, b] : same) {
            std::string& of_a = least.try_emplace(a, a).first->second;
            std::string& of_b = least.try_emplace(b, b).first->second;
            changed = changed || of_a != of_b;
            of_a = of_b = std::min(of_a, of_b);
        }
    }
    for (Writer& writer : writers)
        if (const auto found = least.find(writer.family); found != least.end()) writer.family = found->second;
}

bool contradict(const Writer& a, const Writer& b, Evidence kind) {
    if (a.record == b.record) return true;
    if (std::ranges::any_of(a.forbidden, [&](std::uint32_t side) { return b.forbidden.contains(side ^ 1); }))
        return true;
    if (kind == Evidence::rule) return false;
    return (!a.orcid.empty() && !b.orcid.empty() && a.orcid != b.orcid) || !a.given.agree(b.given);
}

using Persons = std::map<std::size_t, std::vector<Writer*>>;

void try_join(Persons& persons, const Writer& a, const Writer& b, Evidence kind) {
    if (a.person == b.person) return;
    for (const Writer* x : persons[a.person])
        for (const Writer* y : persons[b.person])
            if (contradict(*x, *y, kind)) return;
    const std::size_t kept = a.person;
    for (Writer* writer : std::vector<Writer*>(std::move(persons[b.person]))) {
        writer->person = kept;
        persons[kept].push_back(writer);
    }
}

/// Whether all among `sharing` who agree with a writer agree with each other.
bool is_clear(const Writer& writer, const std::vector<Writer*>& sharing) {
    for (const Writer* one : sharing)
        for (const Writer* other : sharing)
            if (writer.given.agree(one->given) && writer.given.agree(other->given) && !one->given.agree(other->given))
                return false;
    return true;
}

/// Whether these are two records with co-authors, and no third one could be of the same person.
bool are_strangers(const Writer& writer, const std::vector<Writer*>& sharing) {
    std::vector<const Writer*> agreeing;
    for (const Writer* one : sharing)
        if (writer.given.agree(one->given)) agreeing.push_back(one);
    return agreeing.size() == 2 && std::ranges::all_of(agreeing, [](const Writer* one) {
               return std::ranges::any_of(one->clues, [](const Clue& clue) { return clue.kind == Evidence::coauthor; });
           });
}

void believe(Persons& persons, const Clue& clue, std::vector<Writer*> sharing) {
    const bool bilingual = std::ranges::any_of(sharing, [](const Writer* one) { return has_both_scripts(one->forms); });
    if (clue.kind == Evidence::printed_forms && !bilingual) return;
    std::vector<std::string> given; // as they come first
    for (const Writer* one : sharing)
        if (std::ranges::find(given, one->given.text()) == given.end()) given.push_back(one->given.text());
    if (clue.kind > Evidence::orcid) {
        if (given.size() > kMostNamesakes) return;
        const std::vector<Writer*> all = sharing;
        std::erase_if(sharing, [&](const Writer* one) {
            return !is_clear(*one, all) || (clue.kind == Evidence::journal && are_strangers(*one, all));
        });
    }
    const auto try_pairs = [&](const auto& is_wanted) {
        for (std::size_t i = 0; i < sharing.size(); ++i)
            for (std::size_t j = i + 1; j < sharing.size(); ++j)
                if (is_wanted(sharing[i]->given.text(), sharing[j]->given.text()))
                    try_join(persons, *sharing[i], *sharing[j], clue.kind);
    };
    for (const std::string& same : given)
        try_pairs([&](const std::string& a, const std::string& b) { return a == same && b == same; });
    try_pairs([](const std::string& a, const std::string& b) { return a != b; });
}

std::string key_of(const std::vector<Writer>& all, const Writer& writer) {
    const auto fullest = [&](std::size_t person) {
        std::string best;
        for (const Writer& one : all) {
            const std::string_view key = fullest_form(one.forms).key;
            const bool better = key.size() != best.size() ? key.size() > best.size() : key < best;
            if (one.person == person && one.family == writer.family && better) best = key;
        }
        return best;
    };
    PersonKey key{fullest(writer.person), std::nullopt};
    std::set<std::size_t> namesakes;
    for (const Writer& one : all)
        if (one.family == writer.family && fullest(one.person) == key.name) namesakes.insert(one.person);
    if (namesakes.size() > 1)
        for (const Writer& one : all)
            if (one.person == writer.person && one.family == writer.family && fullest_form(one.forms).key == key.name)
                key.record = std::min(key.record.value_or(one.record), one.record);
    return to_text(key);
}

} // namespace

PersonKeys reference_persons(const std::vector<FacetValues>& records, const PersonRules& rules) {
    std::vector<Writer> writers = read_writers(records, rules);
    unite_families(writers, rules);
    std::map<std::pair<std::string, Clue>, std::vector<Writer*>> sharing;
    for (Writer& writer : writers)
        for (const Clue& clue : writer.clues) sharing[{writer.family, clue}].push_back(&writer);
    Persons persons;
    for (Writer& writer : writers) persons[writer.person].push_back(&writer);
    for (const auto& [clue, list] : sharing)
        if (list.size() > 1) believe(persons, clue.second, list);
    PersonKeys keys;
    for (const Writer& writer : writers) keys[{writer.record, writer.place}] = key_of(writers, writer);
    return keys;
}

} // namespace annota::test
