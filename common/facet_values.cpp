// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/facet_values.h"

#include "common/author_forms.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <unordered_set>
#include <utility>

namespace annota {

namespace {

/// The values of one facet, without a key twice.
class ValueList {
public:
    explicit ValueList(std::vector<FacetValue>& values) : values_(values) {}

    bool add(FacetValue value) {
        const bool is_new = !value.key.empty() && keys_.insert(value.key).second;
        if (is_new) values_.push_back(std::move(value));
        return is_new;
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

std::string affinity(const Author& author, const Analyzer& analyzer) {
    if (author.affiliation.empty() && author.orcid.empty()) return {};
    if (author.affiliation.empty()) return " " + author.orcid;
    const std::string folded = analyzer.fold(author.affiliation);
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx",
                  static_cast<unsigned long long>(XXH3_64bits(folded.data(), folded.size())));
    return std::string(digits.data()) + " " + author.orcid;
}

void add_authors(FacetValues& values, const Record& record, const Analyzer& analyzer, NameKeyCache& names) {
    ValueList list(values[kAuthorColumn]);
    std::vector<FacetValue>& affinities = values[kAffinityColumn];
    for (const Author& author : record.authors)
        if (list.add(pack_forms(author, names))) affinities.push_back({"", affinity(author, analyzer)});
    if (std::ranges::all_of(affinities, [](const FacetValue& one) { return one.value.empty(); })) affinities.clear();
}

void add_serials(std::vector<FacetValue>& values, const Record& record, const Analyzer& analyzer) {
    ValueList list(values);
    for (const std::string& issn : record.issn) list.add({issn, issn});
    for (const auto& [language, name] : record.journal) {
        const std::string folded = analyzer.fold(name);
        list.add({folded, folded});
    }
}

} // namespace

std::uint64_t record_mark(std::string_view record_id) {
    return std::max<std::uint64_t>(1, XXH3_64bits(record_id.data(), record_id.size()));
}

Affinity read_affinity(std::string_view value) {
    const std::size_t blank = std::min(value.find(' '), value.size());
    return {value.substr(std::min(blank + 1, value.size())), value.substr(0, blank)};
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
    FacetValues values;
    values.id = document.id;
    values.record = record_mark(document.id);
    add_authors(values, merged, analyzer, names);
    add_serials(values[kSerialColumn], merged, analyzer);
    for (std::size_t i = 0; i < kFacetCount; ++i) {
        ValueList list(values[i]);
        const auto add_folded = [&](std::string_view text) { list.add({analyzer.fold(text), std::string(text)}); };
        switch (kFacetFields[i]) {
        case FieldId::keyword:
            for (const auto& [language, keywords] : merged.keywords)
                for (const std::string& keyword : keywords) add_folded(keyword);
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
