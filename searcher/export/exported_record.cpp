// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/export/exported_record.h"

#include "common/facet_values.h"
#include "common/organisation.h"
#include "common/transliteration.h"
#include "common/utf8.h"
#include "common/word_list.h"

#include <algorithm>
#include <array>

namespace annota {

namespace {

template <class T> const T* find_text(const ByLanguage<T>& texts, std::string_view language) {
    const auto found = texts.find(std::string(language));
    return found == texts.end() || found->second.empty() ? nullptr : &found->second;
}

/// In `language`, else in one of the work's, else the first there is.
template <class T> T text_in(const ByLanguage<T>& texts, std::string_view language, const Record& record) {
    if (const T* text = find_text(texts, language)) return *text;
    for (const std::string& own : work_languages(record))
        if (const T* text = find_text(texts, own)) return *text;
    return texts.empty() ? T() : texts.begin()->second;
}

std::string choose_language(const Record& record, std::string_view wanted) {
    const ByLanguage<std::string>& texts = record.title.empty() ? record.abstract : record.title;
    if (find_text(texts, wanted) != nullptr) return std::string(wanted);
    const std::vector<std::string> languages = work_languages(record);
    for (const std::string& language : languages)
        if (find_text(texts, language) != nullptr) return language;
    if (!languages.empty()) return languages.front();
    return texts.empty() || texts.begin()->first == "und" ? std::string() : texts.begin()->first;
}

bool is_mostly_cyrillic(std::string_view text) {
    std::size_t cyrillic = 0;
    std::size_t latin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_cyrillic(c)) ++cyrillic;
        if (is_latin(c)) ++latin;
    }
    return cyrillic > latin;
}

/// Of family names of several words, where they are written with a capital.
constexpr std::array<std::string_view, 17> kParticles{"al", "da", "de",  "del", "den", "der", "di",  "dos", "el",
                                                      "la", "le", "san", "st.", "ten", "ter", "van", "von"};

bool is_plain_name_word(std::string_view word) {
    const std::string_view first = first_code_points(word, 1);
    return to_lower(first) != first && std::ranges::find(kParticles, to_lower(word)) == kParticles.end();
}

/// "Carr Lincoln D.", as records have "Lincoln D. Carr", reads like a family name of two words, as "Fidalgo Prieto U."
/// is one. In Latin letters it is the first in 871 of 974 such names of 3,000 records of arXiv.
PersonName with_whole_given_name(PersonName name) {
    const std::size_t blank = name.family.find(' ');
    const bool initials = !name.given.empty() && std::ranges::all_of(name.given, [](const std::string& given) {
        return given.ends_with('.');
    });
    if (!initials || blank == std::string::npos || is_mostly_cyrillic(name.family)) return name;
    const std::string_view second = std::string_view(name.family).substr(blank + 1);
    const bool two_words = second.find(' ') == std::string_view::npos;
    if (!two_words || !is_plain_name_word(second) ||
        !is_plain_name_word(std::string_view(name.family).substr(0, blank)))
        return name;
    name.given.insert(name.given.begin(), std::string(second));
    name.family.resize(blank);
    return name;
}

PersonName name_in_script(const Author& person, bool cyrillic) {
    const std::string* chosen = &person.name;
    if (is_mostly_cyrillic(*chosen) != cyrillic) {
        const auto found = std::ranges::find_if(
            person.names, [&](const std::string& form) { return is_mostly_cyrillic(form) == cyrillic; });
        if (found != person.names.end()) chosen = &*found;
    }
    if (is_organisation(*chosen)) return {*chosen, {}, {}};
    return with_whole_given_name(parse_name(*chosen));
}

std::vector<PersonName> names_in_script(const std::vector<Author>& persons, bool cyrillic) {
    std::vector<PersonName> names;
    for (const Author& person : persons) {
        PersonName name = name_in_script(person, cyrillic);
        if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
}

} // namespace

ExportedRecord exported_record(const Record& record, std::string id, std::string_view wanted) {
    ExportedRecord exported{.record = record, .id = std::move(id), .language = choose_language(record, wanted)};
    exported.title = text_in(record.title, exported.language, record);
    exported.abstract = text_in(record.abstract, exported.language, record);
    exported.journal = text_in(record.journal, exported.language, record);
    exported.keywords = text_in(record.keywords, exported.language, record);
    exported.cyrillic = is_mostly_cyrillic(exported.title.empty() ? exported.abstract : exported.title);
    exported.authors = names_in_script(record.authors, exported.cyrillic);
    exported.editors = names_in_script(record.editors, exported.cyrillic);
    return exported;
}

std::string given_names(const PersonName& name) {
    return joined(name.given, " ");
}

bool is_one_piece(const PersonName& name) {
    return name.given.empty() && name.suffix.empty() && name.family.find(' ') != std::string::npos;
}

std::string inverted_name(const PersonName& name) {
    return joined({name.family, given_names(name), name.suffix}, ", ");
}

} // namespace annota
