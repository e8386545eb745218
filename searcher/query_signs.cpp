// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_signs.h"

#include "searcher/query_limits.h"
#include "searcher/query_word.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace annota {

bool read_year_range(std::u32string_view text, QueryNode& leaf, QueryNotes& notes) {
    std::optional<YearRange> range = read_years(text);
    if (!range) return false;
    if (range->last != 0 && range->last < range->first) {
        std::swap(range->first, range->last);
        notes.add(query_note::kReversedRange, leaf.start, leaf.end);
    }
    leaf.kind = QueryNodeKind::years;
    leaf.first_year = range->first;
    leaf.last_year = range->last;
    return true;
}

void read_word_signs(std::u32string& word, QueryNode& leaf, QueryNotes& notes) {
    const std::optional<FuzzyTail> tail = read_fuzzy_tail(word);
    while (const auto last = read_fuzzy_tail(word)) word.resize(word.size() - last->length);
    const bool wildcard = has_wildcards(word);
    if (!tail && !wildcard) return;
    if (leaf.kind == QueryNodeKind::exact_word || (tail && wildcard)) {
        notes.add(query_note::kConflictingSigns, leaf.start, leaf.end);
    }
    if (wildcard) {
        leaf.kind = QueryNodeKind::wildcard;
        const auto doubled = std::unique(word.begin(), word.end(), [](auto a, auto b) { return a == '*' && b == '*'; });
        word.erase(doubled, word.end());
    } else {
        leaf.kind = QueryNodeKind::fuzzy;
        leaf.distance = tail->distance;
        if (!tail->known) notes.add(query_note::kFuzzyDistance, leaf.start, leaf.end);
    }
}

std::u32string_view cut_query_word(std::u32string_view word, const QueryNode& leaf, QueryNotes& notes) {
    if (word.size() > kMaxQueryWordLength) notes.add(query_note::kWordCut, leaf.start, leaf.end);
    return word.substr(0, kMaxQueryWordLength);
}

} // namespace annota
