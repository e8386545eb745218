// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_pattern.h"

#include "common/fold.h"
#include "common/name.h"
#include "common/utf8.h"
#include "searcher/inflections.h"
#include "searcher/query_word.h"
#include "searcher/query_words.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace annota {

namespace {

bool is_sign(char32_t c) {
    return c == U'*' || c == U'?';
}

/// Letters folded as words are; * and ? stay.
std::u32string fold_pattern(std::string_view glob) {
    std::vector<FoldedChar> folded;
    fold_text(glob, folded);
    std::u32string pattern;
    for (const FoldedChar& c : folded)
        if (is_letter(c) || is_digit(c) || is_sign(c.code)) pattern += c.code;
    return pattern;
}

/// The same for keys of names, each piece between the signs by itself.
std::u32string name_pattern(std::string_view glob) {
    std::u32string pattern;
    for (std::size_t at = 0; at < glob.size();) {
        const std::size_t end = std::min(glob.find_first_of("*?", at), glob.size());
        pattern += to_code_points(script_free_key(glob.substr(at, end - at)));
        if (end < glob.size()) pattern += static_cast<char32_t>(glob[end]);
        at = end + 1;
    }
    return pattern;
}

template <class Pattern> bool accepts_text(const Pattern& pattern, std::string_view text) {
    auto state = pattern.start();
    for (std::size_t at = 0; at < text.size() && pattern.is_alive(state);)
        state = pattern.next(state, next_code_point(text, at));
    return pattern.is_alive(state) && pattern.accepts(state);
}

/// One edit for a short word, two for a longer one.
unsigned usual_distance(std::u32string_view word) {
    constexpr std::size_t kShortWord = 5;
    return word.size() <= kShortWord ? 1 : 2;
}

} // namespace

bool is_beginning(const QueryNode& leaf) {
    const std::size_t last = leaf.text.find_last_not_of('*');
    return leaf.kind == QueryNodeKind::wildcard && leaf.text.ends_with('*') &&
           (last == std::string::npos || leaf.text.find_first_of("*?") > last);
}

QueryPattern::QueryPattern(Pattern word, std::optional<Pattern> name, std::string first_letter, Analyzer& analyzer)
    : word_(std::move(word)), name_(std::move(name)), first_letter_(std::move(first_letter)), analyzer_(&analyzer) {}

std::optional<QueryPattern> QueryPattern::of(const QueryNode& leaf, Analyzer& analyzer) {
    if (leaf.kind == QueryNodeKind::fuzzy) {
        const std::vector<QueryWord> words = query_words(analyzer, leaf.text);
        if (words.size() != 1 || words.front().parts.size() != 1) return std::nullopt;
        const std::u32string form = to_code_points(words.front().parts.front().form);
        const unsigned distance = leaf.distance != 0 ? leaf.distance : usual_distance(form);
        const auto word = MisspeltWord::read(form, distance);
        if (!word) return std::nullopt;
        return QueryPattern(*word, MisspeltWord::read(to_code_points(script_free_key(leaf.text)), distance), {},
                            analyzer);
    }
    const std::u32string glob = fold_pattern(leaf.text);
    const auto word = WildcardPattern::read(glob);
    if (!word || std::ranges::all_of(glob, is_sign)) return std::nullopt;
    std::string first;
    if (!is_sign(glob.front())) append_code_point(first, glob.front());
    return QueryPattern(*word, WildcardPattern::read(name_pattern(leaf.text)), std::move(first), analyzer);
}

bool QueryPattern::accepts_stem(std::string_view stem) const {
    return std::visit([&](const auto& pattern) { return accepts_inflection(pattern, stem, *analyzer_); }, word_);
}

bool QueryPattern::accepts_name(std::string_view key) const {
    return name_ && std::visit([&](const auto& pattern) { return accepts_text(pattern, key); }, *name_);
}

} // namespace annota
