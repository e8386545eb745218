// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/suggestion.h"

#include "common/name.h"
#include "common/schema.h"
#include "common/utf8.h"
#include "searcher/expansion.h"
#include "searcher/inflections.h"
#include "searcher/query_word.h"
#include "searcher/query_words.h"
#include "searcher/word_pattern.h"

#include <xapian.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace annota {

namespace {

constexpr std::u32string_view kLatinKeys = U"qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~";
constexpr std::u32string_view kCyrillicKeys = U"йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ";
static_assert(kLatinKeys.size() == kCyrillicKeys.size());

constexpr std::size_t kShortestMisspelt = 4; ///< Letters: a shorter word is like too many others.
constexpr std::size_t kShortWord = 6;        ///< Up to here one edit, then two.
constexpr std::size_t kMostRead = 2'000'000; ///< Terms.

bool is_cyrillic(char32_t c) {
    return (c >= U'а' && c <= U'я') || (c >= U'А' && c <= U'Я') || c == U'ё' || c == U'Ё';
}

std::size_t common_ending(std::u32string_view a, std::u32string_view b) {
    std::size_t size = 0;
    while (size < std::min(a.size(), b.size()) && a[a.size() - 1 - size] == b[b.size() - 1 - size]) ++size;
    return size;
}

/// Looks at the words of one query.
class Suggester {
public:
    Suggester(const Xapian::Database& vocabulary, Analyzer& analyzer, bool thorough)
        : vocabulary_(vocabulary), analyzer_(analyzer), thorough_(thorough) {}

    /// Replacements by place in the text.
    struct Change {
        std::size_t start;
        std::size_t end;
        std::u32string word;
    };

    /// Words that are excluded are missed by nobody.
    void walk(const QueryNode& node) {
        if (node.mark == QueryMark::must_not || node.kind == QueryNodeKind::none_of) return;
        for (const QueryNode& child : node.children) walk(child);
        const bool of_text = node.field == nullptr || node.field->kind == FieldKind::text;
        if (node.kind != QueryNodeKind::word || !of_text || is_known(node.text)) return;
        std::optional<std::string> better = other_layout(node.text);
        if (!better && (better = other_spelling(node.text))) layout_ = false;
        if (better) changes_.push_back({node.start, node.end, to_code_points(*better)});
    }

    std::optional<Suggestion> changed(std::string_view text, const QueryNode& root) {
        walk(root);
        std::u32string letters = to_code_points(text);
        std::ranges::sort(changes_, std::greater<>(), &Change::start);
        bool any = false;
        for (const Change& change : changes_) {
            if (change.end > letters.size()) continue;
            const std::u32string_view typed =
                std::u32string_view(letters).substr(change.start, change.end - change.start);
            const std::size_t field = std::min(typed.rfind(U':') + 1, typed.size()); // 0 without a colon
            letters.replace(change.start + field, typed.size() - field, change.word);
            any = true;
        }
        return any ? std::optional(Suggestion{to_utf8(letters), layout_}) : std::nullopt;
    }

private:
    /// Whether a document has it as a word or in a name.
    bool is_known(std::string_view text) {
        for (const QueryWord& word : query_words(analyzer_, text)) {
            const auto has = [this](const Token& token) { return vocabulary_.term_exists(token.term); };
            const bool known = std::ranges::all_of(word.parts, has) || (word.joined && has(*word.joined)) ||
                               (word.twin && has(*word.twin)) ||
                               vocabulary_.term_exists(make_term(kNameWordPrefix, script_free_key(word.printed)));
            if (!known) return false;
        }
        return true;
    }

    std::optional<std::string> other_layout(std::string_view word) {
        std::optional<std::string> other = in_other_layout(word);
        const bool is_word = other && query_words(analyzer_, *other).size() == 1;
        return is_word && is_known(*other) ? other : std::nullopt;
    }

    std::optional<std::string> other_spelling(std::string_view text) {
        const std::vector<QueryWord> words = query_words(analyzer_, text);
        if (words.size() != 1 || words.front().parts.size() != 1) return std::nullopt;
        const std::u32string form = to_code_points(words.front().parts.front().form);
        const bool has_digit = std::ranges::any_of(form, [](char32_t c) { return c >= U'0' && c <= U'9'; });
        const auto pattern = MisspeltWord::read(form, form.size() <= kShortWord ? 1 : 2);
        if (form.size() < kShortestMisspelt || has_digit || !pattern) return std::nullopt;
        std::string first;
        if (!thorough_) append_code_point(first, form.front());
        const Expansion stems = accepted_stems(
            vocabulary_, {}, first,
            [&](std::string_view stem) {
                std::size_t at = 0;
                return is_cyrillic(next_code_point(stem, at)) == is_cyrillic(form.front()) &&
                       accepts_inflection(*pattern, stem, analyzer_);
            },
            terms_left_);
        return nearest(stems.terms, form);
    }

    /// Of the stems, the most frequent first, the one with the nearest inflection: this.
    std::optional<std::string> nearest(const std::vector<std::string>& stems, const std::u32string& typed) {
        std::optional<std::string> best;
        unsigned least = 3;
        for (const std::string& stem : stems) {
            const auto [form, distance] = nearest_inflection(stem, typed);
            if (distance >= least) continue;
            least = distance;
            best = form;
        }
        return best;
    }

    std::pair<std::string, unsigned> nearest_inflection(const std::string& stem, const std::u32string& typed) {
        std::pair<std::string, unsigned> best{{}, 3};
        std::size_t best_ending = 0;
        const std::u32string beginning = to_code_points(sure_beginning(stem));
        for (const std::u32string_view ending : endings_like(stem)) {
            const std::u32string form = beginning + std::u32string(ending);
            const std::string text = to_utf8(form);
            for (const unsigned distance : {1U, 2U}) {
                if (!is_within(distance, typed, form)) continue;
                const std::size_t same = common_ending(form, typed);
                const bool better = std::pair(distance, best_ending) < std::pair(best.second, same);
                if (better && analyzer_.stem(text) == stem) {
                    best = {text, distance};
                    best_ending = same;
                }
                break;
            }
        }
        return best;
    }

    static bool is_within(unsigned distance, const std::u32string& typed, const std::u32string& form) {
        const auto pattern = MisspeltWord::read(typed, distance);
        auto state = pattern->start();
        for (const char32_t letter : form) state = pattern->next(state, letter);
        return pattern->accepts(state);
    }

    const Xapian::Database& vocabulary_;
    Analyzer& analyzer_;
    bool thorough_;
    bool layout_ = true;
    std::size_t terms_left_ = kMostRead;
    std::vector<Change> changes_;
};

} // namespace

std::optional<std::string> in_other_layout(std::string_view word) {
    const std::u32string typed = to_code_points(word);
    const bool from_cyrillic = std::ranges::any_of(typed, is_cyrillic);
    const std::u32string_view from = from_cyrillic ? kCyrillicKeys : kLatinKeys;
    const std::u32string_view to = from_cyrillic ? kLatinKeys : kCyrillicKeys;
    std::u32string other;
    for (const char32_t c : typed) {
        const std::size_t key = from.find(c);
        if (key == std::u32string_view::npos) return std::nullopt;
        other += to[key];
    }
    return to_utf8(other);
}

std::optional<Suggestion> suggest(std::string_view text, const ParsedQuery& query, const Xapian::Database& vocabulary,
                                  Analyzer& analyzer, bool thorough) {
    return Suggester(vocabulary, analyzer, thorough).changed(text, query.root);
}

} // namespace annota
