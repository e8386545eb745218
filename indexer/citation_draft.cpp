// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every text is entered once and only where nothing stands yet; what finds no place is collected and left in
// `references`.

#include "indexer/citation_draft.h"

#include "common/language.h"
#include "common/utf8.h"
#include "indexer/citation_author.h"
#include "indexer/citation_names.h"
#include "indexer/citation_number_element.h"
#include "indexer/citation_words.h"
#include "indexer/doi_suffix.h"

#include <algorithm>

namespace annota {
namespace {

/// A title or name as printed, but for blanks before punctuation ("Title : subtitle").
std::string printed_text(std::string_view slice) {
    std::string out;
    for (std::size_t i = 0; i < slice.size(); ++i) {
        const bool stray = slice[i] == ' ' && i + 1 < slice.size() &&
                           std::string_view(",.;:").find(slice[i + 1]) != std::string_view::npos;
        if (!stray) out.push_back(slice[i]);
    }
    return out;
}

bool has_word(const CitationText& text, TokenRange range, bool (*is_wanted)(const CitationToken&)) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (is_wanted(text[i])) return true;
    }
    return false;
}

/// "ил.", "23 см", "табл.": the body of a book, of which records say nothing.
bool describes_body(const CitationText& text, TokenRange range) {
    return has_word(text, range, is_body_word);
}

/// " : сетевой журнал" behind the name of a journal says what it is.
TokenRange without_kind_of_journal(const CitationText& text, TokenRange range) {
    for (std::size_t i = range.begin + 1; i < range.end; ++i) {
        if (!text[i].is(":") || text[i].brackets > 0 || !text[i + 1].is_word() || text[i + 1].capital ||
            range.end - i > 8)
            continue;
        for (std::size_t k = i + 1; k < range.end; ++k) {
            if (text[k].key.starts_with(word_key("журн")) || text[k].key.starts_with(word_key("газет")) ||
                text[k].key == "journal" || text[k].key.starts_with("newspaper") ||
                text[k].key.starts_with(word_key("альманах")) || text[k].key.starts_with(word_key("ежегодник"))) {
                return {range.begin, i};
            }
        }
    }
    return range;
}

/// Quotes around all of it are not part of a name.
TokenRange without_quotes(const CitationText& text, TokenRange range) {
    const bool quoted = range.size() > 2 && text[range.begin].quotes > 0 && text[range.begin].partner == range.end - 1;
    return quoted ? TokenRange{range.begin + 1, range.end - 1} : range;
}

/// Behind "/" or inside a title: where a statement that begins at `at` ends.
std::size_t statement_end(const CitationText& text, std::size_t at, std::size_t limit) {
    for (std::size_t i = at; i < limit; ++i) {
        if (text[i].brackets > 0) continue;
        const bool area = text[i].is(".") && text[i + 1].is_dash() && !text.joins_initials(i + 1);
        if (area || text[i].is("//") || (i > at && text.ends_sentence(i) && !is_editor_word(text[i - 1]))) return i;
    }
    return limit;
}

/// The beginning of "под общей ред.", "Ed. by" whose word for editor is at `at`; `at` + 1 where it begins no piece.
std::size_t editor_statement_begin(const CitationText& text, std::size_t at, std::size_t lowest) {
    constexpr std::size_t kLongest = 12; // tokens: "под общ. и науч. ред."
    std::size_t begin = at;
    while (begin > lowest && at - begin < kLongest) {
        const CitationToken& before = text[begin - 1];
        const bool stop = before.is(".") && begin > lowest + 1 && is_before_editor(text[begin - 2]);
        if (!stop && !is_before_editor(before)) break;
        --begin;
    }
    return begin > lowest && text.begins_piece(begin) ? begin : at + 1;
}

/// "2-е изд., перераб. и доп.", "3rd ed." at the end of `range`: where it begins, else the range's end.
std::size_t edition_begin(const CitationText& text, TokenRange range) {
    constexpr std::size_t kLongest = 14;
    const std::size_t lowest = range.size() > kLongest ? range.end - kLongest : range.begin + 1;
    for (std::size_t i = lowest; i < range.end; ++i) {
        if (!is_edition_word(text[i])) continue;
        // "Изд. 3-е, доп."
        const std::size_t number = text[i + 1].is(".") ? i + 2 : i + 1;
        if (text.begins_piece(i) && text[i].capital && text[number].is_number() && text[number].text.size() <= 2)
            return i;
        std::size_t begin = i;
        while (begin > lowest && !text.begins_piece(begin) && i - begin < 4) --begin;
        if (text[begin - 1].is_dash() && !text[begin - 1].blank_before && begin > lowest + 1) begin -= 2; // "2-е"
        if (text[begin].is_number() && begin > range.begin && text.begins_piece(begin)) return begin;
    }
    return range.end;
}

} // namespace

void CitationDraft::take_tail(const CitationTail& tail) {
    const Numbering& found = tail.numbering;
    const bool year_known = record_.year != 0;
    if (!year_known) record_.year = found.year;
    record_.volume = found.volume;
    part_ = found.part;
    record_.issue = found.issue;
    record_.pages = found.pages;
    record_.extent = found.extent;
    if (year_known && found.year != 0 && found.year != record_.year) leftovers_.push_back(std::to_string(found.year));
    for (const TokenRange& range : tail.unplaced) leftovers_.emplace_back(text_.slice(range));
    for (const TokenRange& range : tail.rest) {
        int year = 0;
        const bool before_year = year_end(text_, range.end, year) > range.end;
        take_rest(range, before_year || year_known, tail.in_periodical());
    }
}

void CitationDraft::take_rest(TokenRange range, bool before_year, bool in_periodical) {
    range = text_.without_separators(range);
    while (!range.empty() && (text_[range.begin].is(")") || text_[range.begin].is("("))) ++range.begin;
    if (range.empty() || describes_body(text_, range)) return;
    if (record_.place.empty() && record_.publisher.empty()) {
        if (const auto imprint =
                find_imprint(text_, range, {.before_year = before_year, .in_periodical = in_periodical});
            imprint && !(in_periodical && imprint->begin > range.begin)) {
            take_imprint(*imprint);
            leave({range.begin, imprint->begin});
            return;
        }
    }
    leave(range);
}

void CitationDraft::take_imprint(const Imprint& imprint) {
    if (record_.place.empty()) record_.place = imprint.place;
    if (record_.publisher.empty()) record_.publisher = imprint.publisher;
}

std::string CitationDraft::printed_name(TokenRange range) const {
    if (range.empty()) return {};
    // The full stop of "1998 г." and "XIX вв." is part of the name.
    const CitationToken& last = text_[range.end - 1];
    const bool keeps_stop = text_[range.end].is(".") && !last.capital &&
                            (is_year_word(last) || last.key == word_key("вв") || last.key == word_key("в"));
    return printed_text(text_.slice({range.begin, keeps_stop ? range.end + 1 : range.end}));
}

void CitationDraft::take_title(const TitleAndHost& split) {
    const TokenRange title = without_quotes(text_, split.title);
    const std::string printed = printed_name(title);
    if (printed.empty()) return;
    const auto is_text = [](const CitationToken& token) {
        return token.is_word() && number_label(token) == NumberLabel::none && !is_year_word(token);
    };
    // "2014. № 2.": numbers are a title only behind a name ("Orwell G. 1984").
    if (record_.authors.empty() && record_.editors.empty() && !has_word(text_, title, is_text)) {
        leftovers_.push_back(printed);
        return;
    }
    const std::string language = detect_language(printed);
    const std::string translation = printed_text(text_.slice(split.translation));
    if (translation.empty()) {
        record_.title[language] = printed;
        return;
    }
    const std::string translated = detect_language(translation);
    record_.title[translated == language ? "und" : language] = printed;
    record_.title[translated] = translation;
}

void CitationDraft::take_host(TokenRange range, bool in_mark) {
    range = text_.without_separators(range);
    in_mark_ = in_mark_ || in_mark;
    // "Петров П. П. (ред.). Сборник", "Lyon, R.N. (Ed.), Handbook"
    const NameList names = leading_names(text_, range);
    if (names.editors) {
        take_editors(names.persons);
        range.begin = names.end;
    }
    range = text_.without_separators(take_statements(range));
    range = without_quotes(text_, text_.without_separators(without_kind_of_journal(text_, range)));
    const std::string printed = printed_name(range);
    if (printed.empty()) return;
    conference_ = conference_ || names_conference(text_, range);
    record_.journal[detect_language(printed)] = printed;
}

void CitationDraft::take_thesis_remark(TokenRange range) {
    thesis_ = true;
    leave(range);
}

void CitationDraft::take_report_remark(TokenRange range) {
    report_ = true;
    leave(range);
}

void CitationDraft::leave(TokenRange range) {
    range = text_.without_separators(range);
    const auto unpaired = [&](std::size_t i) {
        return (text_[i].is(")") || text_[i].is("]")) && text_[i].partner < range.begin;
    };
    while (!range.empty() && unpaired(range.end - 1)) --range.end;
    range = text_.without_separators(range);
    std::size_t letters = 0;
    for (std::size_t i = range.begin; i < range.end; ++i)
        letters += text_[i].is_word() ? count_code_points(text_[i].text) : 0U;
    if (letters >= 3) leftovers_.emplace_back(text_.slice(range));
}

void CitationDraft::add_persons(const std::vector<TokenRange>& names, std::vector<Author>& persons) const {
    std::vector<Author> added;
    added.reserve(names.size());
    for (const TokenRange& name : names) added.push_back(make_author(text_.slice(name)));
    if (persons.empty()) {
        persons = std::move(added);
    } else {
        merge_authors(persons, added);
    }
}

bool CitationDraft::take_responsibility(TokenRange range, std::size_t& end) {
    end = statement_end(text_, range.begin, range.end);
    bool named = false;
    std::vector<TokenRange> others;
    for (std::size_t begin = range.begin; begin < end;) {
        std::size_t stop = begin;
        while (stop < end && !(text_[stop].is(";") && text_[stop].brackets == 0)) ++stop;
        const TokenRange part{begin, stop};
        begin = stop + 1;
        const bool editors = has_word(text_, part, is_editor_word);
        const bool translators = !editors && has_word(text_, part, is_translator_word);
        const std::vector<TokenRange> names = names_in_statement(text_, part);
        named = named || !names.empty() || editors || translators;
        if (translators || names.empty()) {
            others.push_back(part);
            continue;
        }
        if (editors) {
            take_editors(names);
        } else {
            take_authors(names);
        }
    }
    if (named) {
        for (const TokenRange& part : others) leave(part);
    }
    return named;
}

TokenRange CitationDraft::take_statements(TokenRange range) {
    range = without_series(range);
    for (std::size_t i = range.begin + 1; i < range.end; ++i) {
        if (!is_editor_word(text_[i])) continue;
        const std::size_t begin = editor_statement_begin(text_, i, range.begin);
        if (begin > i) continue;
        std::size_t end = statement_end(text_, i + 1, range.end);
        const bool bracket =
            text_[begin - 1].is("(") && text_[begin - 1].partner > begin && text_[begin - 1].partner <= range.end;
        if (bracket) end = text_[begin - 1].partner;
        const std::vector<TokenRange> names = names_in_statement(text_, {i + 1, end});
        if (names.empty()) {
            i = std::max(i, end - 1); // Nor are there names behind a later word for editors.
            continue;
        }
        take_editors(names);
        leave({bracket ? end + 1 : end, range.end});
        range.end = bracket ? begin - 1 : begin;
        break;
    }
    const std::size_t edition = edition_begin(text_, range);
    if (edition < range.end) {
        leave({edition, range.end});
        range.end = text_[edition - 1].is("(") ? edition - 1 : edition;
    }
    return text_.without_separators(range);
}

TokenRange CitationDraft::without_series(TokenRange range) {
    if (range.size() < 4) return range;
    const CitationToken& last = text_[range.end - 1];
    const bool series = last.is(")") && last.partner > range.begin && is_series_word(text_[last.partner + 1]);
    if (!series) return range;
    leave({last.partner + 1, range.end - 1});
    return text_.without_separators({range.begin, last.partner});
}

std::string CitationDraft::decide_type(bool has_link) const {
    if (thesis_) return "thesis";
    if (report_) return "report";
    const bool numbered = !record_.issue.empty() || (!record_.volume.empty() && record_.publisher.empty() && !part_);
    if (!record_.journal.empty()) {
        if (conference_ && !numbered) return "paper-conference";
        const bool book = !record_.publisher.empty() || !record_.editors.empty() || !record_.place.empty();
        if (in_mark_ && record_.issue.empty()) return "chapter";
        return book && !numbered ? "chapter" : "article-journal";
    }
    if (!record_.publisher.empty() || !record_.extent.empty() || !record_.place.empty()) return "book";
    return has_link && record_.volume.empty() && record_.issue.empty() && record_.pages.empty() ? "webpage" : "";
}

void CitationDraft::finish(bool has_link) {
    record_.type = decide_type(has_link);
    std::string remainder;
    for (const std::string& text : leftovers_) remainder += (remainder.empty() ? "" : ". ") + text;
    if (!remainder.empty()) record_.references.push_back(std::move(remainder));
}

void complete_from_doi(Record& record) {
    const auto suffix = read_doi_suffix(record.doi);
    if (!suffix) return;
    const auto agrees = [](const std::string& field, const std::string& value) {
        return field.empty() || field == value;
    };
    const bool contradicted = (record.year != 0 && record.year != suffix->year) ||
                              !agrees(record.volume, suffix->volume) || !agrees(record.issue, suffix->issue) ||
                              !agrees(record.pages, suffix->pages);
    if (contradicted) return;
    record.year = suffix->year;
    record.volume = suffix->volume;
    record.issue = suffix->issue;
    record.pages = suffix->pages;
    if (record.issn.empty()) record.issn.push_back(suffix->issn);
}

} // namespace annota
