// SPDX-License-Identifier: GPL-2.0-or-later
//
// Signs are tried from the surest to the weakest: quotes around the title, a translation in brackets, "In:", a sentence
// that begins as names of journals and proceedings do, the last sentence, the last comma.

#include "indexer/citation_title.h"

#include "common/utf8.h"
#include "indexer/citation_names.h"
#include "indexer/citation_words.h"

#include <algorithm>
#include <vector>

namespace annota {
namespace {

/// Sentences of `range` outside brackets and quotes, each without its final stop.
std::vector<TokenRange> sentences(const CitationText& text, TokenRange range) {
    std::vector<TokenRange> found;
    std::size_t begin = range.begin;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (text[i].brackets > 0 || text[i].quotes > 0) continue;
        const bool dash_behind_stop = i > range.begin && text[i].is_dash() && text[i - 1].is(".");
        if (!text.ends_sentence(i) && !dash_behind_stop) continue;
        const TokenRange sentence{begin, text[i].is("?") || text[i].is("!") ? i + 1 : i};
        if (!text.without_separators(sentence).empty()) found.push_back(sentence);
        begin = i + 1;
    }
    if (!text.without_separators({begin, range.end}).empty()) found.push_back({begin, range.end});
    return found;
}

TokenRange trimmed(const CitationText& text, TokenRange range) {
    return text.without_separators(range);
}

/// A cut word of an abbreviated journal name: "Nucl", "J", "Proc".
bool is_cut_word(const CitationText& text, TokenRange sentence) {
    const TokenRange words = trimmed(text, sentence);
    return words.size() == 1 && text[words.begin].is_word() && text[words.begin].capital &&
           count_code_points(text[words.begin].text) <= 6;
}

bool is_section_letter(const CitationText& text, TokenRange sentence) {
    const TokenRange words = trimmed(text, sentence);
    return words.size() == 1 && text[words.begin].is_word() && count_code_points(text[words.begin].text) == 1;
}

bool has_only_cut_words(const CitationText& text, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (!text[i].is(".") && !is_cut_word(text, {i, i + 1})) return false;
    }
    return !range.empty();
}

/// Begins as only hosts do: "Вестник ...", "Труды ...", or names a conference and its proceedings.
bool begins_host(const CitationText& text, TokenRange sentence) {
    const TokenRange words = trimmed(text, sentence);
    if (words.empty()) return false;
    const CitationToken& first = text[words.begin];
    const bool short_name = words.size() <= 3 && names_collection(text, words); // "RAS Proceedings"
    return is_journal_word(first) || (is_collection_word(first) && first.capital) || short_name ||
           (names_conference(text, words) && names_collection(text, words));
}

/// "Чтение и время: сборник статей"
bool is_called_collection(const CitationText& text, TokenRange sentence) {
    for (std::size_t i = sentence.begin + 1; i + 1 < sentence.end; ++i) {
        if (text[i].is(":") && is_collection_word(text[i + 1])) return true;
    }
    return false;
}

bool begins_series(const CitationText& text, TokenRange sentence) {
    const TokenRange words = trimmed(text, sentence);
    return !words.empty() && is_series_word(text[words.begin]);
}

/// The sentence with which the host begins; `all.size()` where there is none.
std::size_t first_of_host(const CitationText& text, const std::vector<TokenRange>& all, HostHints hints) {
    constexpr std::size_t kMostSentences = 3; // of a host, from the end
    std::size_t first = all.size();
    for (std::size_t i = all.size() > kMostSentences ? all.size() - kMostSentences : 1; i < first; ++i) {
        if (begins_host(text, all[i]) && (hints.expected || names_collection(text, all[i]))) first = i;
        if (hints.part_of_book && is_called_collection(text, all[i])) first = i;
    }
    if (first == all.size()) {
        if (!hints.expected || all.size() < 2) return all.size();
        --first;
    }
    // "Phys. Rev. B": a letter is the section of the journal before it.
    while (first > 1 && (begins_series(text, all[first]) || is_cut_word(text, all[first - 1]) ||
                         is_section_letter(text, all[first])))
        --first;
    return first;
}

/// "Title, J. Nucl. Mater.": an abbreviated name may begin behind a comma of the sentence before.
std::size_t host_begin(const CitationText& text, const std::vector<TokenRange>& all, std::size_t host) {
    const TokenRange before = all[host - 1];
    for (std::size_t i = before.end; i > before.begin + 1 && before.end - i < 8; --i) {
        if (text[i - 1].is(",")) return has_only_cut_words(text, {i, before.end}) ? i : all[host].begin;
    }
    return all[host].begin;
}

/// "“Title,” Journal", "«Title». Journal": the closing quote where the quotes hold all of the title, else the range's
/// begin.
std::size_t quoted_title_end(const CitationText& text, TokenRange range) {
    const CitationToken& open = text[range.begin];
    if (open.quotes == 0 || open.partner <= range.begin || open.partner >= range.end) return range.begin;
    const std::size_t close = open.partner;
    const CitationToken& inside = text[close - 1];
    const CitationToken& behind = text[close + 1];
    const bool ends = inside.is(".") || inside.is(",") || inside.is("?") || behind.is(".") || behind.is(",") ||
                      close + 1 >= range.end || behind.is("//");
    return ends && text.count_words({range.begin, close}) >= 2 ? close : range.begin;
}

/// A title in single quotes, 'Title', as Harvard style has it.
std::size_t single_quoted_title_end(const CitationText& text, TokenRange range) {
    const auto is_quote = [](const CitationToken& token) { return token.is("'") || token.is("’") || token.is("‘"); };
    if (!is_quote(text[range.begin]) || text[range.begin + 1].blank_before) return range.begin;
    for (std::size_t i = range.begin + 2; i < range.end; ++i) {
        if (is_quote(text[i]) && !text[i].blank_before &&
            (text[i + 1].is(",") || text[i + 1].is(".") || i + 1 >= range.end || text[i - 1].is(",")))
            return i;
    }
    return range.begin;
}

/// "[Translation of the title]": at least two words in brackets that nothing but a full stop precedes within the range.
TokenRange translation_in(const CitationText& text, TokenRange range) {
    for (std::size_t i = range.begin + 1; i < range.end; ++i) {
        if (!text[i].is("[") || text[i].brackets != 1 || text[i].partner <= i || text[i].partner >= range.end) continue;
        if (text.count_words({i, text[i].partner}) >= 2) return {i + 1, text[i].partner};
    }
    return {};
}

bool is_latin(const CitationToken& word) {
    return word.text.front() >= 'A' && word.text.front() <= 'z';
}

/// "Заглавие = Title": the sign between titles in two scripts, else the range's end.
std::size_t parallel_title(const CitationText& text, TokenRange range) {
    for (std::size_t i = range.begin + 1; i + 1 < range.end; ++i) {
        if (!text[i].is("=") || text[i].brackets > 0 || !text[i + 1].is_word() || !text[i + 1].capital) continue;
        const TokenRange before = trimmed(text, {range.begin, i});
        const CitationToken& first = text[before.begin];
        if (first.is_word() && is_latin(first) != is_latin(text[i + 1])) return i;
    }
    return range.end;
}

/// "Title. Journal [Its translation]": a sentence ends before the bracket with which all ends.
bool belongs_to_host(const CitationText& text, TokenRange range, TokenRange translation) {
    return translation.end + 1 >= range.end && sentences(text, {range.begin, translation.begin - 1}).size() > 1;
}

void take_host(const CitationText& text, TokenRange range, TitleAndHost& found) {
    found.host = trimmed(text, range);
}

/// "Title, Journal" where there is no full stop between them: behind the last comma with a capital.
TokenRange host_behind_comma(const CitationText& text, TokenRange range) {
    for (std::size_t i = range.end; i > range.begin + 1; --i) {
        const CitationToken& comma = text[i - 1];
        if (comma.is(",") && comma.brackets == 0 && comma.quotes == 0 && text[i].is_word() && text[i].capital &&
            i < range.end)
            return {i, range.end};
    }
    return {};
}

} // namespace

std::size_t container_mark_end(const CitationText& text, std::size_t at) {
    const CitationToken& mark = text[at];
    if (!mark.is_word() || !mark.capital) return at;
    if (mark.key == "in") {
        if (text[at + 1].is(":")) return at + 2;
        const CitationToken& next = text[at + 1];
        const bool behind_quotes = at > 0 && text[at - 1].quotes > 0 && text[at - 1].partner < at - 1 && next.capital;
        const bool editors = at > 0 && leading_names(text, {at + 1, text.size()}).editors;
        return behind_quotes || editors || (is_collection_word(next) && next.capital) ? at + 1 : at;
    }
    if (mark.key != word_key("в") && mark.key != word_key("у")) return at;
    if (text[at + 1].is(":")) return at + 2;
    const bool book =
        text[at + 1].is_word() && (text[at + 1].key == word_key("кн") || text[at + 1].key == word_key("сб") ||
                                   text[at + 1].key == word_key("книге"));
    if (!book) return at;
    std::size_t end = at + 2;
    if (text[end].is(".")) ++end;
    if (text[end].is(":")) ++end;
    return end;
}

bool names_conference(const CitationText& text, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (is_conference_word(text[i])) return true;
    }
    return false;
}

bool names_collection(const CitationText& text, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (is_collection_word(text[i])) return true;
    }
    return false;
}

TitleAndHost split_title(const CitationText& text, TokenRange range) {
    TitleAndHost found;
    range = trimmed(text, range);
    found.title = range;
    if (range.empty()) return found;
    if (const std::size_t close = quoted_title_end(text, range); close + 1 >= range.end && close > range.begin) {
        found.title = trimmed(text, {range.begin + 1, close});
        return found;
    }
    if (text[range.begin].is("[") && text[range.begin].partner == range.end - 1) {
        found.title = trimmed(text, {range.begin + 1, range.end - 1});
        return found;
    }
    found.translation = translation_in(text, range);
    if (!found.translation.empty()) {
        found.title = trimmed(text, {range.begin, found.translation.begin - 1});
        found.translation = trimmed(text, found.translation);
    } else if (const std::size_t equals = parallel_title(text, range); equals < range.end) {
        found.title = trimmed(text, {range.begin, equals});
        found.translation = trimmed(text, {equals + 1, range.end});
    }
    return found;
}

TitleAndHost split_title_and_host(const CitationText& text, TokenRange range, HostHints hints) {
    TitleAndHost found;
    range = trimmed(text, range);
    if (range.empty()) return found;
    std::size_t close = quoted_title_end(text, range);
    if (close == range.begin) close = single_quoted_title_end(text, range);
    if (close > range.begin) {
        found.title = trimmed(text, {range.begin + 1, close});
        take_host(text, {close + 1, range.end}, found);
        return found;
    }
    const TokenRange translation = translation_in(text, range);
    if (!translation.empty() && !(hints.expected && belongs_to_host(text, range, translation))) {
        found.title = trimmed(text, {range.begin, translation.begin - 1});
        found.translation = trimmed(text, translation);
        take_host(text, {translation.end + 1, range.end}, found);
        return found;
    }
    const std::vector<TokenRange> all = sentences(text, range);
    const std::size_t host = first_of_host(text, all, hints);
    found.title = range;
    if (host < all.size()) {
        const std::size_t begin = host_begin(text, all, host);
        found.title = trimmed(text, {range.begin, begin});
        // "?" and "!" belong to the title, and trimming leaves them.
        found.host = trimmed(text, {begin, range.end});
    } else if (hints.expected && all.size() == 1) {
        found.host = host_behind_comma(text, range);
        if (!found.host.empty()) found.title = trimmed(text, {range.begin, found.host.begin});
    }
    return found;
}

} // namespace annota
