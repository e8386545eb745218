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
#include <set>

namespace annota {

namespace {

template <class Use> void for_each_author(const Columns& columns, std::uint32_t docid, Use use) {
    const Column& column = columns[kAuthorColumn];
    if (docid >= columns.doc_limit()) return;
    for (const std::uint32_t value : column.of(docid))
        use(unpack_forms(column.printed[value]), std::string(column.keys[column.key_of[value]]));
}

} // namespace

std::map<std::string, std::string> person_keys_of(const Columns& columns, std::uint32_t docid) {
    std::map<std::string, std::string> keys;
    for_each_author(columns, docid, [&](const std::vector<AuthorForm>& forms, std::string key) {
        keys.emplace(fullest_form(forms).key, std::move(key));
    });
    return keys;
}

std::vector<std::string> present_person_keys(IndexReader& reader, std::string_view key) {
    const Columns& columns = reader.columns();
    // Columns remember keys that nobody has any more.
    if (documents_with(columns[kAuthorColumn], {std::string(key)}, columns.doc_limit()).size() > 0)
        return {std::string(key)};
    const PersonKey wanted = read_person_key(key);
    const Xapian::Database& database = reader.database();
    const std::string term = make_term(kAuthorKeyPrefix, wanted.name);
    std::set<std::string> present;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
        for_each_author(columns, *at, [&](const std::vector<AuthorForm>& forms, std::string person) {
            if (is_meant(wanted, columns.record(*at), forms)) present.insert(std::move(person));
        });
    return {present.begin(), present.end()};
}

std::vector<std::string> bearers_of(IndexReader& reader, std::string_view form) {
    if (parse_name(form).given.empty()) return {};
    const Xapian::Database& database = reader.database();
    const Expansion names = compatible_name_terms(database, kAuthorKeyPrefix, form);
    std::set<std::string> keys;
    for (const std::string& term : names.terms)
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
            for_each_author(reader.columns(), *at, [&](const std::vector<AuthorForm>& forms, std::string person) {
                const bool agrees = std::ranges::any_of(
                    forms, [&](const AuthorForm& one) { return make_term(kAuthorKeyPrefix, one.key) == term; });
                if (agrees) keys.insert(std::move(person));
            });
    return {keys.begin(), keys.end()};
}

} // namespace annota
