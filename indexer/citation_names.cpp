// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names are told by their shape: initials beside a capitalised word are a name wherever they stand, full names only
// where a list of authors must be (at the head, closed by a year, or several in a row).

#include "indexer/citation_names.h"

#include "common/utf8.h"
#include "indexer/citation_numbering.h"
#include "indexer/citation_words.h"

#include <algorithm>

namespace annota {
namespace {

/// "и др.", "et al.", "[и др.]", "e.a.", "та ін.": its end.
std::size_t et_al_end(const CitationText& text, std::size_t at) {
    std::size_t i = at;
    const bool bracket = text[i].is("[") || text[i].is("(");
    if (bracket) ++i;
    const auto word = [&](std::size_t k, std::string_view wanted) {
        return text[k].is_word() && text[k].key == word_key(wanted);
    };
    if (word(i, "et") && text[i + 1].is(".")) ++i;
    const bool two = (word(i, "и") && (word(i + 1, "др") || word(i + 1, "соавт") || word(i + 1, "другие"))) ||
                     (word(i, "et") && (word(i + 1, "al") || word(i + 1, "alii"))) ||
                     (word(i, "and") && word(i + 1, "others")) ||
                     ((word(i, "та") || word(i, "и")) && (word(i + 1, "ін") || word(i + 1, "др")));
    if (two) {
        i += 2;
    } else if (word(i, "e") && text[i + 1].is(".") && word(i + 2, "a")) {
        i += 3;
    } else {
        return at;
    }
    if (text[i].is(".")) ++i;
    if (bracket && (text[i].is("]") || text[i].is(")"))) ++i;
    return i;
}

struct Initials {
    std::size_t end = 0;
    std::size_t count = 0;
    bool stops = false; ///< Every one but perhaps the last has its full stop.
};

/// "И.О.", "Yu. V.", "J.-P.", "Ю.А" (the last stop forgotten before a comma).
Initials initials_at(const CitationText& text, std::size_t at) {
    Initials found{at, 0, true};
    std::size_t i = at;
    while (is_initial(text[i]) && found.count < 4) {
        const bool stop = text[i + 1].is(".");
        if (!stop) {
            // Only the end of the name excuses a missing full stop.
            if (found.count > 0 && (text[i + 1].is(",") || text[i + 1].is(";") || et_al_end(text, i + 1) > i + 1)) {
                ++found.count;
                found.end = i + 1;
            }
            break;
        }
        // "Иванов И.И. Т. Манн и ...": behind initials without blanks, one with a blank belongs to the next words.
        // A dash says nothing: "Liu H.-T. D."
        const bool glued = found.count >= 2 && !text[i - 2].blank_before && !text[i - 3].is_dash();
        if (glued && text[i].blank_before) break;
        i += 2;
        ++found.count;
        found.end = i;
        if (text[i].is_dash() && is_initial(text[i + 1]) && text[i + 2].is(".")) ++i;
    }
    return found;
}

bool is_name_word(const CitationToken& token) {
    return token.is_word() && token.capital && count_code_points(token.text) >= 2;
}

/// A family name: particles and one word, or a second one that is no initial.
std::size_t family_end(const CitationText& text, std::size_t at) {
    std::size_t i = at;
    while (is_name_particle(text[i]) && i < at + 3 && text[i + 1].is_word()) ++i;
    return is_name_word(text[i]) ? i + 1 : at;
}

/// "КовтунS.N.", "KazanskyYu.A.": the blank before the initials is missing.
bool ends_in_initial(const CitationToken& token) {
    if (!token.is_word() || !token.capital) return false;
    std::size_t last = 0;
    std::size_t before = 0;
    for (std::size_t at = 0; at < token.text.size();) {
        before = last;
        last = at;
        next_code_point(token.text, at);
    }
    const auto is_upper = [&](std::size_t at) {
        const std::string_view letter = first_code_points(token.text.substr(at), 1);
        return to_lower(letter) != letter;
    };
    return last > 0 && ((is_upper(last) && !is_upper(before)) ||
                        (token.text.ends_with("Yu") || token.text.ends_with("Ya") || token.text.ends_with("Дж")));
}

std::size_t family_first_end(const CitationText& text, std::size_t at) {
    std::size_t family = family_end(text, at);
    if (family == at) return at;
    if (ends_in_initial(text[family - 1]) && text[family].is(".")) {
        const Initials more = initials_at(text, family + 1);
        return std::max(more.end, family + 1);
    }
    const bool comma = text[family].is(",");
    // A full stop behind the family name is a misprint where two initials and a comma follow at once.
    if (text[family].is(".") && text[family + 1].is_word()) {
        const Initials initials = initials_at(text, family + 1);
        return initials.count >= 2 && text[initials.end].is(",") ? initials.end : at;
    }
    const Initials initials = initials_at(text, comma ? family + 1 : family);
    if (initials.count > 0) return initials.end;
    // A family name of two words.
    if (!comma && family == at + 1 && is_name_word(text[family])) {
        const Initials second = initials_at(text, family + 1);
        if (second.count > 0 && second.stops) return second.end;
    }
    return at;
}

std::size_t initials_first_end(const CitationText& text, std::size_t at) {
    const Initials initials = initials_at(text, at);
    if (initials.count == 0 || !text[initials.end - 1].is(".")) return at;
    const std::size_t end = family_end(text, initials.end);
    return end == initials.end ? at : end;
}

/// "(Ed.)", "(ред.)", "(сост. и науч. ред.)": its end.
std::size_t editor_remark_end(const CitationText& text, std::size_t at) {
    const CitationToken& open = text[at];
    // "Petrov A.A., Ed. Title"
    if (open.is(",") && is_editor_word(text[at + 1]) && !is_editor_word(text[at + 2]) && text[at + 2].is(".") &&
        !text[at + 3].is(","))
        return text[at + 3].is_word() && !text[at + 3].capital ? at : at + 3;
    if (!(open.is("(") || open.is("[")) || open.partner <= at || open.partner > at + 12) return at;
    for (std::size_t i = at + 1; i < open.partner; ++i) {
        if (is_editor_word(text[i])) return open.partner + 1;
    }
    return at;
}

bool separates_names(const CitationToken& token) {
    return token.is(",") || token.is(";") || is_and(token);
}

/// Takes persons one after another while `shape` recognises them; `list.end` is then behind the last.
template <class Shape> void take_names(const CitationText& text, TokenRange range, Shape shape, NameList& list) {
    std::size_t i = range.begin;
    while (i < range.end) {
        const bool first = list.persons.empty();
        const bool separated = first || separates_names(text[i - 1]);
        const std::size_t end = shape(i, separated);
        if (end == i || end > range.end) break;
        list.persons.push_back({i, end});
        list.end = end;
        i = end;
        const std::size_t others = et_al_end(text, text[i].is(",") ? i + 1 : i);
        if (others > i + 1) {
            list.end = others;
            return;
        }
        while (i < range.end && separates_names(text[i])) ++i;
        // "Ю.А,. Романов": a comma and a stray full stop.
        if (i > end && text[i].is(".") && !text[i].blank_before) ++i;
        const std::size_t late = et_al_end(text, i);
        if (late > i) {
            list.end = late;
            return;
        }
    }
}

/// Behind a full name among names with initials: the next of these, or the end of the list.
bool closes_full_name(const CitationText& text, std::size_t at) {
    if (text[at].is(".") && at + 1 < text.size()) return true;
    if (et_al_end(text, at) > at) return true;
    std::size_t next = at;
    while (separates_names(text[next])) ++next;
    return next > at && family_first_end(text, next) > next;
}

std::size_t count_initials(const CitationText& text, TokenRange name) {
    std::size_t count = 0;
    for (std::size_t i = name.begin; i < name.end; ++i) {
        if (is_initial(text[i])) ++count;
    }
    return count;
}

void take_names_with_initials(const CitationText& text, TokenRange range, NameList& list) {
    const auto shape = [&](std::size_t i, bool separated) {
        const std::size_t family_first = family_first_end(text, i);
        // "A. Petrov, J. Phys. 5, 12": behind initials that stand first, a name with initials behind it is a journal's.
        const bool other_order =
            !list.persons.empty() && text[list.persons.front().begin + 1].is(".") && initials_first_end(text, i) == i;
        if (const std::size_t end = other_order ? i : family_first; end > i) {
            // Without a comma before it only a name with as many initials goes on the list: "Петров П.П. Книги А.
            // Блока"
            if (separated || count_initials(text, {i, end}) == count_initials(text, list.persons.front())) return end;
        }
        if (separated) {
            if (const std::size_t end = initials_first_end(text, i); end > i) return end;
            if (const std::size_t end = other_order ? i : bare_initials_name_end(text, i); end > i) return end;
            // "Сушкевич а.": a small letter for an initial, behind other names.
            const bool small = !list.persons.empty() && is_name_word(text[i]) && text[i + 1].is_word() &&
                               !text[i + 1].capital && text[i + 2].is(".") && count_code_points(text[i + 1].text) == 1;
            if (small) return i + 3;
            // A full name among the others, which a comma, "et al." or the end of the list must close.
            const std::size_t full = full_name_end(text, i);
            const bool closes = full > i && closes_full_name(text, full);
            if (closes && (!list.persons.empty() || !text[full].is("."))) return full;
        }
        return i;
    };
    take_names(text, range, shape, list);
}

/// Whether a year follows the list that `list` holds: "Ivan Petrov. 2009.", "Ivan Petrov (2009)".
bool year_closes(const CitationText& text, const NameList& list) {
    const CitationToken& sign = text[list.end];
    const std::size_t behind = sign.is(".") || sign.is(",") || sign.is("(") ? list.end + 1 : list.end;
    int year = 0;
    return year_end(text, behind, year) > behind && sign.kind == CitationTokenKind::sign;
}

NameList full_names(const CitationText& text, TokenRange range) {
    NameList found;
    take_names(
        text, range, [&](std::size_t i, bool separated) { return separated ? full_name_end(text, i) : i; }, found);
    return found;
}

bool full_names_before_year(const CitationText& text, TokenRange range) {
    const NameList found = full_names(text, range);
    return !found.persons.empty() && year_closes(text, found);
}

/// "Family, Given. Title", "Family, Given M., and Given Family. Title".
void take_inverted_names(const CitationText& text, TokenRange range, NameList& list) {
    std::size_t i = range.begin;
    const std::size_t family = family_end(text, i);
    if (family == i || !text[family].is(",")) return;
    i = family + 1;
    while (i < family + 4 && text[i].is_word() && (is_name_word(text[i]) || is_initial(text[i]))) {
        ++i;
        // The stop of an initial is the name's, that of a word closes the name.
        if (text[i].is(".") && is_initial(text[i - 1]) &&
            (is_initial(text[i + 1]) || text[i + 1].is(",") || text[i + 1].is_number() || text[i + 1].is("(")))
            ++i;
    }
    if (i == family + 1) return;
    int year = 0;
    const std::size_t behind = text[i].is("(") || text[i].is(".") || text[i].is(",") ? i + 1 : i;
    const bool names_follow = text[i].is(",") && full_names_before_year(text, {i + 1, range.end});
    const bool closed = names_follow || text[i].is(".") || text[i].is(";") || et_al_end(text, behind) > behind ||
                        year_end(text, behind, year) > behind || is_and(text[behind]) || is_and(text[i]);
    if (!closed || i > range.end) return;
    list.persons.push_back({range.begin, i});
    list.end = i;
    if (const std::size_t others = et_al_end(text, text[i].is(",") ? i + 1 : i); others > i + 1) {
        list.end = others;
        return;
    }
    std::size_t next = text[i].is(",") ? i + 1 : i;
    if (text[next].is(";")) ++next;
    while (is_and(text[next])) ++next;
    if (next == i || (text[i].is(",") && next == i + 1 && !names_follow)) return;
    NameList rest;
    rest.persons = list.persons;
    take_names(
        text, {next, range.end}, [&](std::size_t k, bool) { return full_name_end(text, k); }, rest);
    if (rest.persons.size() > 1) list = std::move(rest);
}

/// Full names are authors only where a year or several of them in a row say so.
void take_full_names(const CitationText& text, TokenRange range, NameList& list) {
    NameList found = full_names(text, range);
    if (found.persons.empty()) return;
    const bool several = found.persons.size() > 1 && text[found.end].is(".");
    if (year_closes(text, found) || several || editor_remark_end(text, found.end) > found.end) list = std::move(found);
}

} // namespace

std::size_t name_with_initials_end(const CitationText& text, std::size_t at) {
    const std::size_t end = family_first_end(text, at);
    return end > at ? end : initials_first_end(text, at);
}

std::size_t full_name_end(const CitationText& text, std::size_t at) {
    std::size_t i = at;
    std::size_t words = 0;
    while (i < at + 6) {
        if (is_initial(text[i]) && text[i + 1].is(".") && words > 0) {
            i += 2;
        } else if (is_name_word(text[i]) && !is_journal_word(text[i])) {
            ++words;
            ++i;
        } else if (is_name_particle(text[i]) && words > 0) {
            ++i;
        } else {
            break;
        }
        if (words == 3) break;
    }
    return words >= 2 ? i : at;
}

std::size_t bare_initials_name_end(const CitationText& text, std::size_t at) {
    const std::size_t family = family_end(text, at);
    if (family == at || !text[family].is_word()) return at;
    const std::string_view initials = text[family].text;
    const CitationToken& behind = text[family + 1];
    const bool closed = behind.is(",") || behind.is(";") || behind.is(".");
    return closed && count_code_points(initials) <= 3 && to_lower(initials) != initials &&
                   !ends_in_initial(text[family]) &&
                   std::ranges::all_of(initials, [](char c) { return c < 'a' || c > 'z'; }) &&
                   family_end(text, family) - family <= 1
               ? family + 1
               : at;
}

NameList leading_names(const CitationText& text, TokenRange range) {
    NameList list;
    list.end = range.begin;
    take_names_with_initials(text, range, list);
    if (list.persons.empty()) take_inverted_names(text, range, list);
    if (list.persons.empty()) take_full_names(text, range, list);
    if (list.persons.empty() || list.end >= range.end) return {{}, range.begin, false};
    if (const std::size_t end = editor_remark_end(text, list.end); end > list.end) {
        list.end = end;
        list.editors = true;
    }
    while (list.end < range.end &&
           (text[list.end].is(".") || text[list.end].is(",") || text[list.end].is(":") || text[list.end].is(";")))
        ++list.end;
    return list;
}

std::vector<TokenRange> names_in_statement(const CitationText& text, TokenRange range) {
    std::vector<TokenRange> names;
    for (std::size_t i = range.begin; i < range.end;) {
        std::size_t end = is_editor_word(text[i]) || is_translator_word(text[i]) ? i : name_with_initials_end(text, i);
        // The last initial's full stop may close the statement, too.
        if (end > range.end + (text[range.end].is(".") ? 1 : 0)) end = i;
        if (end > i) {
            names.push_back({i, end});
            i = end;
        } else {
            ++i;
        }
    }
    if (!names.empty()) return names;
    for (std::size_t i = range.begin; i < range.end;) {
        const bool begins =
            i == range.begin || separates_names(text[i - 1]) || text[i - 1].is(".") || text[i - 1].is_word();
        const std::size_t end = begins && !is_editor_word(text[i]) ? full_name_end(text, i) : i;
        const bool closed = end >= range.end || separates_names(text[end]) || text[end].is(".") || text[end].is("(");
        if (end > i && end <= range.end && closed) names.push_back({i, end});
        i = std::max(end, i + 1);
    }
    return names;
}

} // namespace annota
