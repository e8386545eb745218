// SPDX-License-Identifier: GPL-2.0-or-later
//
// First elements (a labelled number, a year, a date, a bare number, a range), each by what stands at one token;
// elements joined by punctuation alone make a run; then what the bare numbers of a run mean follows from what stands
// beside them.

#include "indexer/citation_numbering.h"

#include "common/identifiers.h"
#include "indexer/citation_words.h"

#include <charconv>
#include <optional>

namespace annota {
namespace {

enum class ElementKind { volume, issue, part, pages, extent, year, date, volume_and_issue, range, bare };

struct Element {
    ElementKind kind = ElementKind::bare;
    TokenRange tokens;
    std::string value;
    std::string second; ///< The issue of "volume (issue)", the year of a date.
    int year = 0;
    bool colon_before = false;
    bool stop_behind = false; ///< A full stop follows.
};

constexpr std::size_t kMaxDigits = 8;

int to_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

class ElementScanner {
public:
    ElementScanner(const CitationText& text, TokenRange range)
        : text_(text), range_(range), this_year_(current_year()) {}

    std::optional<Element> element_at(std::size_t i) const {
        if (i >= range_.end) return std::nullopt;
        if (auto labelled = labelled_at(i)) return labelled;
        if (auto date = date_at(i)) return date;
        if (!text_[i].is_number() || glued_before(i)) return std::nullopt;
        if (auto extent = extent_at(i)) return extent;
        if (auto year = year_at(i)) return year;
        return bare_at(i);
    }

    int year_value(std::size_t i) const {
        if (!text_[i].is_number() || text_[i].text.size() != 4) return 0;
        return parse_year(text_[i].text, this_year_).value_or(0);
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
        if (end > i && token(end).is("/") && follows_directly(end) && token(end + 1).is_number())
            end = value_end(end + 1);
        if (end > i && token(end).is("(") && token(end).partner > end && token(end).partner < range_.end) {
            const std::size_t close = token(end).partner;
            const std::size_t inner = range_end(end + 1);
            // A year in the brackets is the year, not a running number.
            if (inner == close && year_value(end + 1) == 0) end = close + 1;
        }
        return end;
    }

    std::optional<Element> labelled_at(std::size_t i) const {
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
        Element element;
        element.tokens = {i, label == NumberLabel::pages   ? pages_end(next)
                             : label == NumberLabel::issue ? issue_end(next)
                                                           : range_end(next)};
        if (element.tokens.end <= next) return std::nullopt;
        element.kind = label == NumberLabel::volume  ? ElementKind::volume
                       : label == NumberLabel::issue ? ElementKind::issue
                       : label == NumberLabel::part  ? ElementKind::part
                                                     : ElementKind::pages;
        if (label == NumberLabel::volume) take_issue_in_brackets(element, next);
        if (element.value.empty()) element.value = std::string(text_.slice({next, element.tokens.end}));
        return element;
    }

    /// "Vol. 11(4)", but not "Т. 114 (1983)".
    void take_issue_in_brackets(Element& element, std::size_t value) const {
        const std::size_t open = element.tokens.end;
        if (!token(open).is("(") || token(open).partner <= open || year_value(open + 1) != 0) return;
        const std::size_t close = token(open).partner;
        if (range_end(open + 1) != close) return;
        element.value = std::string(text_.slice({value, open}));
        element.second = std::string(text_.slice({open + 1, close}));
        element.tokens.end = close + 1;
    }

    /// "18 декабря [2006]", "Sept. 20-24[,] [2015]", "Nov. 2013": only its year means anything.
    std::optional<Element> date_at(std::size_t i) const {
        std::size_t next = i;
        const bool day_first = token(i).is_number() && token(i).text.size() <= 2 && !glued_before(i);
        if (day_first) next = range_end(i);
        if (!is_month(token(next)) || (!day_first && !token(next).capital)) return std::nullopt;
        ++next;
        if (token(next).is_dash() && is_month(token(next + 1))) next += 2;
        if (token(next).is(".")) ++next;
        Element element;
        element.kind = ElementKind::date;
        if (!day_first && token(next).is_number() && token(next).text.size() <= 2) next = range_end(next);
        const std::size_t comma = token(next).is(",") ? next + 1 : next;
        const std::size_t year = year_end(text_, comma, element.year);
        if (year > comma && year <= range_.end) next = year;
        if (!day_first && next == i + 1) return std::nullopt;
        element.tokens = {i, next};
        return element;
    }

    /// "96 p.", "167 с.", "198с,".
    std::optional<Element> extent_at(std::size_t i) const {
        const std::size_t unit = i + 1;
        if (unit >= range_.end || number_label(token(unit)) != NumberLabel::pages || token(i).text.size() > 5)
            return std::nullopt;
        const bool stop = token(unit + 1).is(".");
        const CitationToken& behind = token(stop ? unit + 2 : unit + 1);
        if (behind.is_number() || (!stop && behind.is_word())) return std::nullopt;
        // "2003. С. 5" is a year and a page.
        Element element;
        element.kind = ElementKind::extent;
        element.tokens = {i, stop ? unit + 2 : unit + 1};
        element.value = std::string(token(i).text) + ' ' + std::string(token(unit).text) + (stop ? "." : "");
        return element;
    }

    std::optional<Element> year_at(std::size_t i) const {
        Element element;
        element.kind = ElementKind::year;
        const std::size_t end = year_end(text_, i, element.year);
        if (end == i || end > range_.end) return std::nullopt;
        if (token(end).is_dash() && token(end + 1).is_number() && !is_year_word(token(end - 1))) {
            const bool years = year_value(end + 1) != 0;
            if (!years || is_year_word(token(end + 2))) return std::nullopt; // pages, or a period in the text
            element.tokens = {i, end + 2};
            return element;
        }
        if (glued_behind(end)) return std::nullopt;
        const bool closed = end >= range_.end || token(end).kind == CitationTokenKind::sign ||
                            is_year_word(token(end - 1)) || number_label(token(end)) != NumberLabel::none ||
                            token(end).is_number() || is_month(token(end));
        if (!closed) return std::nullopt;
        element.tokens = {i, end};
        return element;
    }

    std::optional<Element> bare_at(std::size_t i) const {
        const std::size_t end = range_end(i);
        if (end == i || glued_behind(end) || is_year_word(token(end))) return std::nullopt;
        Element element;
        element.tokens = {i, end};
        element.value = std::string(text_.slice(element.tokens));
        if (end - i > 2) {
            element.kind = ElementKind::range;
            element.tokens.end = pages_end(i);
            element.value = std::string(text_.slice(element.tokens));
            return element;
        }
        take_issue_in_brackets(element, i);
        if (!element.second.empty()) element.kind = ElementKind::volume_and_issue;
        return element;
    }

    const CitationText& text_;
    TokenRange range_;
    int this_year_;
};

/// In "A (B)": whether B can only be the number counted from the first issue of the journal on. Volumes have up to 24
/// issues, years of few issues end their count early.
bool is_running_number(const std::string& number, const std::string& in_brackets) {
    constexpr int kIssuesOfVolume = 24;
    constexpr int kIssuesOfBimonthly = 6;
    const int a = to_int(number);
    const int b = to_int(in_brackets);
    return b > a && (b > kIssuesOfVolume || (a <= kIssuesOfBimonthly && b > 2 * kIssuesOfBimonthly));
}

void set_once(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
}

class RunReader {
public:
    explicit RunReader(const std::vector<Element>& elements) : elements_(elements) {}

    Numbering read() {
        for (const Element& element : elements_) read_labelled(element);
        for (std::size_t i = 0; i < elements_.size(); ++i) read_bare(i);
        return std::move(numbering_);
    }

private:
    void read_labelled(const Element& element) {
        switch (element.kind) {
        case ElementKind::volume:
            set_once(numbering_.volume, element.value);
            if (!element.second.empty()) set_once(numbering_.issue, element.second);
            break;
        case ElementKind::issue: set_once(numbering_.issue, element.value); break;
        case ElementKind::pages: set_once(numbering_.pages, normalise_pages(element.value)); break;
        case ElementKind::extent: set_once(numbering_.extent, element.value); break;
        case ElementKind::year:
        case ElementKind::date:
            if (numbering_.year == 0) numbering_.year = element.year;
            break;
        default: break;
        }
    }

    void read_bare(std::size_t i) {
        const Element& element = elements_[i];
        const bool last_number = i + 1 == elements_.size();
        switch (element.kind) {
        case ElementKind::part:
            numbering_.part = numbering_.part || numbering_.volume.empty();
            set_once(numbering_.volume, element.value);
            break;
        case ElementKind::volume_and_issue:
            if (is_running_number(element.value, element.second)) {
                set_once(numbering_.issue, element.value + " (" + element.second + ")");
            } else {
                set_once(numbering_.volume, element.value);
                set_once(numbering_.issue, element.second);
            }
            break;
        case ElementKind::range: set_once(numbering_.pages, normalise_pages(element.value)); break;
        case ElementKind::bare:
            if (element.colon_before && last_number && i > 0) {
                set_once(numbering_.pages, element.value);
            } else if (numbering_.volume.empty() &&
                       (numbering_.issue.empty() || element.tokens.begin < first_issue())) { // "12, no. 3"
                numbering_.volume = element.value;
            } else if (numbering_.issue.empty() && !last_number) {
                numbering_.issue = element.value;
            } else if (last_number) {
                set_once(numbering_.pages, element.value);
            }
            break;
        default: break;
        }
    }

    std::size_t first_issue() const {
        for (const Element& element : elements_) {
            if (element.kind == ElementKind::issue) return element.tokens.begin;
        }
        return 0;
    }

    const std::vector<Element>& elements_;
    Numbering numbering_;
};

bool is_connector(const CitationToken& token) {
    return token.is(".") || token.is(",") || token.is(";") || token.is(":") || token.is_dash() || token.is("(") ||
           token.is(")") || token.is("/") || token.is("[") || token.is("]");
}

/// A bare number that closes the words before it ("Generation 4. 2013, no. 2") is theirs.
bool belongs_to_words(const CitationText& text, const std::vector<Element>& elements) {
    const Element& first = elements.front();
    if (first.kind != ElementKind::bare || first.tokens.begin == 0 || text.begins_piece(first.tokens.begin))
        return false;
    if (elements.size() == 1) return true;
    const ElementKind next = elements[1].kind;
    return first.stop_behind && next != ElementKind::range && next != ElementKind::bare;
}

void close_run(const CitationText& text, std::vector<Element>& elements, std::vector<NumberingRun>& runs) {
    while (!elements.empty() && belongs_to_words(text, elements)) elements.erase(elements.begin());
    if (elements.empty()) return;
    NumberingRun run;
    run.tokens = {elements.front().tokens.begin, elements.back().tokens.end};
    run.begins_with_date = elements.front().kind == ElementKind::date;
    run.begins_piece = text.begins_piece(run.tokens.begin);
    for (const Element& element : elements) {
        run.labelled = run.labelled || element.kind <= ElementKind::extent;
    }
    run.numbering = RunReader(elements).read();
    // One bare number alone means nothing.
    const bool alone = elements.size() == 1 && elements.front().kind == ElementKind::bare;
    if (!alone && run.numbering.count() > 0) runs.push_back(std::move(run));
    elements.clear();
}

} // namespace

int Numbering::count() const {
    return (year != 0 ? 1 : 0) + (volume.empty() ? 0 : 1) + (issue.empty() ? 0 : 1) + (pages.empty() ? 0 : 1) +
           (extent.empty() ? 0 : 1);
}

void Numbering::complete_from(const Numbering& other) {
    if (year == 0) year = other.year;
    if (volume.empty()) part = other.part;
    set_once(volume, other.volume);
    set_once(issue, other.issue);
    set_once(pages, other.pages);
    set_once(extent, other.extent);
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

std::vector<NumberingRun> find_numbering(const CitationText& text, TokenRange range) {
    std::vector<NumberingRun> runs;
    std::vector<Element> elements;
    const ElementScanner scanner(text, range);
    bool colon = false;
    for (std::size_t i = range.begin; i < range.end;) {
        if (auto element = scanner.element_at(i)) {
            element->colon_before = colon;
            i = element->tokens.end;
            element->stop_behind = i < range.end && text[i].is(".");
            colon = false;
            elements.push_back(std::move(*element));
            continue;
        }
        colon = text[i].is(":");
        // "2019 Mar;12(3)": a month behind its year.
        const bool month = !elements.empty() && elements.back().kind == ElementKind::year && is_month(text[i]);
        const bool joins = is_connector(text[i]) || (!elements.empty() && is_and(text[i])) || month;
        if (!joins) close_run(text, elements, runs);
        ++i;
    }
    close_run(text, elements, runs);
    return runs;
}

} // namespace annota
