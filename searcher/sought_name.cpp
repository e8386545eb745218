// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/sought_name.h"

#include "common/name.h"
#include "common/utf8.h"
#include "searcher/query_words.h"

#include <algorithm>
#include <set>

namespace annota {

namespace {

bool has_word(const std::set<std::string>& keys, const SoughtName::Word& word) {
    const auto has = [&](const std::string& key) { return keys.contains(key); };
    return has(word.whole) || (!word.parts.empty() && std::ranges::all_of(word.parts, has));
}

} // namespace

SoughtName::SoughtName(Analyzer& analyzer, std::string_view typed) {
    for (const QueryWord& word : query_words(analyzer, typed)) {
        Word sought{script_free_key(word.printed), {}};
        const auto is_initial = [&](const Token& part) { return count_code_points(part.form) == 1; };
        const bool all_initials = std::ranges::all_of(word.parts, is_initial);
        for (const Token& part : word.parts) {
            std::string key = script_free_key(word.printed_part(part));
            if (key.empty()) continue;
            if (all_initials) initials.push_back(std::move(key));
            else if (word.parts.size() > 1) sought.parts.push_back(std::move(key));
        }
        if (!all_initials && !sought.whole.empty()) words.push_back(std::move(sought));
    }
}

bool SoughtName::agrees(Analyzer& analyzer, std::string_view printed) const {
    std::set<std::string> keys;
    for (const QueryWord& word : query_words(analyzer, printed)) {
        keys.insert(script_free_key(word.printed));
        for (const Token& part : word.parts) keys.insert(script_free_key(word.printed_part(part)));
    }
    const auto is_sought = [&](const std::string& key) { return std::ranges::find(words, key, &Word::whole) != words.end(); };
    const auto has_initial = [&](const std::string& initial) {
        return std::ranges::any_of(keys, [&](const std::string& key) { return key.starts_with(initial) && !is_sought(key); });
    };
    return std::ranges::all_of(words, [&](const Word& word) { return has_word(keys, word); }) &&
           std::ranges::all_of(initials, has_initial);
}

} // namespace annota
