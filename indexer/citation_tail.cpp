// SPDX-License-Identifier: GPL-2.0-or-later
//
// A run of numbers is sure where it holds two of them or a label; what looks like one inside a title, a bracket or the
// date of a conference is not.

#include "indexer/citation_tail.h"

#include "indexer/citation_imprint.h"
#include "indexer/citation_place.h"

namespace annota {
namespace {

/// Inside a bracket with something else before it: "(Bibl. M 40r: 2)".
bool is_part_of_remark(const CitationText& text, const NumberingRun& run) {
    return text[run.tokens.begin].brackets > 0 && !run.begins_piece;
}

/// "(часть 2)", "(2005)": all of a bracket.
bool fills_brackets(const CitationText& text, const NumberingRun& run) {
    return run.tokens.begin > 0 && text[run.tokens.begin - 1].is("(") &&
           text[run.tokens.begin - 1].partner == run.tokens.end;
}

bool is_strong(const CitationText& text, const NumberingRun& run, TokenRange gap_behind) {
    const Numbering& found = run.numbering;
    // "Vol. 1. Thermal processes. Moscow, ...": the volume of a book has a title of its own, and the text goes on.
    const bool only_volume = !found.volume.empty() && found.count() == 1;
    if (only_volume && (text.count_words(gap_behind) > 3 || fills_brackets(text, run))) return false;
    if (is_part_of_remark(text, run)) return false;
    // "(Казань, 12-14 мая 2019 г.)": the date of a conference, with its town, not of the book.
    if (run.begins_with_date && text[run.tokens.begin].brackets > 0 && !text[run.tokens.begin - 1].is("("))
        return false;
    // "Book, 44-55. Place: ...": pages between two signs.
    const CitationToken& behind = text[run.tokens.end];
    if (found.count() == 1 && found.pages.find('-') != std::string::npos && run.begins_piece &&
        !text[run.tokens.begin - 1].is_dash() && (behind.is(".") || behind.is(",") || run.tokens.end >= text.size()))
        return true;
    // "..., Казань 12-15" at the very end
    if (found.pages.find('-') != std::string::npos && run.tokens.end >= text.size() && run.tokens.begin > 0 &&
        is_known_place(text[run.tokens.begin - 1]))
        return true;
    return (found.count() >= 2 && (run.begins_piece || !run.begins_with_date)) || (run.labelled && run.begins_piece);
}

} // namespace

CitationTail find_tail(const CitationText& text, TokenRange range) {
    constexpr std::size_t kLongestGap = 16; // words between two numbers: imprints and remarks are shorter
    CitationTail tail;
    tail.begin = range.end;
    const std::vector<NumberingRun> runs = find_numbering(text, range);
    const auto gap_behind = [&](std::size_t r) {
        return TokenRange{runs[r].tokens.end, r + 1 < runs.size() ? runs[r + 1].tokens.begin : range.end};
    };
    std::size_t first = runs.size();
    for (std::size_t r = 0; r < runs.size() && first == runs.size(); ++r) {
        if (runs[r].tokens.begin > range.begin && is_strong(text, runs[r], gap_behind(r))) first = r;
    }
    // A book's volume is known even where the title goes on behind it.
    for (std::size_t r = 0; r < first; ++r) {
        if (runs[r].labelled && runs[r].begins_piece && runs[r].numbering.count() == 1 &&
            tail.numbering.volume.empty()) {
            tail.numbering.volume = runs[r].numbering.volume;
            tail.numbering.part = true;
        }
    }
    for (std::size_t r = runs.size(); r > 0 && first == runs.size(); --r) {
        const NumberingRun& run = runs[r - 1];
        const bool remark = run.begins_with_date && text[run.tokens.begin].brackets > 0 && r > 1;
        const bool closes = run.labelled && text.without_separators({run.tokens.end, range.end}).empty();
        if (run.tokens.begin > range.begin && (run.begins_piece || closes) && !remark) first = r - 1;
    }
    if (first == runs.size()) return tail;
    // "Place: Publisher, 1952 (printer). 146 p.": the imprint and its year stand before the strong numbers.
    for (std::size_t r = first; r > 0; --r) {
        const NumberingRun& run = runs[r - 1];
        if (run.tokens.begin <= range.begin || !run.begins_piece || run.begins_with_date || !run.numbering.only_year())
            continue;
        const bool special_issue = text.ends_sentence(run.tokens.begin - 1) && text[run.tokens.end].is(".") &&
                                   text.count_words(gap_behind(r - 1)) <= 2; // "2016. Спецвыпуск. С. 5"
        if (special_issue || find_imprint(text, {range.begin, run.tokens.begin}, {.before_year = true})) first = r - 1;
    }
    tail.begin = runs[first].tokens.begin;
    tail.begins_with_year =
        text[tail.begin].is_number() && runs[first].numbering.year != 0 && text[tail.begin].text.size() == 4;
    for (std::size_t r = first; r < runs.size(); ++r) {
        if (!tail.numbering.complete_from(runs[r].numbering)) tail.unplaced.push_back(runs[r].tokens);
        tail.unplaced.insert(tail.unplaced.end(), runs[r].unplaced.begin(), runs[r].unplaced.end());
        const TokenRange gap = gap_behind(r);
        // A second citation, glued to the first.
        if (tail.numbering.count() >= 2 && text.count_words(gap) > kLongestGap) {
            tail.rest.push_back({gap.begin, range.end});
            break;
        }
        if (!text.without_separators(gap).empty()) tail.rest.push_back(gap);
    }
    return tail;
}

} // namespace annota
