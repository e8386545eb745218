// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/facet_values.h"

#include "common/name.h"

#include <algorithm>

namespace annota {

namespace {

void add(std::vector<FacetValue>& values, std::string key, const std::string& value) {
    if (key.empty()) return;
    const bool known = std::ranges::any_of(values, [&](const FacetValue& one) { return one.key == key; });
    if (!known) values.push_back({std::move(key), value});
}

template <class T> std::vector<std::string> languages_of(const ByLanguage<T>& texts) {
    std::vector<std::string> languages;
    for (const auto& [language, text] : texts)
        if (!text.empty() && language != "und") languages.push_back(language);
    return languages;
}

} // namespace

/// Length tells "danilin,ivan" and "danilin,i,v" from "danilin,i"; the first form wins among equals.
std::string fullest_name_key(const Author& author) {
    std::string fullest = name_key(parse_name(author.name));
    for (const std::string& form : author.names)
        if (std::string key = name_key(parse_name(form)); key.size() > fullest.size()) fullest = std::move(key);
    return fullest;
}

std::optional<std::size_t> facet_ordinal(FieldId id) {
    const auto found = std::ranges::find(kFacetFields, id);
    if (found == kFacetFields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kFacetFields.begin());
}

const std::string& journal_name(const Record& record) {
    static const std::string kNone;
    if (record.journal.empty()) return kNone;
    for (const std::string& language : work_languages(record))
        if (const auto found = record.journal.find(language); found != record.journal.end()) return found->second;
    return record.journal.begin()->second;
}

std::vector<std::string> work_languages(const Record& record) {
    if (!record.language.empty()) return record.language;
    std::vector<std::string> languages = languages_of(record.title);
    return languages.empty() ? languages_of(record.abstract) : languages;
}

FacetValues facet_values(const Record& record, const Analyzer& analyzer) {
    FacetValues values;
    for (std::size_t i = 0; i < kFacetCount; ++i) {
        std::vector<FacetValue>& list = values[i];
        switch (kFacetFields[i]) {
        case FieldId::author:
            for (const Author& author : record.authors) add(list, fullest_name_key(author), author.name);
            break;
        case FieldId::journal: add(list, analyzer.fold(journal_name(record)), journal_name(record)); break;
        case FieldId::year:
            if (record.year > 0) add(list, std::to_string(record.year), std::to_string(record.year));
            break;
        case FieldId::language:
            for (const std::string& language : work_languages(record)) add(list, language, language);
            break;
        case FieldId::type: add(list, record.type, record.type); break;
        case FieldId::indexed_in:
            for (const std::string& name : record.indexed_in) add(list, analyzer.fold(name), name);
            break;
        default: break;
        }
    }
    return values;
}

} // namespace annota
