// SPDX-License-Identifier: GPL-2.0-or-later
//
// Letters are counted by script. A table knows the languages by their codes (ISO 639-1 and both of 639-2), their
// English and own names, and the stems of their Russian names.

#include "common/language.h"

#include "common/transliteration.h"
#include "common/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace annota {
namespace {

struct Language {
    std::string_view code;
    std::string_view names;   ///< Further codes and names, blanks between them.
    std::string_view russian; ///< The stem of the adjective: "русск" of "русский", "на русском".
};

constexpr std::array<Language, 41> kLanguages{{
    {"ru", "rus russian russ рус", "русск"},
    {"en", "eng english англ", "английск"},
    {"de", "deu ger german deutsch нем", "немецк"},
    {"fr", "fra fre french français francais фр", "французск"},
    {"es", "spa spanish español espanol castellano исп", "испанск"},
    {"it", "ita italian italiano", "итальянск"},
    {"pt", "por portuguese português portugues", "португальск"},
    {"uk", "ukr ukrainian українська укр", "украинск"},
    {"be", "bel belarusian belorussian беларуская", "белорусск"},
    {"bg", "bul bulgarian български", "болгарск"},
    {"sr", "srp scc serbian српски srpski", "сербск"},
    {"hr", "hrv scr croatian hrvatski", "хорватск"},
    {"sl", "slv slovenian slovene", "словенск"},
    {"mk", "mkd mac macedonian македонски", "македонск"},
    {"pl", "pol polish polski", "польск"},
    {"cs", "ces cze czech čeština", "чешск"},
    {"sk", "slk slo slovak slovenčina", "словацк"},
    {"kk", "kaz kazakh қазақ қазақша", "казахск"},
    {"ky", "kir kyrgyz kirghiz", "киргизск"},
    {"uz", "uzb uzbek", "узбекск"},
    {"tg", "tgk tajik", "таджикск"},
    {"tt", "tat tatar татар", "татарск"},
    {"az", "aze azerbaijani", "азербайджанск"},
    {"hy", "hye arm armenian", "армянск"},
    {"ka", "kat geo georgian", "грузинск"},
    {"zh", "zho chi chinese 中文", "китайск"},
    {"ja", "jpn japanese 日本語", "японск"},
    {"ko", "kor korean 한국어", "корейск"},
    {"ar", "ara arabic", "арабск"},
    {"fa", "fas per persian farsi", "персидск"},
    {"tr", "tur turkish türkçe", "турецк"},
    {"he", "heb hebrew", "иврит"},
    {"el", "ell gre greek", "греческ"},
    {"la", "lat latin", "латинск"},
    {"nl", "nld dut dutch nederlands", "нидерландск"},
    {"sv", "swe swedish svenska", "шведск"},
    {"fi", "fin finnish suomi", "финск"},
    {"lt", "lit lithuanian", "литовск"},
    {"lv", "lav latvian", "латышск"},
    {"et", "est estonian", "эстонск"},
    {"hu", "hun hungarian magyar", "венгерск"},
}};

bool is_listed(std::string_view names, std::string_view wanted) {
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == wanted) return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

/// "русский", "русском", "русского": at most three letters behind the stem.
bool is_inflection(std::string_view stem, std::string_view word) {
    return word.starts_with(stem) && count_code_points(word.substr(stem.size())) <= 3;
}

/// Codes count at the start alone: "it" and "la" are words of other languages, too.
std::string_view find_code(std::string_view word, bool at_start) {
    if (!at_start && word.size() < 4) return {};
    const auto* const found = std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Language& language) {
        return language.code == word || is_listed(language.names, word) || is_inflection(language.russian, word);
    });
    return found != kLanguages.end() ? found->code : std::string_view();
}

} // namespace

std::string detect_language(std::string_view text) {
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t other = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x80) {
            latin += is_latin(c) ? 1U : 0U;
        } else if (is_cyrillic(c)) {
            ++cyrillic;
        } else if (is_latin(c)) {
            ++latin;
        } else if (u_isalpha(static_cast<UChar32>(c)) != 0) {
            ++other;
        }
    }
    if (other > latin + cyrillic || latin + cyrillic == 0) return "und";
    return cyrillic >= latin ? "ru" : "en"; // Russian texts quote Latin words, hardly ever the other way round.
}

std::string normalise_language(std::string_view printed) {
    std::string lower = to_lower(trim(printed));
    // "ru-RU", "en_US", "English (US)", "in Russian", "на русском языке": the first word that names a language.
    constexpr std::string_view kSeparators = " -_.,;:()[]/";
    for (std::string_view rest = lower; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(kSeparators), rest.size());
        if (const std::string_view code = find_code(rest.substr(0, end), rest.size() == lower.size()); !code.empty())
            return std::string(code);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lower;
}

} // namespace annota
