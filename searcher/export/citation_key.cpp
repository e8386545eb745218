// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keys are unique as long as the 60 bits of the hash are: of a million records that agree in all the rest two share a
// key with a chance of one in two millions.

#include "searcher/export/citation_key.h"

#include "common/stop_words.h"
#include "common/transliteration.h"
#include "common/utf8.h"

#include <xxhash.h>

#include <string_view>

namespace annota {

namespace {

/// Long enough for names, short enough for compounds of a whole line.
constexpr std::size_t kLongestWord = 20;

std::string key_letters(std::string_view word) {
    std::string letters;
    for (const char c : to_latin_letters(word)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept && letters.size() < kLongestWord) letters.push_back(c);
    }
    return letters;
}

/// The first word that is no function word, else the first.
std::string title_letters(std::string_view title) {
    std::string first;
    while (!title.empty()) {
        const std::string_view word = title.substr(0, title.find(' '));
        title.remove_prefix(word.size() == title.size() ? word.size() : word.size() + 1);
        std::string letters = key_letters(word);
        if (letters.empty()) continue;
        if (!is_stop_word(to_lower(word))) return letters;
        if (first.empty()) first = letters;
    }
    return first;
}

std::string hash_letters(std::string_view id) {
    constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
    constexpr int kLetters = 12;
    XXH64_hash_t hash = XXH3_64bits(id.data(), id.size());
    std::string letters;
    for (int i = 0; i < kLetters; ++i, hash >>= 5) letters.push_back(kAlphabet[hash & 31]);
    return letters;
}

} // namespace

std::string citation_key(const ExportedRecord& exported) {
    const std::vector<PersonName>& persons = exported.authors.empty() ? exported.editors : exported.authors;
    std::string key = persons.empty() ? std::string() : key_letters(persons.front().family);
    if (exported.record.year > 0) key += std::to_string(exported.record.year);
    key += title_letters(exported.title);
    return key.append(key.empty() ? "record-" : "-").append(hash_letters(exported.id));
}

} // namespace annota
