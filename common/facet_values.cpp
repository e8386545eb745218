// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/facet_values.h"

#include "common/name.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace annota {

namespace {

/// The values of one facet, without a key twice.
class ValueList {
public:
    explicit ValueList(std::vector<FacetValue>& values) : values_(values) {}

    void add(FacetValue value) {
        if (!value.key.empty() && keys_.insert(value.key).second) values_.push_back(std::move(value));
    }

private:
    std::vector<FacetValue>& values_;
    std::unordered_set<std::string> keys_; // Records may have 10,000 authors.
};

template <class T> std::vector<std::string> languages_of(const ByLanguage<T>& texts) {
    std::vector<std::string> languages;
    for (const auto& [language, text] : texts)
        if (!text.empty() && language != "und") languages.push_back(language);
    return languages;
}

/// Length tells "danilin,ivan" and "danilin,i,v" from "danilin,i"; the first form wins among equals.
template <class KeyOf> FacetValue fullest_form(const Author& author, KeyOf key_of) {
    FacetValue fullest{key_of(author.name), author.name};
    for (const std::string& form : author.names)
        if (std::string key = key_of(form); key.size() > fullest.key.size()) fullest = {std::move(key), form};
    return fullest;
}

} // namespace

FacetValue author_value(const Author& author) {
    return fullest_form(author, [](const std::string& form) { return name_key(parse_name(form)); });
}

std::optional<std::size_t> facet_ordinal(FieldId id) {
    const auto found = std::ranges::find(kFacetFields, id);
    if (found == kFacetFields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kFacetFields.begin());
}

std::string_view text_of_work(const Record& record, const ByLanguage<std::string>& texts) {
    for (const std::string& language : work_languages(record))
        if (const auto found = texts.find(language); found != texts.end() && !found->second.empty())
            return found->second;
    for (const auto& [language, text] : texts)
        if (!text.empty()) return text;
    return {};
}

std::vector<std::string> work_languages(const Record& record) {
    if (!record.language.empty()) return record.language;
    std::vector<std::string> languages = languages_of(record.title);
    return languages.empty() ? languages_of(record.abstract) : languages;
}

FacetValues facet_values(const StoredDocument& document, const Record& merged, const Analyzer& analyzer,
                         NameKeyCache& names) {
    const auto key_of = [&](const std::string& form) { return names.of(form).key; };
    FacetValues values;
    for (std::size_t i = 0; i < kFacetCount; ++i) {
        ValueList list(values[i]);
        const auto add_folded = [&](std::string_view text) { list.add({analyzer.fold(text), std::string(text)}); };
        switch (kFacetFields[i]) {
        case FieldId::keyword:
            for (const auto& [language, keywords] : merged.keywords)
                for (const std::string& keyword : keywords) add_folded(keyword);
            break;
        case FieldId::author:
            for (const Author& author : merged.authors) list.add(fullest_form(author, key_of));
            break;
        case FieldId::journal: add_folded(text_of_work(merged, merged.journal)); break;
        case FieldId::year:
            if (merged.year > 0) list.add({std::to_string(merged.year), std::to_string(merged.year)});
            break;
        case FieldId::language:
            for (const std::string& language : work_languages(merged)) list.add({language, language});
            break;
        case FieldId::type: list.add({merged.type, merged.type}); break;
        case FieldId::indexed_in:
            for (const std::string& name : merged.indexed_in) add_folded(name);
            break;
        case FieldId::publisher: add_folded(merged.publisher); break;
        case FieldId::source:
            for (const Contribution& one : document.contributions) list.add({one.record.source, one.record.source});
            break;
        default: break;
        }
    }
    return values;
}

} // namespace annota
