// SPDX-License-Identifier: GPL-2.0-or-later
//
// Identifiers and remarks are lifted out first, then names are taken from the head and numbers from the tail; what is
// left in the middle is title, host and imprint. "//" divides title and host in GOST citations; without it, see
// citation_title.h.

#include "indexer/citation_parser.h"

#include "common/utf8.h"
#include "indexer/citation_draft.h"
#include "indexer/citation_identifiers.h"
#include "indexer/citation_names.h"
#include "indexer/citation_words.h"

#include <algorithm>
#include <utility>

namespace annota {
namespace {

class CitationReader {
public:
    CitationReader(const CitationText& text, Record& record) : text_(text), record_(record), draft_(text, record) {}

    void read(bool has_link) {
        TokenRange body = take_head();
        const std::size_t slashes = find_slashes(body);
        if (slashes < body.end) {
            read_title({body.begin, slashes});
            read_host({slashes + 1, body.end}, false);
        } else {
            read_plain(body);
        }
        draft_.finish(has_link);
    }

private:
    /// Names at the head, and the year behind them ("Names. 2007. Title", "Names (2006). Title").
    TokenRange take_head() {
        const NameList names = leading_names(text_, text_.all());
        if (names.editors) {
            draft_.take_editors(names.persons);
        } else {
            draft_.take_authors(names.persons);
        }
        if (!names.persons.empty()) return {take_year_behind_names(names.end), text_.size()};
        if (const std::size_t end = take_organisation(); end > 0) return {end, text_.size()};
        return {take_year_before_title(names.end), text_.size()};
    }

    /// "Lake Institute. (2019). Title. ...": APA's corporate authors have no other sign than the year behind them.
    std::size_t take_organisation() {
        constexpr std::size_t kLongest = 12; // tokens
        std::size_t open = 1;
        while (open < kLongest && text_[open].is_word()) ++open;
        if (!text_[0].is_word() || !text_[0].capital || !text_[open].is(".") || !text_[open + 1].is("(")) return 0;
        const std::size_t end = take_year_behind_names(open + 1);
        if (end == open + 1) return 0;
        draft_.take_authors({{0, open}});
        return end;
    }

    /// "1999 Title. – Journal 3, 12-14": a year at the very beginning, where no other one is printed.
    std::size_t take_year_before_title(std::size_t at) {
        int year = 0;
        if (!text_[at + 1].is_word() || !text_[at + 1].capital || year_end(text_, at, year) != at + 1) return at;
        for (std::size_t i = at + 1; i < text_.size(); ++i) {
            int other = 0;
            if (year_end(text_, i, other) > i) return at;
        }
        record_.year = year;
        return at + 1;
    }

    std::size_t take_year_behind_names(std::size_t at) {
        const bool bracket = text_[at].is("(") || text_[at].is("[");
        if (bracket && is_undated_word(text_[at + 1]) && text_[at].partner > at && text_[at].partner < at + 6) {
            draft_.leave({at + 1, text_[at].partner});
            return text_[at].partner + (text_[text_[at].partner + 1].is(".") ? 2 : 1);
        }
        const std::size_t first = bracket ? at + 1 : at;
        int year = 0;
        std::size_t end = year_end(text_, first, year);
        if (end == first) return at;
        if (bracket) {
            if (text_[at].partner <= at || text_[at].partner > at + 8) return at;
            end = text_[at].partner + 1;
        } else if (!text_[end].is(".") && !text_[end].is(",") && !text_[end].is(":")) {
            return at;
        }
        if (!text_[end].is_word() && !text_[end + 1].is_word() && text_[end + 1].partner <= end + 1) return at;
        record_.year = year;
        while (end < text_.size() && (text_[end].is(".") || text_[end].is(",") || text_[end].is(":"))) ++end;
        return end;
    }

    std::size_t find_slashes(TokenRange range) const {
        for (std::size_t i = range.begin + 1; i < range.end; ++i) {
            if (text_[i].is("//") && text_[i].brackets == 0) return i;
        }
        return range.end;
    }

    /// "/" with a blank beside it, or glued before a host or a statement: "and/or" is none.
    std::size_t find_slash(TokenRange range) const {
        for (std::size_t i = range.begin + 1; i + 1 < range.end; ++i) {
            if (!text_[i].is("/") || text_[i].brackets > 0 || text_[i].quotes > 0) continue;
            const CitationToken& behind = text_[i + 1];
            const bool blank = text_[i].blank_before || behind.blank_before || text_[i - 1].is("]") ||
                               text_[i - 1].is(".") || behind.is(",");
            const bool statement = is_editor_word(behind) || behind.key == word_key("под") ||
                                   is_collection_word(behind) || is_report_word(behind);
            if (blank || (statement && behind.capital)) return i;
        }
        return range.end;
    }

    /// The title, the persons behind its slash, and its statements.
    void read_title(TokenRange range) {
        const std::size_t slash = find_slash(range);
        std::size_t end = slash;
        if (slash < range.end && draft_.take_responsibility({slash + 1, range.end}, end)) {
            draft_.leave({end, range.end});
            range.end = slash;
        }
        range = take_thesis(range);
        draft_.take_title(split_title(text_, draft_.take_statements(range)));
    }

    /// "автореф. дис. ... канд. наук", "PhD thesis", from where its piece begins to the end of the title.
    TokenRange take_thesis(TokenRange range) {
        std::size_t begin = range.begin; // of the present piece
        for (std::size_t i = range.begin + 1; i < range.end; ++i) {
            const CitationToken& before = text_[i - 1];
            if (before.is(":") || before.is(",") || before.is("[") || before.is("(") || text_.ends_sentence(i - 1))
                begin = i;
            if (begin == range.begin || !is_thesis_word(text_[i])) continue;
            draft_.take_thesis_remark({begin, range.end});
            range.end = begin;
            // "Title Текст: автореф.": a medium mark without its brackets.
            if (text_[begin - 1].is(":") && begin > range.begin + 2 && text_[begin - 2].key == word_key("текст"))
                range.end = begin - 2;
            if (text_[range.end - 1].is("[") || text_[range.end - 1].is("(")) --range.end;
            return range;
        }
        return range;
    }

    /// "Title. Препринт ИТФ-12": the number of a report is the last sentence of the title.
    TokenRange take_report(TokenRange range) {
        for (std::size_t i = range.begin + 2; i < range.end; ++i) {
            if (!is_report_word(text_[i]) || !text_.ends_sentence(i - 1)) continue;
            draft_.take_report_remark({i, range.end});
            return {range.begin, i};
        }
        return range;
    }

    /// Host, numbers and imprint behind "//" or "In:".
    void read_host(TokenRange range, bool in_mark) {
        const CitationTail tail = find_tail(text_, range);
        TokenRange host{range.begin, tail.begin};
        if (const std::size_t mark = container_mark_end(text_, host.begin); mark < host.end) host.begin = mark;
        const ImprintHints hints{.before_year = tail.begins_with_year || record_.year != 0,
                                 .in_periodical = tail.in_periodical()};
        if (const auto imprint = find_imprint(text_, host, hints); imprint && imprint->begin > host.begin) {
            draft_.take_imprint(*imprint);
            host.end = imprint->begin;
        }
        host = without_open_bracket(host);
        const std::size_t slash = find_slash(host);
        std::size_t end = slash;
        if (slash < host.end && draft_.take_responsibility({slash + 1, host.end}, end)) {
            draft_.leave({end, host.end});
            host.end = slash;
        }
        draft_.take_host(host, in_mark);
        draft_.take_tail(tail);
    }

    /// What stands before numbers in brackets ends with their bracket.
    TokenRange without_open_bracket(TokenRange range) const {
        if (!range.empty() && text_[range.end - 1].is("(")) --range.end;
        return range;
    }

    /// "Title. In: Host", "Title, В: Редактор (ред.), Host": the token "In".
    std::size_t find_container_mark(TokenRange range) const {
        for (std::size_t i = range.begin + 2; i < range.end; ++i) {
            if (text_[i].brackets == 0 && text_[i].quotes == 0 && text_.begins_piece(i) &&
                container_mark_end(text_, i) > i)
                return i;
        }
        return range.end;
    }

    void read_plain(TokenRange body) {
        if (const std::size_t mark = find_container_mark(body); mark < body.end) {
            read_title({body.begin, mark});
            read_host({container_mark_end(text_, mark), body.end}, true);
            return;
        }
        const std::size_t slash = find_slash(body);
        if (slash < body.end && !names_somebody({slash + 1, body.end}) && begins_host_behind(slash, body)) {
            read_title({body.begin, slash});
            read_host({slash + 1, body.end}, false);
            return;
        }
        const CitationTail tail = find_tail(text_, body);
        TokenRange range{body.begin, tail.begin};
        const ImprintHints hints{.before_year = tail.begins_with_year || (record_.year != 0 && tail.begin >= body.end),
                                 .before_pages = tail.has_page_range(),
                                 .in_periodical = tail.in_periodical()};
        bool book = false;
        if (const auto imprint = find_imprint(text_, range, hints); imprint && imprint->begin > range.begin) {
            draft_.take_imprint(*imprint);
            book = true;
            range.end = imprint->begin;
            if (text_[range.end - 1].is("(")) range = take_full_name(without_open_bracket(range));
        }
        range = without_open_bracket(range);
        draft_.take_tail(tail);
        book = book || !record_.publisher.empty() || !record_.extent.empty();
        const bool periodical = !book && (tail.in_periodical() || !tail.numbering.pages.empty());
        const TokenRange title = read_book_responsibility(range, periodical);
        book = book || title.end < range.end; // Where persons stand behind the title, nothing else does.
        divide(take_report(take_thesis(title)), tail, book);
    }

    void divide(TokenRange range, const CitationTail& tail, bool book) {
        const bool expects_host =
            !book && (tail.in_periodical() || tail.has_page_range() || !tail.numbering.pages.empty());
        const TitleAndHost split =
            split_title_and_host(text_, text_.without_separators(range), {expects_host, tail.has_page_range()});
        if (!split.host.empty()) {
            draft_.take_title(split_title(text_, draft_.take_statements({split.title.begin, split.title.end})));
            if (!split.translation.empty()) draft_.take_title(split);
            draft_.take_host(split.host, false);
            return;
        }
        const bool whole_periodical = expects_host && record_.authors.empty() && tail.begins_with_year;
        draft_.take_title(split_title(text_, draft_.take_statements(split.translation.empty() ? split.title : range)));
        // "Journal. 2007. 8 (5): 55-73": the pages of a periodical under no title of their own.
        if (whole_periodical) draft_.take_host(range, false);
    }

    /// "Title / И. Петров ; под ред. ... . – М.": the statement ends before the next area, which may be a periodical.
    TokenRange read_book_responsibility(TokenRange range, bool in_periodical) {
        const std::size_t slash = find_slash(range);
        if (slash >= range.end) return range;
        const TokenRange statement = text_.without_separators({slash + 1, range.end});
        std::size_t end = slash;
        if (!names_somebody(statement) || !draft_.take_responsibility(statement, end)) return range;
        const CitationToken& next = text_[text_.without_separators({end, range.end}).begin];
        if (in_periodical && next.capital) {
            draft_.take_host({end, range.end}, false);
        } else {
            draft_.leave({end, range.end});
        }
        range.end = slash;
        return range;
    }

    bool names_somebody(TokenRange range) const {
        range = text_.without_separators(range);
        const CitationToken& first = text_[range.begin];
        if (is_editor_word(first) || is_translator_word(first) || first.key == word_key("под")) return true;
        if (is_before_editor(first) &&
            (is_editor_word(text_[range.begin + 1]) || is_editor_word(text_[range.begin + 2])))
            return true;
        if (is_collection_word(text_[range.begin]) || is_journal_word(text_[range.begin])) return false;
        return name_with_initials_end(text_, range.begin) > range.begin ||
               full_name_end(text_, range.begin) > range.begin;
    }

    /// What follows a single slash and names nobody is a host where it begins as one, or where no sentence ends before
    /// it.
    bool begins_host_behind(std::size_t slash, TokenRange body) const {
        const CitationToken& behind = text_[slash + 1];
        if (behind.capital && (is_collection_word(behind) || is_journal_word(behind) || is_report_word(behind)))
            return true;
        for (std::size_t i = body.begin; i + 1 < slash; ++i) {
            if (text_.ends_sentence(i) && text_[i].brackets == 0) return false;
        }
        return find_tail(text_, {slash + 1, body.end}).begin < body.end && text_[slash].blank_before;
    }

    /// "Ivan Petrov, Title (Place: Publisher, year)": Chicago's notes have no other sign of the author.
    TokenRange take_full_name(TokenRange range) {
        if (!record_.authors.empty() || !record_.editors.empty()) return range;
        const std::size_t end = full_name_end(text_, range.begin);
        if (end == range.begin || !text_[end].is(",") || end + 1 >= range.end) return range;
        draft_.take_authors({{range.begin, end}});
        return {end + 1, range.end};
    }

    const CitationText& text_;
    Record& record_;
    CitationDraft draft_;
};

/// What no field took goes on in small letters, as sentences do: "(no. 3, 2022) has published an article".
bool is_prose(const Record& record) {
    if (record.references.empty() || record.type == "thesis") return false;
    const CitationText text(record.references.front());
    std::size_t words = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i].is_word()) ++words;
    }
    return words >= 3 && text[0].is_word() && !text[0].capital;
}

} // namespace

Record parse_citation(std::string_view printed) {
    Record record;
    if (printed.size() > kMaxCitationBytes) {
        record.references.push_back(make_valid_utf8(printed));
        return record;
    }
    LiftedCitation lifted = lift_identifiers(printed);
    const CitationText text(lifted.text);
    record.doi = std::move(lifted.doi);
    record.url = std::move(lifted.url);
    record.isbn = std::move(lifted.isbn);
    record.issn = std::move(lifted.issn);
    record.language = std::move(lifted.language);
    CitationReader(text, record).read(!record.url.empty());
    complete_from_doi(record);
    return record;
}

bool looks_like_citation(std::string_view line) {
    constexpr std::size_t kShortest = 25;
    constexpr std::size_t kLongest = 4096;
    if (line.size() < kShortest || line.size() > kLongest) return false;
    const Record record = parse_citation(line);
    constexpr std::size_t kShortestTitle = 5; // bytes
    const bool titled = std::any_of(record.title.begin(), record.title.end(), [=](const auto& title) {
        return title.first != "und" && title.second.size() >= kShortestTitle;
    });
    if (!titled || is_prose(record)) return false;
    const bool numbers =
        !record.volume.empty() || !record.issue.empty() || !record.pages.empty() || !record.extent.empty();
    const int evidence = (record.journal.empty() ? 0 : 1) + (record.year != 0 ? 1 : 0) + (numbers ? 1 : 0) +
                         (!record.place.empty() && !record.publisher.empty() ? 1 : 0) + (record.doi.empty() ? 0 : 1);
    if (line.find(" // ") != std::string_view::npos) return !record.journal.empty() && evidence >= 2;
    return evidence >= 3 || (evidence >= 2 && !record.authors.empty());
}

} // namespace annota
