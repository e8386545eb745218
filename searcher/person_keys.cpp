// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/person_keys.h"

#include "common/author_forms.h"
#include "common/facet_counts.h"
#include "common/name.h"
#include "common/person_rules.h"
#include "common/schema.h"
#include "searcher/expansion.h"

#include <xapian.h>

#include <algorithm>
#include <span>
#include <vector>

namespace annota {

namespace {

template <class Use> void for_each_author(const Column& authors, std::uint32_t docid, Use use) {
    const std::span<const std::uint32_t> persons = authors.persons()->of(docid);
    const std::span<const std::uint32_t> values = authors.of(docid);
    for (std::size_t i = 0; i < persons.size(); ++i)
        use(unpack_forms(authors.key(authors.key_of(values[i])), authors.printed(values[i])),
            authors.persons()->text(persons[i]));
}

} // namespace

std::map<std::string, std::string> person_keys_of(const Column& authors, std::uint32_t docid) {
    std::map<std::string, std::string> keys;
    for_each_author(authors, docid, [&](const std::vector<AuthorForm>& forms, std::string key) {
        keys.emplace(fullest_form(forms).key, std::move(key));
    });
    return keys;
}

std::set<std::string> present_person_keys(IndexReader& reader, std::string_view key) {
    const Column& authors = reader.column(kAuthorColumn);
    // Names are keys of the column, too, where nobody is called so.
    if (key == kNoValue || documents_with(authors, {std::string(key)}, authors.doc_limit()).size() > 0)
        return {std::string(key)};
    const PersonKey wanted = read_person_key(key);
    const Xapian::Database& database = reader.database();
    const std::string term = make_term(kAuthorKeyPrefix, wanted.name);
    std::set<std::string> present;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
        for_each_author(authors, *at, [&](const std::vector<AuthorForm>& forms, std::string person) {
            if (is_meant(wanted, reader.facts().record(*at), forms)) present.insert(std::move(person));
        });
    return present;
}

std::set<std::string> bearers_of(IndexReader& reader, std::string_view form) {
    if (parse_name(form).given.empty()) return {};
    const Column& authors = reader.column(kAuthorColumn);
    const Xapian::Database& database = reader.database();
    const Expansion names = compatible_name_terms(database, kAuthorKeyPrefix, form);
    std::set<std::string> keys;
    for (const std::string& term : names.terms)
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
            for_each_author(authors, *at, [&](const std::vector<AuthorForm>& forms, std::string person) {
                const bool agrees = std::ranges::any_of(
                    forms, [&](const AuthorForm& one) { return make_term(kAuthorKeyPrefix, one.key) == term; });
                if (agrees) keys.insert(std::move(person));
            });
    return keys;
}

} // namespace annota
