// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers joined by punctuation alone make a run; what the bare numbers of a run mean follows from what stands beside
// them.

#include "indexer/citation_numbering.h"

#include "common/identifiers.h"
#include "indexer/citation_words.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace annota {
namespace {

int to_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// In "A (B)": whether B can only be the number counted from the first issue of the journal on. Volumes have up to 24
/// issues, years of few issues end their count early.
bool is_running_number(const std::string& number, const std::string& in_brackets) {
    constexpr int kIssuesOfVolume = 24;
    constexpr int kIssuesOfBimonthly = 6;
    const int a = to_int(number);
    const int b = to_int(in_brackets);
    return b > a && (b > kIssuesOfVolume || (a <= kIssuesOfBimonthly && b > 2 * kIssuesOfBimonthly));
}

/// False where the field holds something else.
bool set_once(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
    return value.empty() || field == value;
}

/// What the elements of one run mean together: labels and the year first, then the bare numbers by their places.
class RunReader {
public:
    RunReader(const std::vector<NumberElement>& elements, NumberingRun& run)
        : elements_(elements), run_(run), numbers_(run.numbering), year_(find_year()) {}

    void read() {
        for (const NumberElement& element : elements_) read_labelled(element);
        if (year_ < elements_.size()) {
            numbers_.year = elements_[year_].year;
            place(numbers_.issue, elements_[year_].second, elements_[year_]);
        }
        for (std::size_t i = 0; i < elements_.size(); ++i) read_bare(i);
    }

private:
    /// The year among numbers that could all be years: the first, but one in brackets is surer ("12, 1520 (2017)").
    std::size_t find_year() const {
        std::size_t found = elements_.size();
        for (std::size_t i = 0; i < elements_.size(); ++i) {
            if (elements_[i].year == 0) continue;
            const bool surer = found > 0 && found < i && elements_[i].in_brackets && !elements_[found].in_brackets;
            if (found == elements_.size() || surer) found = i;
        }
        return found;
    }

    /// Enters a value once; a second one for the same field stays without a place.
    void place(std::string& field, const std::string& value, const NumberElement& element) {
        if (!set_once(field, value)) run_.unplaced.push_back(element.tokens);
    }

    void read_labelled(const NumberElement& element) {
        switch (element.kind) {
        case NumberKind::volume:
            place(numbers_.volume, element.value, element);
            place(numbers_.issue, element.second, element);
            break;
        case NumberKind::issue: place(numbers_.issue, element.value, element); break;
        case NumberKind::pages: place(numbers_.pages, normalise_pages(element.value), element); break;
        case NumberKind::extent: place(numbers_.extent, element.value, element); break;
        default: break;
        }
    }

    void read_bare(std::size_t i) {
        const NumberElement& element = elements_[i];
        switch (element.kind) {
        case NumberKind::part:
            if (i > 0 && elements_[i - 1].kind == NumberKind::issue) { // "Вып. 2, ч. 1"
                run_.unplaced.push_back(element.tokens);
                break;
            }
            numbers_.part = numbers_.part || numbers_.volume.empty();
            place(numbers_.volume, element.value, element);
            break;
        case NumberKind::volume_and_issue:
            if (is_running_number(element.value, element.second)) {
                place(numbers_.issue, element.value + " (" + element.second + ")", element);
            } else {
                place(numbers_.volume, element.value, element);
                place(numbers_.issue, element.second, element);
            }
            break;
        case NumberKind::year:
            if (i == year_) break;
            if (is_last(i) && are_pages(element)) {
                place(numbers_.pages, normalise_pages(element.value), element);
            } else if (element.year != numbers_.year) {
                run_.unplaced.push_back(element.tokens);
            }
            break;
        case NumberKind::range: place(numbers_.pages, normalise_pages(element.value), element); break;
        case NumberKind::bare:
            if (std::string* const field = field_of_bare(i)) {
                place(*field, element.value, element);
            } else {
                run_.unplaced.push_back(element.tokens);
            }
            break;
        default: break;
        }
    }

    std::string* field_of_bare(std::size_t i) {
        const NumberElement& element = elements_[i];
        const bool first = numbers_.volume.empty() && numbers_.issue.empty();
        if (element.in_brackets && numbers_.volume.empty() && !is_last(i)) return &numbers_.issue; // "2017; (8): 15-20"
        if (element.colon_before && is_last(i) && i > 0) return &numbers_.pages;
        if (first || (numbers_.volume.empty() && element.tokens.begin < first_issue())) return &numbers_.volume;
        if (is_last(i)) return &numbers_.pages;
        return numbers_.issue.empty() ? &numbers_.issue : nullptr;
    }

    /// Nothing but the year follows.
    bool is_last(std::size_t i) const {
        return i + 1 == elements_.size() || (i + 2 == elements_.size() && i + 1 == year_);
    }

    /// Pages that look like years: "12, 1520 (2017)", "12 (2017), 1901-1910".
    bool are_pages(const NumberElement& element) const {
        const bool numbered = !numbers_.volume.empty() || !numbers_.issue.empty();
        const bool range = element.value.find('-') != std::string::npos;
        return numbered && !element.in_brackets && (elements_[year_].in_brackets || range);
    }

    std::size_t first_issue() const {
        const auto found =
            std::ranges::find(elements_, NumberKind::issue, [](const NumberElement& element) { return element.kind; });
        return found == elements_.end() ? 0 : found->tokens.begin;
    }

    const std::vector<NumberElement>& elements_;
    NumberingRun& run_;
    Numbering& numbers_;
    std::size_t year_;
};

bool is_connector(const CitationToken& token) {
    return token.is(".") || token.is(",") || token.is(";") || token.is(":") || token.is_dash() || token.is("(") ||
           token.is(")") || token.is("/") || token.is("[") || token.is("]");
}

/// A bare number that closes the words before it ("Generation 4. 2013, no. 2") is theirs.
bool belongs_to_words(const CitationText& text, const std::vector<NumberElement>& elements) {
    const NumberElement& first = elements.front();
    if (first.kind != NumberKind::bare || first.tokens.begin == 0 || text.begins_piece(first.tokens.begin))
        return false;
    if (elements.size() == 1) return true;
    const NumberKind next = elements[1].kind;
    return first.stop_behind && next != NumberKind::range && next != NumberKind::bare;
}

void close_run(const CitationText& text, std::vector<NumberElement>& elements, std::vector<NumberingRun>& runs) {
    while (!elements.empty() && belongs_to_words(text, elements)) elements.erase(elements.begin());
    if (elements.empty()) return;
    NumberingRun run;
    run.tokens = {elements.front().tokens.begin, elements.back().tokens.end};
    run.begins_with_date = elements.front().kind == NumberKind::date;
    run.begins_piece = text.begins_piece(run.tokens.begin);
    for (const NumberElement& element : elements) {
        run.labelled = run.labelled || element.kind <= NumberKind::extent;
    }
    RunReader(elements, run).read();
    // One bare number alone means nothing.
    const bool alone = elements.size() == 1 && elements.front().kind == NumberKind::bare;
    if (!alone && run.numbering.count() > 0) runs.push_back(std::move(run));
    elements.clear();
}

} // namespace

int Numbering::count() const {
    return (year != 0 ? 1 : 0) + (volume.empty() ? 0 : 1) + (issue.empty() ? 0 : 1) + (pages.empty() ? 0 : 1) +
           (extent.empty() ? 0 : 1);
}

bool Numbering::complete_from(const Numbering& other) {
    if (year == 0) year = other.year;
    if (volume.empty()) part = other.part;
    bool all = other.year == 0 || year == other.year;
    all = set_once(volume, other.volume) && all;
    all = set_once(issue, other.issue) && all;
    all = set_once(pages, other.pages) && all;
    return set_once(extent, other.extent) && all;
}

std::vector<NumberingRun> find_numbering(const CitationText& text, TokenRange range) {
    std::vector<NumberingRun> runs;
    std::vector<NumberElement> elements;
    bool colon = false;
    for (std::size_t i = range.begin; i < range.end;) {
        if (auto element = number_element_at(text, range, i)) {
            element->colon_before = colon;
            element->in_brackets = i > 0 && text[i - 1].is("(") && text[i - 1].partner == element->tokens.end;
            i = element->tokens.end;
            element->stop_behind = i < range.end && text[i].is(".");
            colon = false;
            elements.push_back(std::move(*element));
            continue;
        }
        colon = text[i].is(":");
        // "2019 Mar;12(3)": a month behind its year.
        const bool month = !elements.empty() && elements.back().kind == NumberKind::year && is_month(text[i]);
        const bool joins = is_connector(text[i]) || (!elements.empty() && is_and(text[i])) || month;
        if (!joins) close_run(text, elements, runs);
        ++i;
    }
    close_run(text, elements, runs);
    return runs;
}

} // namespace annota
