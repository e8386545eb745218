// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/citation_word_set.h"

#include <algorithm>

namespace annota {

CitationWordSet::CitationWordSet(std::string_view entries) {
    constexpr std::string_view kBetween = " \n";
    for (std::size_t at = entries.find_first_not_of(kBetween); at != std::string_view::npos;) {
        const std::size_t end = std::min(entries.find_first_of(kBetween, at), entries.size());
        std::string key = word_key(entries.substr(at, end - at));
        std::ranges::replace(key, '_', ' ');
        if (key.ends_with('*')) {
            beginnings_.push_back(key.substr(0, key.size() - 1));
        } else {
            keys_.insert(std::move(key));
        }
        at = entries.find_first_not_of(kBetween, end);
    }
}

bool CitationWordSet::contains_key(const std::string& key) const {
    if (keys_.contains(key)) return true;
    return std::ranges::any_of(beginnings_, [&](const std::string& beginning) { return key.starts_with(beginning); });
}

} // namespace annota
