// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/language_versions.h"

#include "common/facet_values.h"
#include "common/persons.h"

#include <set>
#include <string>

namespace annota {

namespace {

using Keys = std::set<std::string, std::less<>>;

Keys keys_of(const Column& column, std::uint32_t docid) {
    Keys keys;
    for (const std::uint32_t value : column.of(docid)) keys.emplace(column.key(column.key_of(value)));
    return keys;
}

/// Without scripts and given names, which a version in another language shortens.
Keys families_of(const Column& authors, std::uint32_t docid) {
    Keys families;
    for (const std::string& key : keys_of(authors, docid)) families.insert(key.substr(0, key.find(',')));
    return families;
}

/// The values by which versions are known.
struct Traits {
    const Column& authors;
    const Column& years;
    const Column& languages;

    explicit Traits(IndexReader& reader)
        : authors(reader.column(kAuthorColumn)), years(reader.column(*facet_ordinal(FieldId::year))),
          languages(reader.column(*facet_ordinal(FieldId::language))) {}
};

bool are_disjoint(const Keys& some, const Keys& others) {
    for (const std::string& key : some)
        if (others.contains(key)) return false;
    return true;
}

} // namespace

void remove_language_versions(const ShardDocument& work, std::uint32_t shard, DocSet& documents,
                              Collection& collection) {
    const Traits own(collection[work.shard]);
    const Traits others(collection[shard]);
    const Keys families = families_of(own.authors, work.docid);
    const Keys years = keys_of(own.years, work.docid);
    const Keys languages = keys_of(own.languages, work.docid);
    if (families.empty() || years.empty() || languages.empty()) return;
    documents.for_each([&](std::uint32_t docid) {
        if (others.authors.of(docid).size() != own.authors.of(work.docid).size()) return;
        const Keys other_languages = keys_of(others.languages, docid);
        if (!other_languages.empty() && are_disjoint(languages, other_languages) &&
            keys_of(others.years, docid) == years && families_of(others.authors, docid) == families)
            documents.erase(docid);
    });
}

} // namespace annota
