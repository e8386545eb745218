// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/citation_author.h"

#include "common/name.h"
#include "common/utf8.h"
#include "common/word_list.h"
#include "indexer/author_list.h"

#include <algorithm>
#include <string>

namespace annota {
namespace {

std::vector<std::string_view> sorted_parts(std::string_view name_key) {
    std::vector<std::string_view> parts = split(name_key, ',');
    std::ranges::sort(parts);
    return parts;
}

} // namespace

Author make_author(std::string_view printed) {
    Author author;
    // "Smith, John" says which is the family name; what it becomes must stay as it is when it is read again.
    const std::string shown = display_name(parse_name(printed));
    author.name = !shown.empty() && normalise_name(shown) == shown ? shown : normalise_name(printed);
    if (author.name.empty()) author.name = std::string(trim(printed));
    return author;
}

void merge_authors(std::vector<Author>& authors, const std::vector<Author>& others) {
    constexpr std::size_t kMostCompared =
        100; // longer lists are collaborations, where comparing all pairs costs too much
    if (authors.size() > kMostCompared || others.size() > kMostCompared) return;
    std::vector<std::string> keys;
    keys.reserve(authors.size());
    for (const Author& author : authors) keys.push_back(name_key(parse_name(author.name)));
    for (const Author& other : others) {
        const std::string key = name_key(parse_name(other.name));
        const auto found =
            std::ranges::find_if(keys, [&](const std::string& known) { return compatible_names(known, key); });
        // "Петров, Иван. Title / Иван Петров": which word is the family name may be told of one of them only.
        if (found == keys.end() && std::ranges::any_of(keys, [&](const std::string& known) {
                return sorted_parts(known) == sorted_parts(key);
            }))
            continue;
        if (found == keys.end()) {
            authors.push_back(other);
            keys.push_back(key);
            continue;
        }
        Author& author = authors[static_cast<std::size_t>(found - keys.begin())];
        if (author.name != other.name && std::ranges::find(author.names, other.name) == author.names.end()) {
            author.names.push_back(other.name);
        }
    }
}

} // namespace annota
