// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands at one token decides, with a look at its neighbours: labels first, then dates, extents, years, and what
// is left is a bare number.

#include "indexer/citation_number_element.h"

#include "common/identifiers.h"
#include "indexer/citation_words.h"

#include <algorithm>
#include <charconv>

namespace annota {
namespace {

constexpr std::size_t kMaxDigits = 8;

int to_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

class ElementScanner {
public:
    ElementScanner(const CitationText& text, TokenRange range) : text_(text), range_(range) {}

    std::optional<NumberElement> element_at(std::size_t i) const {
        if (i >= range_.end) return std::nullopt;
        if (auto labelled = labelled_at(i)) return labelled;
        if (auto date = date_at(i)) return date;
        if (auto word = number_in_letters_at(i)) return word;
        if (!text_[i].is_number() || glued_before(i)) return std::nullopt;
        if (auto extent = extent_at(i)) return extent;
        if (auto year = year_at(i)) return year;
        return bare_at(i);
    }

    int year_value(std::size_t i) const {
        if (!text_[i].is_number() || text_[i].text.size() != 4) return 0;
        return parse_year(text_[i].text, current_year()).value_or(0);
    }

private:
    const CitationToken& token(std::size_t i) const {
        static const CitationToken nothing;
        return i < range_.end ? text_[i] : nothing;
    }
    bool follows_directly(std::size_t i) const { return i < range_.end && !text_[i].blank_before; }

    /// Part of a word, a code or a decimal number: "ВВЭР-1000", "U235", "НП-12/2009", "50.05-2018", "1,5",
    /// "21.05.2021".
    bool glued_before(std::size_t i) const {
        if (i == range_.begin || token(i).blank_before) return false;
        const CitationToken& before = token(i - 1);
        if (before.is_word()) return true;
        if (i < range_.begin + 2 || before.blank_before) return false;
        const CitationToken& second = token(i - 2);
        if (before.is_dash()) return second.is_word() || second.is_number();
        if (before.is("/") && year_value(i) != 0) return false; // "№ 2/2016"
        return (before.is(".") || before.is(",") || before.is("/")) && second.is_number();
    }
    bool glued_behind(std::size_t i) const {
        if (!follows_directly(i)) return false;
        if (token(i).is_word()) return true;
        if (!follows_directly(i + 1)) return false;
        if (token(i).is_dash()) return token(i + 1).is_word();
        return (token(i).is(".") || token(i).is(",")) && token(i + 1).is_number();
    }

    /// A number, also Roman or with a letter before or behind ("e1234", "S12", "12А"): its end, or `i`.
    std::size_t value_end(std::size_t i) const {
        if (token(i).is_number()) {
            if (token(i).text.size() > kMaxDigits) return i;
            const bool letter = follows_directly(i + 1) && token(i + 1).is_word() && token(i + 1).text.size() <= 2;
            return letter ? i + 2 : i + 1;
        }
        if (!token(i).is_word()) return i;
        if (token(i).text.size() <= 3 && follows_directly(i + 1) && token(i + 1).is_number()) return i + 2;
        return token(i).capital && is_roman_number(token(i).text) ? i + 1 : i;
    }

    /// A value and, behind a dash, another.
    std::size_t range_end(std::size_t i) const {
        const std::size_t first = value_end(i);
        if (first == i || !token(first).is_dash()) return first;
        const std::size_t second = value_end(first + 1);
        // "№ 4 - 2014": the dash divides, the year is no end of a range.
        if (second == first + 1 ||
            (token(first).blank_before && year_value(first + 1) != 0 && token(i).text.size() < 3))
            return first;
        return second;
    }

    std::size_t pages_end(std::size_t i) const {
        std::size_t end = range_end(i);
        // "12-15, 18-20": further ranges, not a year or a volume.
        while (end > i && token(end).is(",") && token(end + 1).is_number()) {
            const std::size_t next = range_end(end + 1);
            if (next < end + 4) break;
            end = next;
        }
        return end;
    }

    std::size_t issue_end(std::size_t i) const {
        std::size_t end = range_end(i);
        const bool slash = token(end).is("/") && follows_directly(end) && token(end + 1).is_number();
        if (end > i && slash && year_value(end + 1) == 0) end = value_end(end + 1);
        if (end > i && token(end).is("(") && token(end).partner > end && token(end).partner < range_.end) {
            const std::size_t close = token(end).partner;
            const std::size_t inner = range_end(end + 1);
            // A year in the brackets is the year, not a running number.
            if (inner == close && year_value(end + 1) == 0) end = close + 1;
        }
        return end;
    }

    std::optional<NumberElement> labelled_at(std::size_t i) const {
        NumberLabel label = number_label(token(i));
        const bool article = is_article_number_word(token(i));
        if (article) label = NumberLabel::pages;
        if (label == NumberLabel::none || (i > range_.begin && !token(i).blank_before && token(i - 1).is_number()))
            return std::nullopt;
        std::size_t next = i + 1;
        if (article && number_label(token(next)) == NumberLabel::issue) ++next;
        const bool stop = token(next).is(".");
        if (stop) ++next;
        if (token(next).is(":")) ++next;
        const bool glued = next == i + 1 && follows_directly(next) && token(next).is_number();
        if (needs_full_stop(token(i)) && !stop && !glued) return std::nullopt;
        // One letter without a full stop is a label only where a piece begins.
        const bool letter = token(i).is_word() && token(i).text.size() <= 2;
        // "И.С.1": an initial with a footnote.
        if (letter && follows_directly(i) && i > range_.begin + 1 && token(i - 1).is(".") && is_initial(token(i - 2)) &&
            follows_directly(next))
            return std::nullopt;
        if (letter && !stop && !text_.begins_piece(i)) return std::nullopt;
        if (!token(next).is_number() && label == NumberLabel::issue && !stop && !token(i).is("№")) return std::nullopt;
        // "V.I." are initials, "Т. I" is a volume.
        if (letter && token(next).is_word() && follows_directly(next) && !follows_directly(next + 1))
            return std::nullopt;
        if (letter && token(next).is_word() && follows_directly(next) && token(next + 1).is(".")) return std::nullopt;
        NumberElement element;
        element.tokens = {i, label == NumberLabel::pages   ? pages_end(next)
                             : label == NumberLabel::issue ? issue_end(next)
                                                           : range_end(next)};
        if (element.tokens.end <= next) return std::nullopt;
        element.kind = label == NumberLabel::volume  ? NumberKind::volume
                       : label == NumberLabel::issue ? NumberKind::issue
                       : label == NumberLabel::part  ? NumberKind::part
                                                     : NumberKind::pages;
        if (label == NumberLabel::volume) take_issue_in_brackets(element, next);
        if (element.value.empty()) element.value = std::string(text_.slice({next, element.tokens.end}));
        return element;
    }

    /// "Vol. 11(4)", but not "Т. 114 (1983)".
    void take_issue_in_brackets(NumberElement& element, std::size_t value) const {
        const std::size_t open = element.tokens.end;
        if (!token(open).is("(") || token(open).partner <= open || year_value(open + 1) != 0) return;
        const std::size_t close = token(open).partner;
        if (range_end(open + 1) != close) return;
        element.value = std::string(text_.slice({value, open}));
        element.second = std::string(text_.slice({open + 1, close}));
        element.tokens.end = close + 1;
    }

    /// "18 декабря [2006]", "Sept. 20-24[,] [2015]", "Nov. 2013": only its year means anything.
    std::optional<NumberElement> date_at(std::size_t i) const {
        if (auto date = date_of_digits_at(i)) return date;
        std::size_t next = i;
        const bool day_first = token(i).is_number() && token(i).text.size() <= 2 && !glued_before(i);
        if (day_first) next = range_end(i);
        if (!is_month(token(next)) || (!day_first && !token(next).capital)) return std::nullopt;
        ++next;
        if (token(next).is_dash() && is_month(token(next + 1))) next += 2;
        if (token(next).is(".")) ++next;
        NumberElement element;
        element.kind = NumberKind::date;
        if (!day_first && token(next).is_number() && token(next).text.size() <= 2) next = range_end(next);
        const std::size_t comma = token(next).is(",") ? next + 1 : next;
        const std::size_t year = year_end(text_, comma, element.year);
        if (year > comma && year <= range_.end) next = year;
        if (!day_first && next == i + 1) return std::nullopt;
        element.tokens = {i, next};
        return element;
    }

    /// "20.08.2002"
    std::optional<NumberElement> date_of_digits_at(std::size_t i) const {
        const auto is_part = [&](std::size_t k) { return token(k).is_number() && token(k).text.size() <= 2; };
        const bool shape = is_part(i) && !glued_before(i) && token(i + 1).is(".") && is_part(i + 2) &&
                           token(i + 3).is(".") && follows_directly(i + 2) && follows_directly(i + 4);
        if (!shape || year_value(i + 4) == 0) return std::nullopt;
        NumberElement element;
        element.kind = NumberKind::date;
        const std::size_t end = std::min(year_end(text_, i + 4, element.year), range_.end);
        element.tokens = {i, end};
        return element;
    }

    /// Numbers that begin with letters: the article "e0231" behind a colon or comma, the volume "XII" between commas.
    std::optional<NumberElement> number_in_letters_at(std::size_t i) const {
        if (i == range_.begin || !token(i).is_word()) return std::nullopt;
        const CitationToken& before = token(i - 1);
        const std::size_t end = value_end(i);
        NumberElement element;
        element.tokens = {i, end};
        element.value = std::string(text_.slice(element.tokens));
        constexpr std::size_t kShortestArticle = 3; // digits: "U2" may be a thing
        const bool article = end == i + 2 && token(i + 1).text.size() >= kShortestArticle &&
                             (before.is(":") || before.is(",")) && !glued_behind(end) &&
                             (end >= range_.end || token(end).is(".") || token(end).is(",") || token(end).is("("));
        if (article) return element;
        const bool roman = end == i + 1 && before.is(",") && token(end).is(",") &&
                           (token(end + 1).is_number() || number_label(token(end + 1)) != NumberLabel::none);
        if (!roman) return std::nullopt;
        element.kind = NumberKind::volume;
        return element;
    }

    /// "96 p.", "167 с.", "198с,".
    std::optional<NumberElement> extent_at(std::size_t i) const {
        const std::size_t unit = i + 1;
        if (unit >= range_.end || number_label(token(unit)) != NumberLabel::pages || token(i).text.size() > 5)
            return std::nullopt;
        const bool stop = token(unit + 1).is(".");
        const CitationToken& behind = token(stop ? unit + 2 : unit + 1);
        if (behind.is_number() || (!stop && behind.is_word())) return std::nullopt;
        // "2003. С. 5" is a year and a page.
        NumberElement element;
        element.kind = NumberKind::extent;
        element.tokens = {i, stop ? unit + 2 : unit + 1};
        element.value = std::string(token(i).text) + ' ' + std::string(token(unit).text) + (stop ? "." : "");
        return element;
    }

    std::optional<NumberElement> year_at(std::size_t i) const {
        NumberElement element;
        element.kind = NumberKind::year;
        const std::size_t end = year_end(text_, i, element.year);
        if (end == i || end > range_.end) return std::nullopt;
        if (token(end).is_dash() && token(end + 1).is_number() && !is_year_word(token(end - 1))) {
            const bool years = year_value(end + 1) != 0;
            if (!years || is_year_word(token(end + 2))) return std::nullopt; // pages, or a period in the text
            element.tokens = {i, end + 2};
            element.value = normalise_pages(text_.slice(element.tokens));
            return element;
        }
        if (glued_behind(end)) return std::nullopt;
        if (token(end).is("/") && follows_directly(end) && follows_directly(end + 1) && token(end + 1).is_number()) {
            // "2019/2020", "2019/20" are two years, "2016/2" is an issue.
            const std::string_view second = token(end + 1).text;
            const bool years = year_value(end + 1) == element.year + 1 ||
                               (second.size() == 2 && to_int(second) == (element.year + 1) % 100);
            if (!years && second.size() > 2) return std::nullopt;
            if (!years) element.second = std::string(second);
            element.tokens = {i, end + 2};
            return element;
        }
        const bool closed = end >= range_.end || token(end).kind == CitationTokenKind::sign ||
                            is_year_word(token(end - 1)) || number_label(token(end)) != NumberLabel::none ||
                            token(end).is_number() || is_month(token(end));
        if (!closed) return std::nullopt;
        element.tokens = {i, end};
        element.value = std::string(token(i).text);
        return element;
    }

    std::optional<NumberElement> bare_at(std::size_t i) const {
        const std::size_t end = range_end(i);
        if (end == i || glued_behind(end) || is_year_word(token(end)) || is_body_word(token(end))) return std::nullopt;
        NumberElement element;
        element.tokens = {i, end};
        element.value = std::string(text_.slice(element.tokens));
        if (end - i > 2) {
            element.kind = NumberKind::range;
            element.tokens.end = pages_end(i);
            element.value = std::string(text_.slice(element.tokens));
            return element;
        }
        take_issue_in_brackets(element, i);
        if (!element.second.empty()) element.kind = NumberKind::volume_and_issue;
        return element;
    }

    const CitationText& text_;
    TokenRange range_;
};

} // namespace

std::optional<NumberElement> number_element_at(const CitationText& text, TokenRange range, std::size_t at) {
    return ElementScanner(text, range).element_at(at);
}

std::size_t year_end(const CitationText& text, std::size_t at, int& year) {
    const CitationToken& token = text[at];
    if (!token.is_number() || token.text.size() != 4) return at;
    const auto value = parse_year(token.text, current_year());
    if (!value) return at;
    year = *value;
    std::size_t end = at + 1;
    const CitationToken& letter = text[end];
    if (letter.is_word() && !letter.blank_before && letter.text.size() == 1 && !text[end + 1].is_word()) return end + 1;
    if (is_year_word(letter)) {
        ++end;
        if (text[end].is(".")) ++end;
    }
    return end;
}

} // namespace annota
