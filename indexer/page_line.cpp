// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/page_line.h"

#include "common/identifiers.h"
#include "common/utf8.h"
#include "indexer/citation_numbering.h"

#include <algorithm>
#include <array>

namespace annota {
namespace {

/// Words with no sign between them at which a title and a journal could part.
bool is_name(const CitationText& text, TokenRange range) {
    if (range.empty() || !text[range.begin].capital) return false;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const CitationToken& token = text[i];
        if (token.is(".") || token.is(",") || token.is(":") || token.is("/") || token.is("//")) return false;
    }
    return true;
}

/// Words and numbers outside of brackets.
std::size_t count_words(const CitationText& text, TokenRange range) {
    std::size_t words = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if ((text[i].is_word() || text[i].is_number()) && text[i].brackets == 0) ++words;
    }
    return words;
}

} // namespace

bool continues_abstract(std::string_view line) {
    static constexpr std::array<std::string_view, 24> kHeadings{
        "цель",       "методы",   "метод",        "материалы",  "результаты",  "выводы",
        "заключение", "введение", "актуальность", "обсуждение", "purpose",     "objective",
        "background", "aim",      "method",       "materials",  "results",     "conclusion",
        "relevance",  "findings", "discussion",   "design",     "originality", "научная новизна"};
    const std::string lower = to_lower(line.substr(0, 64));
    return std::ranges::any_of(kHeadings, [&](std::string_view heading) { return lower.starts_with(heading); });
}

bool is_heading(std::string_view line) {
    constexpr std::size_t kLongest = 120; // bytes
    return line.size() <= kLongest && line.ends_with(':');
}

std::optional<std::string> lone_doi(std::string_view line) {
    const std::string lower = to_lower(line.substr(0, 24));
    const bool begins = lower.starts_with("http://d") || lower.starts_with("https://d") || lower.starts_with("doi") ||
                        lower.starts_with("10.") || lower.starts_with("https://www.doi");
    if (!begins || line.size() > 300 || line.find("10.") == std::string_view::npos) return std::nullopt;
    return normalise_doi(line);
}

std::optional<NumberingLine> numbering_line(std::string_view line) {
    constexpr std::size_t kLongest = 200; // bytes
    if (line.size() > kLongest) return std::nullopt;
    const CitationText text(line);
    int fields = 0;
    bool labelled = false;
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t others = 0; // words behind the first number that are none of them
    for (const NumberingRun& run : find_numbering(text, text.all())) {
        if (fields == 0)
            first = run.tokens.begin;
        else
            others += count_words(text, {end, run.tokens.begin});
        end = run.tokens.end;
        fields += run.numbering.count();
        labelled = labelled || run.labelled;
    }
    others += count_words(text, {end, text.size()});
    if (!labelled) return std::nullopt;
    const TokenRange name = text.without_separators({0, first});
    if (fields >= 3 && others == 0 && is_name(text, name))
        return NumberingLine{text.slice(name), line.substr(text[first].begin)};
    others += count_words(text, name);
    const bool alone = others == 0 || (fields >= 2 && others == 1);
    return alone ? std::optional(NumberingLine{{}, line}) : std::nullopt;
}

} // namespace annota
