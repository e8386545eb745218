// SPDX-License-Identifier: GPL-2.0-or-later
//
// Under which names the reference counts authors and journals, among all records.

#include "common/author_forms.h"
#include "common/journal_names.h"
#include "common/name.h"
#include "tests/common/person_reference.h"
#include "tests/searcher/search_reference.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace annota {

/// Puts journals under the fullest of their names.
void SearchReference::join_journals() {
    struct Name {
        std::map<std::string, int> printed;
        std::map<std::string, int> issns;
    };
    std::map<std::string, Name> names;
    for (auto& [id, one] : records_) {
        one.facets[kJournalColumn] = one.journal_values;
        for (const FacetValue& value : one.journal_values) {
            ++names[value.key].printed[value.value];
            for (const std::string& issn : one.issns) ++names[value.key].issns[issn];
        }
    }
    std::vector<std::string> keys;
    std::vector<std::string> printed;
    std::vector<JournalName> stated;
    for (const auto& [key, name] : names) {
        const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
        keys.push_back(key);
        printed.push_back(std::ranges::max_element(name.printed, fewer)->first);
        std::vector<std::uint64_t> issns;
        for (const auto& [issn, count] : name.issns)
            if (4 * count >= std::ranges::max_element(name.issns, fewer)->second)
                issns.push_back(std::hash<std::string>()(issn));
        stated.push_back({{}, std::move(issns)});
    }
    for (std::size_t i = 0; i < stated.size(); ++i) stated[i].printed = printed[i];
    const std::vector<std::uint32_t> groups = group_journals(stated);
    for (auto& [id, one] : records_)
        for (FacetValue& value : one.facets[kJournalColumn])
            value.key = keys[groups[static_cast<std::size_t>(std::ranges::find(keys, value.key) - keys.begin())]];
}

/// Puts authors under the keys of the persons that they are among all records.
void SearchReference::tell_persons() {
    if (std::exchange(persons_are_known_, true)) return;
    join_journals();
    bearers_.clear();
    std::vector<FacetValues> records;
    for (auto& [id, one] : records_) {
        one.facets[kAuthorColumn] = one.authors;
        records.push_back(one.facets);
    }
    const test::PersonKeys keys = test::reference_persons(records);
    for (auto& [id, one] : records_) {
        std::vector<FacetValue>& authors = one.facets[kAuthorColumn];
        for (std::size_t i = 0; i < authors.size(); ++i) authors[i].key = keys.at({one.facets.record, i});
    }
}

/// Whether an author of the record is somebody whom another record, perhaps, prints in a way that agrees with `wanted`.
bool SearchReference::is_bearer(const std::string& wanted, const Analysed& in) {
    const std::string& name = name_of(wanted);
    if (name.find(',') == std::string::npos) return false;
    const auto [entry, is_new] = bearers_.try_emplace(wanted);
    if (is_new)
        for (const auto& [id, record] : records_)
            for (std::size_t i = 0; i < record.authors.size(); ++i)
                for (const AuthorForm& form : unpack_forms(record.authors[i].key, record.authors[i].value))
                    if (compatible_names(name, form.key)) entry->second.insert(record.facets[kAuthorColumn][i].key);
    return std::ranges::any_of(in.facets[kAuthorColumn], [&bearers = entry->second](const FacetValue& author) {
        return bearers.contains(author.key);
    });
}

/// A key, that of the journal that has it as a name, or those of the persons who are printed so where nobody has it any
/// more.
std::set<std::string> SearchReference::present_keys(FieldId facet, const std::string& key) const {
    if (facet == FieldId::journal)
        for (const auto& [id, record] : records_)
            for (std::size_t i = 0; i < record.journal_values.size(); ++i)
                if (record.journal_values[i].key == key) return {record.facets[kJournalColumn][i].key};
    const bool is_used =
        std::ranges::any_of(records_, [&](const auto& one) { return has_key(facet, key, one.second); });
    if (facet != FieldId::author || is_used || key.empty()) return {key};
    std::set<std::string> keys;
    for (const auto& [id, record] : records_)
        for (std::size_t i = 0; i < record.authors.size(); ++i)
            for (const AuthorForm& form : unpack_forms(record.authors[i].key, record.authors[i].value))
                if (form.key == key) keys.insert(record.facets[kAuthorColumn][i].key);
    return keys;
}

} // namespace annota
