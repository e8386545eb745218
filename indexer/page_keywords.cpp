// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/page_keywords.h"

#include "common/language.h"
#include "common/transliteration.h"
#include "common/utf8.h"
#include "indexer/citation_tokens.h"

#include <algorithm>

namespace annota {
namespace {

/// A word of Cyrillic letters alone; shorter ones may be codes in letters that look like Latin ones (СО2).
bool is_cyrillic_word(const CitationToken& token) {
    constexpr std::size_t kShortest = 3;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < token.text.size();) {
        const char32_t c = next_code_point(token.text, at);
        if (is_latin(c)) return false;
        if (is_cyrillic(c)) ++letters;
    }
    return letters >= kShortest;
}

std::string keyword_language(std::string_view keyword) {
    const CitationText text(keyword);
    std::string cyrillic;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_cyrillic_word(text[i])) cyrillic.append(text[i].text).push_back(' ');
    }
    return detect_language(cyrillic.empty() ? keyword : cyrillic);
}

using Keywords = ByLanguage<std::vector<std::string>>;

/// "дороги / ice": where a list goes over into its other language another sign may stand.
void add_keyword(Keywords& keywords, std::string_view keyword) {
    constexpr std::string_view kBetween = " / ";
    const std::size_t at = keyword.find(kBetween);
    if (at != std::string_view::npos) {
        const std::string_view first = keyword.substr(0, at);
        const std::string_view second = keyword.substr(at + kBetween.size());
        const std::string language = keyword_language(first);
        const std::string other = keyword_language(second);
        if (language != other) {
            keywords[language].emplace_back(trim(first));
            keywords[other].emplace_back(trim(second));
            return;
        }
    }
    keywords[keyword_language(keyword)].emplace_back(keyword);
}

} // namespace

std::string_view keyword_separator(std::string_view list) {
    for (const std::string_view sign : {"|", ";", " / ", "•", "·", ",", "/"}) {
        if (list.find(sign) != std::string_view::npos) return sign;
    }
    return {};
}

Keywords split_keywords(std::string_view list) {
    Keywords keywords;
    const std::string_view separator = keyword_separator(list);
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= list.size(); ++at) {
        if (at < list.size() && list[at] == '(') ++depth;
        if (at < list.size() && list[at] == ')' && depth > 0) --depth;
        const bool separates = !separator.empty() && list.substr(at).starts_with(separator);
        if (at < list.size() && !(separates && (depth == 0 || separator != ","))) continue;
        std::string_view keyword = trim(list.substr(begin, at - begin));
        if (keyword.ends_with('.') && at == list.size()) keyword.remove_suffix(1);
        begin = std::min(at + separator.size(), list.size());
        if (!keyword.empty()) add_keyword(keywords, keyword);
        if (at < list.size()) at = begin - 1;
    }
    return keywords;
}

} // namespace annota
