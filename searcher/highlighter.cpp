// SPDX-License-Identifier: GPL-2.0-or-later
//
// A rule's words are looked for at consecutive positions; a joined token spans those of its parts, so that compounds
// match split and joined. The snippet is the window over the marks that covers most rules, then most marks, then the
// first.

#include "searcher/highlighter.h"

#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>
#include <optional>
#include <set>

namespace annota {

namespace {

bool matches(const Token& token, const SoughtWord& word) {
    if (word.prefix) return token.form.starts_with(word.form);
    return word.exact ? token.form == word.form : token.term == word.term;
}

MarkReason reason(const Token& token, const SoughtWord& word) {
    if (word.prefix) return MarkReason::wildcard;
    if (token.form == word.form) return MarkReason::word;
    return token.kind == TokenKind::joined ? MarkReason::compound : MarkReason::stem;
}

bool is_blank(char32_t c) {
    return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' || c == U'\u00A0';
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
    }
    return "";
}

void Highlighter::find_rule(std::size_t rule, std::vector<Found>& found) {
    const std::vector<SoughtWord>& words = rules_.rules[rule].words;
    std::vector<std::size_t> path;
    for (std::size_t first = 0; first < tokens_.size(); ++first) {
        path.assign(1, first);
        if (!matches(tokens_[first], words.front())) continue;
        while (path.size() < words.size()) {
            const std::size_t next = tokens_[path.back()].last + std::size_t{1};
            if (next >= at_position_.size()) break;
            const auto& here = at_position_[next];
            const auto hit =
                std::ranges::find_if(here, [&](std::size_t t) { return matches(tokens_[t], words[path.size()]); });
            if (hit == here.end()) break;
            path.push_back(*hit);
        }
        if (path.size() < words.size()) continue;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const Token& token = tokens_[path[i]];
            found.push_back({{token.begin, token.end, reason(token, words[i])}, token.word, rule});
        }
    }
}

/// Hits in ascending order without overlaps, those within one printed word as one.
std::vector<Highlighter::Found> Highlighter::find(std::string_view text, TextField field) {
    analyzer_.analyze(text, tokens_);
    at_position_.clear();
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
        if (tokens_[t].position >= at_position_.size()) at_position_.resize(tokens_[t].position + std::size_t{1});
        at_position_[tokens_[t].position].push_back(t);
    }
    std::vector<Found> found;
    for (std::size_t rule = 0; rule < rules_.rules.size(); ++rule)
        if (!rules_.rules[rule].field || rules_.rules[rule].field == field) find_rule(rule, found);
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return a.mark.start != b.mark.start ? a.mark.start < b.mark.start : a.mark.end > b.mark.end;
    });
    std::vector<Found> merged;
    for (const Found& one : found) {
        const bool same_word =
            !merged.empty() && (merged.back().word == one.word || one.mark.start < merged.back().mark.end);
        if (same_word)
            merged.back().mark.end = std::max(merged.back().mark.end, one.mark.end);
        else
            merged.push_back(one);
    }
    return merged;
}

std::vector<Mark> Highlighter::marks(std::string_view text, TextField field) {
    std::vector<Mark> marks;
    for (const Found& one : find(text, field)) marks.push_back(one.mark);
    return marks;
}

std::vector<Mark> Highlighter::name_marks(std::string_view name) {
    std::vector<Mark> marks;
    const IndexedText text(name);
    const auto is_sought = [&](std::uint32_t begin, std::uint32_t end) {
        const std::string key = script_free_key(name.substr(text.starts[begin], text.starts[end] - text.starts[begin]));
        if (key.empty()) return false;
        return rules_.name_keys.contains(key) ||
               std::ranges::any_of(rules_.name_prefixes,
                                   [&](const std::string& prefix) { return key.starts_with(prefix); });
    };
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
        const bool separator =
            i == text.size() || is_blank(text.letters[i]) || text.letters[i] == U',' || text.letters[i] == U'.';
        if (!separator) continue;
        if (i > begin && is_sought(begin, i)) marks.push_back({begin, i, MarkReason::name});
        begin = i + 1;
    }
    return marks;
}

MarkedText Highlighter::snippet(const std::string& text, TextField field, std::uint32_t length) {
    const std::vector<Found> found = find(text, field);
    const IndexedText indexed(text);
    std::uint32_t begin = 0;
    std::size_t best_rules = 0;
    std::size_t best_marks = 0;
    for (std::size_t first = 0; first < found.size(); ++first) {
        const std::uint32_t lead = std::min(found[first].mark.start, length / 6);
        const std::uint32_t start = found[first].mark.start - lead;
        std::set<std::size_t> rules;
        std::size_t count = 0;
        for (std::size_t i = first; i < found.size() && found[i].mark.end <= start + length; ++i, ++count)
            rules.insert(found[i].rule);
        if (rules.size() > best_rules || (rules.size() == best_rules && count > best_marks)) {
            best_rules = rules.size();
            best_marks = count;
            begin = start;
        }
    }
    // A text that is hardly longer is shown whole.
    if (indexed.size() <= length + length / 4) begin = 0;
    std::uint32_t end =
        indexed.size() <= length + length / 4 ? indexed.size() : std::min(indexed.size(), begin + length);
    if (end == indexed.size() && end > length && end - begin < length && begin > 0) begin = end - length;
    constexpr std::uint32_t kLongestWord = 40;
    const std::uint32_t earliest = begin;
    while (begin > 0 && begin < end && begin < earliest + kLongestWord && !is_blank(indexed.letters[begin - 1]))
        ++begin;
    const std::uint32_t latest = end;
    while (end < indexed.size() && end > begin && end + kLongestWord > latest && !is_blank(indexed.letters[end])) --end;
    MarkedText snippet;
    snippet.text = text.substr(indexed.starts[begin], indexed.starts[end] - indexed.starts[begin]);
    snippet.cut_before = begin > 0;
    snippet.cut_after = end < indexed.size();
    for (const Found& one : found) {
        const std::uint32_t from = std::max(one.mark.start, begin);
        const std::uint32_t to = std::min(one.mark.end, end);
        if (from < to) snippet.marks.push_back({from - begin, to - begin, one.mark.reason});
    }
    return snippet;
}

} // namespace annota
