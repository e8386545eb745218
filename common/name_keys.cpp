// SPDX-License-Identifier: GPL-2.0-or-later
//
// A direct-mapped table: a name takes the place of the one that was there.

#include "common/name_keys.h"

#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>
#include <functional>

namespace annota {

namespace {

constexpr std::size_t kKept = 8192;            // a few megabytes
constexpr std::size_t kLongestKeptBytes = 120; // persons' names are shorter

bool separates_words(char32_t c) {
    return c == U' ' || c == U'\u00A0' || c == U',' || c == U'.' || c == U'\t' || c == U'-' || c == U'\u2010' ||
           c == U'\u2011';
}

/// Initials have no key.
void add_key(std::vector<std::string>& words, std::string key) {
    if (count_code_points(key) > 1) words.push_back(std::move(key));
}

void add_word(std::vector<std::string>& words, std::string_view word) {
    if (!word.empty()) add_key(words, script_free_key(word));
}

NameKeys read_name(std::string_view printed) {
    const PersonName name = parse_name(printed);
    NameKeys keys{name_key(name), {}};
    std::size_t begin = 0;
    for (std::size_t at = 0; at < printed.size();) {
        const std::size_t start = at;
        if (!separates_words(next_code_point(printed, at))) continue;
        add_word(keys.words, printed.substr(begin, start - begin));
        begin = at;
    }
    add_word(keys.words, printed.substr(begin));
    add_key(keys.words, keys.key.substr(0, keys.key.find(','))); // the family name, written as one word
    std::ranges::sort(keys.words);
    keys.words.erase(std::unique(keys.words.begin(), keys.words.end()), keys.words.end());
    return keys;
}

} // namespace

NameKeyCache::NameKeyCache() : slots_(kKept + 1) {}

const NameKeys& NameKeyCache::of(std::string_view printed) {
    const bool kept = printed.size() <= kLongestKeptBytes;
    Slot& slot = slots_[kept ? std::hash<std::string_view>{}(printed) % kKept : kKept];
    if (slot.printed != printed) slot = {std::string(printed), read_name(printed)};
    return slot.keys;
}

} // namespace annota
