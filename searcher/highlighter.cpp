// SPDX-License-Identifier: GPL-2.0-or-later
//
// A rule's words are looked for at consecutive positions; a joined token spans those of its parts, so that compounds
// match split and joined. The snippet is the window over the marks that covers most rules, then most marks, then the
// first.

#include "searcher/highlighter.h"

#include "common/dash.h"
#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace annota {

namespace {

constexpr std::uint32_t kLongestWord = 40; // code points by which a cut moves to the next blank

bool matches(const Token& token, const SoughtWord& word) {
    if (word.accepts) return word.accepts(token);
    if (word.prefix) return token.form.starts_with(word.form);
    return word.exact ? token.form == word.form : token.term == word.term;
}

MarkReason reason(const Token& token, const SoughtWord& word) {
    if (word.misspelt) return MarkReason::spelling;
    if (word.prefix || word.accepts) return MarkReason::wildcard;
    if (token.form == word.form) return MarkReason::word;
    return token.kind == TokenKind::joined ? MarkReason::compound : MarkReason::stem;
}

bool is_blank(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200A') ||
           c == U'\u2028' || c == U'\u2029' || c == U'\u202F' || c == U'\u205F' || c == U'\u3000';
}

/// Code points of a text by index, and where each begins.
struct IndexedText {
    explicit IndexedText(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            starts.push_back(at);
            letters.push_back(next_code_point(text, at));
        }
        starts.push_back(text.size());
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(letters.size()); }
    std::string_view slice(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
        return text.substr(starts[begin], starts[end] - starts[begin]);
    }

    /// The first place from `from` to `latest` at which a word begins; `from` where there is none.
    std::uint32_t word_begin(std::uint32_t from, std::uint32_t latest) const {
        for (std::uint32_t i = from; i <= latest; ++i)
            if (i == 0 || is_blank(letters[i - 1])) return i;
        return from;
    }
    /// The last place from `from` down to `earliest` at which a word ends; `from` where there is none.
    std::uint32_t word_end(std::uint32_t from, std::uint32_t earliest) const {
        for (std::uint32_t i = from; i >= earliest; --i)
            if (i == size() || is_blank(letters[i])) return i;
        return from;
    }

    std::vector<std::size_t> starts;
    std::u32string letters;
};

} // namespace

std::string_view mark_reason(MarkReason reason) {
    switch (reason) {
    case MarkReason::word: return "word";
    case MarkReason::stem: return "stem";
    case MarkReason::compound: return "compound";
    case MarkReason::wildcard: return "wildcard";
    case MarkReason::name: return "name";
    case MarkReason::spelling: return "spelling";
    }
    return "";
}

Highlighter::Highlighter(HighlightRules rules, Analyzer& analyzer) : rules_(std::move(rules)), analyzer_(analyzer) {
    for (std::size_t rule = 0; rule < rules_.rules.size(); ++rule) {
        const SoughtWord& first = rules_.rules[rule].words.front();
        if (first.prefix || first.accepts)
            pattern_rules_.push_back(rule);
        else
            by_first_term_.emplace(first.term, rule);
    }
}

void Highlighter::analyze(std::string_view text) {
    analyzer_.analyze(text, tokens_);
    at_position_.clear();
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
        if (tokens_[t].position >= at_position_.size()) at_position_.resize(tokens_[t].position + std::size_t{1});
        at_position_[tokens_[t].position].push_back(t);
    }
}

/// Follows a rule from the token that may be its first word.
void Highlighter::find_rule(std::size_t rule, std::size_t first, std::vector<Found>& found) const {
    const std::vector<SoughtWord>& words = rules_.rules[rule].words;
    if (!matches(tokens_[first], words.front())) return;
    std::vector<std::size_t> path{first};
    while (path.size() < words.size()) {
        const std::size_t next = tokens_[path.back()].last + std::size_t{1};
        if (next >= at_position_.size()) return;
        const auto& here = at_position_[next];
        const auto hit =
            std::ranges::find_if(here, [&](std::size_t t) { return matches(tokens_[t], words[path.size()]); });
        if (hit == here.end()) return;
        path.push_back(*hit);
    }
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Token& token = tokens_[path[i]];
        found.push_back(
            {{token.begin, token.end, reason(token, words[i])}, token.word, token.position, token.last, rule});
    }
}

/// Hits in ascending order without overlaps, adjoining ones within one printed word as one.
std::vector<Highlighter::Found> Highlighter::find(std::string_view text, TextField field) {
    analyze(text);
    std::vector<Found> found;
    const auto look_for = [&](std::size_t rule, std::size_t token) {
        if (rules_.rules[rule].field.value_or(field) == field) find_rule(rule, token, found);
    };
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
        const auto [first, last] = by_first_term_.equal_range(tokens_[t].term);
        for (auto rule = first; rule != last; ++rule) look_for(rule->second, t);
        for (const std::size_t rule : pattern_rules_) look_for(rule, t);
    }
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return std::tuple(a.mark.start, b.mark.end, a.rule) < std::tuple(b.mark.start, a.mark.end, b.rule);
    });
    std::vector<Found> merged;
    for (const Found& one : found) {
        const bool adjoins =
            !merged.empty() && ((merged.back().word == one.word && merged.back().last + 1 >= one.position) ||
                                one.mark.start < merged.back().mark.end);
        if (adjoins) {
            merged.back().mark.end = std::max(merged.back().mark.end, one.mark.end);
            merged.back().last = std::max(merged.back().last, one.last);
        } else {
            merged.push_back(one);
        }
    }
    return merged;
}

std::vector<Mark> Highlighter::marks(std::string_view text, TextField field) {
    std::vector<Mark> marks;
    for (const Found& one : find(text, field)) marks.push_back(one.mark);
    return marks;
}

/// The words of a name, and their parts around hyphens where the whole is not what was asked for.
std::vector<Mark> Highlighter::name_marks(std::string_view name) {
    std::vector<Mark> marks;
    const IndexedText text(name);
    const auto mark_sought = [&](std::uint32_t begin, std::uint32_t end) {
        const std::string key = script_free_key(text.slice(name, begin, end));
        const bool sought =
            !key.empty() &&
            (rules_.name_keys.contains(key) ||
             std::ranges::any_of(rules_.name_prefixes,
                                 [&](const std::string& prefix) { return key.starts_with(prefix); }) ||
             std::ranges::any_of(rules_.name_patterns, [&](const auto& accepts) { return accepts(key); }));
        if (sought) marks.push_back({begin, end, MarkReason::name});
        return sought;
    };
    const auto for_each_part = [&](std::uint32_t begin, std::uint32_t end, auto is_separator, auto use) {
        for (std::uint32_t i = begin; i <= end; ++i) {
            if (i < end && !is_separator(text.letters[i])) continue;
            if (i > begin) use(begin, i);
            begin = i + 1;
        }
    };
    const auto ends_word = [](char32_t c) { return is_blank(c) || c == U',' || c == U'.'; };
    for_each_part(0, text.size(), ends_word, [&](std::uint32_t begin, std::uint32_t end) {
        if (!mark_sought(begin, end)) for_each_part(begin, end, is_dash, mark_sought);
    });
    return marks;
}

/// Where a window of `length` code points has most rules, then most marks; a little before its first mark.
std::uint32_t Highlighter::best_begin(const std::vector<Found>& found, std::uint32_t length) {
    std::uint32_t begin = 0;
    std::pair<std::size_t, std::size_t> best;
    for (std::size_t first = 0; first < found.size(); ++first) {
        const std::uint32_t lead = std::min(found[first].mark.start, length / 6);
        const std::uint32_t start = found[first].mark.start - lead;
        std::set<std::size_t> rules;
        std::size_t count = 0;
        for (std::size_t i = first; i < found.size() && found[i].mark.end <= start + length; ++i, ++count)
            rules.insert(found[i].rule);
        // The first one counts even where it is longer than the window.
        if (first > 0 && std::pair(rules.size(), count) <= best) continue;
        best = {rules.size(), count};
        begin = start;
    }
    return begin;
}

MarkedText Highlighter::snippet(const std::string& text, TextField field, std::uint32_t length) {
    const std::vector<Found> found = find(text, field);
    const IndexedText indexed(text);
    std::uint32_t begin = 0;
    std::uint32_t end = indexed.size();
    if (end > length + length / 4) {
        begin = std::min(best_begin(found, length), end - length);
        end = begin + length;
        std::uint32_t first_mark = end;
        std::uint32_t last_mark = begin;
        for (const Found& one : found) {
            if (one.mark.start >= begin) first_mark = std::min(first_mark, one.mark.start);
            if (one.mark.end <= end) last_mark = std::max(last_mark, one.mark.end);
        }
        begin = indexed.word_begin(begin, std::min(first_mark, begin + kLongestWord));
        end = indexed.word_end(end, std::max({last_mark, begin + 1, end - std::min(end, kLongestWord)}));
    }
    MarkedText snippet{std::string(indexed.slice(text, begin, end)), {}, begin > 0, end < indexed.size()};
    for (const Found& one : found) {
        const std::uint32_t from = std::max(one.mark.start, begin);
        const std::uint32_t to = std::min(one.mark.end, end);
        if (from < to) snippet.marks.push_back({from - begin, to - begin, one.mark.reason});
    }
    return snippet;
}

} // namespace annota
