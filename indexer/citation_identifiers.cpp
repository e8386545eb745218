// SPDX-License-Identifier: GPL-2.0-or-later
//
// Each kind looks for its mark in a lower-case copy of equal length, finds how far its value reaches, keeps the value
// and overwrites what it took with a full stop or blanks, so that the next kind does not see it.

#include "indexer/citation_identifiers.h"

#include "common/identifiers.h"
#include "common/language.h"
#include "common/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace annota {
namespace {

constexpr std::size_t kNpos = std::string::npos;
constexpr std::size_t kLongestDoi = 300; // bytes

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Blanks single, invisible characters gone, ends trimmed.
std::string tidy(std::string_view printed) {
    const std::string valid = is_valid_utf8(printed) ? std::string(printed) : make_valid_utf8(printed);
    std::string visible;
    visible.reserve(valid.size());
    for (std::size_t at = 0; at < valid.size();) {
        const char32_t c = next_code_point(valid, at);
        const bool invisible = c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
                               (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
                               (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
        if (!invisible) append_code_point(visible, c);
    }
    return collapse_blanks(visible);
}

/// The citation while its parts are taken out.
class Lifting {
public:
    explicit Lifting(std::string_view printed) : text_(tidy(printed)) {
        lower_ = to_lower(text_);
        if (lower_.size() != text_.size())
            lower_ = text_; // Letters whose lower case has another length are rare and never ours.
    }

    const std::string& text() const { return text_; }
    const std::string& lower() const { return lower_; }
    std::string_view slice(std::size_t begin, std::size_t end) const {
        return std::string_view(text_).substr(begin, end - begin);
    }

    void cut(std::size_t begin, std::size_t end) {
        std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end),
                  ' ');
        std::fill(lower_.begin() + static_cast<std::ptrdiff_t>(begin),
                  lower_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }

    /// Where the labels that stand directly before byte `at` begin, with blanks and colons between them.
    template <std::size_t N>
    std::size_t label_start(std::size_t at, const std::array<std::string_view, N>& labels) const {
        for (bool found = true; found;) {
            found = false;
            std::size_t end = at;
            while (end > 0 && (lower_[end - 1] == ' ' || lower_[end - 1] == ':')) --end;
            for (const std::string_view label : labels) {
                if (!std::string_view(lower_).substr(0, end).ends_with(label)) continue;
                const std::size_t start = end - label.size();
                if (start > 0 && is_ascii_letter(label.front()) && is_ascii_letter(lower_[start - 1])) continue;
                at = start;
                found = true;
                break;
            }
        }
        return at;
    }

private:
    std::string text_;
    std::string lower_;
};

/// The first `sign` within `window` bytes from `at`: looking further would make the whole quadratic.
std::size_t find_near(const std::string& text, char sign, std::size_t at, std::size_t window) {
    const std::size_t found = std::string_view(text).substr(at, window).find(sign);
    return found == kNpos ? kNpos : at + found;
}

/// The end of the text without blanks at `at`.
std::size_t chunk_end(const std::string& text, std::size_t at) {
    return std::min(text.find(' ', at), text.size());
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

/// Where the DOI whose suffix begins at `suffix` ends: at a blank, but a blank before the suffix or before its first
/// digit is a broken line.
std::size_t doi_end(const std::string& text, std::size_t suffix) {
    std::size_t end = chunk_end(text, suffix);
    while (end < text.size() && !has_digit(std::string_view(text).substr(suffix, end - suffix))) {
        const std::size_t next = chunk_end(text, end + 1);
        const std::string_view chunk = std::string_view(text).substr(end + 1, next - end - 1);
        if (!has_digit(chunk) || end - suffix > 32) break;
        end = next;
    }
    return end;
}

void lift_doi(Lifting& lifting, LiftedCitation& out) {
    static constexpr std::array<std::string_view, 11> kLabels{"https://doi.org/",
                                                              "http://doi.org/",
                                                              "https://dx.doi.org/",
                                                              "http://dx.doi.org/",
                                                              "https://www.doi.org/",
                                                              "doi.org/",
                                                              "dx.doi.org/",
                                                              "doi",
                                                              "https://",
                                                              "http://",
                                                              "(doi)"};
    for (std::size_t at = 0; (at = lifting.lower().find("10", at)) != kNpos; at += 2) {
        const std::string& text = lifting.lower();
        if (at > 0 && (is_digit(text[at - 1]) || is_ascii_letter(text[at - 1]) || text[at - 1] == '.')) {
            // "doi10.1234/x": letters before it are its label.
            if (at < 3 || text.compare(at - 3, 3, "doi") != 0) continue;
        }
        std::size_t slash = at + 3;
        while (slash < text.size() && is_digit(text[slash])) ++slash;
        const std::size_t registrant = slash - at - 3;
        if (at + 3 > text.size() || registrant < 4 || registrant > 9 || slash >= text.size() || text[slash] != '/')
            continue;
        const std::size_t begin = lifting.label_start(at, kLabels);
        // "10/1234/..." behind a resolver is a misprint of "10.1234/...".
        const bool misprint = text[at + 2] == '/' && begin < at;
        if (text[at + 2] != '.' && !misprint) continue;
        const std::size_t end = doi_end(text, slash + 1);
        if (end - at > kLongestDoi) {
            at = end - 2;
            continue;
        }
        const std::string printed = "10." + std::string(lifting.slice(at + 3, end));
        const std::optional<std::string> doi = normalise_doi(printed);
        if (!doi) continue;
        if (out.doi.empty()) out.doi = *doi;
        // What the normalising left over at the end (a bracket, a full stop) still belongs to the text.
        std::size_t taken = end;
        while (taken > at &&
               (text[taken - 1] == ')' || text[taken - 1] == '.' || text[taken - 1] == ';' || text[taken - 1] == ',') &&
               !doi->ends_with(text[taken - 1])) {
            --taken;
        }
        lifting.cut(begin, taken);
        at = taken > 2 ? taken - 2 : 0;
    }
}

/// "example.org/path": a host in lower case with a top-level domain, and a path.
bool is_bare_link(std::string_view chunk) {
    const std::size_t slash = chunk.find('/');
    if (slash == kNpos || slash + 1 == chunk.size()) return false;
    const std::string_view host = chunk.substr(0, slash);
    const std::size_t dot = host.rfind('.');
    if (dot == kNpos || dot == 0 || host.size() - dot - 1 < 2 || host.size() - dot - 1 > 6) return false;
    const auto host_letter = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '.' || c == '-'; };
    return std::ranges::all_of(host, host_letter) && std::ranges::none_of(host.substr(dot + 1), is_digit);
}

std::size_t link_end(const std::string& text, std::size_t at) {
    std::size_t end = chunk_end(text, at);
    if (text[end - 1] == '/' && end - at <= 8 && end < text.size())
        end = chunk_end(text, end + 1); // "https:// example.org"
    static constexpr std::string_view kTrailing = ".,;)]>";
    const bool has_bracket = std::string_view(text).substr(at, end - at).find('(') != kNpos;
    while (end > at && kTrailing.find(text[end - 1]) != kNpos && !(has_bracket && text[end - 1] == ')')) --end;
    return end;
}

void lift_links(Lifting& lifting, LiftedCitation& out) {
    static constexpr std::array<std::string_view, 16> kLabels{"url",
                                                              "available at",
                                                              "available from",
                                                              "available",
                                                              "электронный ресурс",
                                                              "режим доступа",
                                                              "[электронный ресурс]",
                                                              "retrieved from",
                                                              "доступно на",
                                                              "доступ",
                                                              "доступно по",
                                                              "режим доступу",
                                                              "http",
                                                              "[electronic resource]",
                                                              "онлайн",
                                                              "(url)"};
    for (std::size_t at = 0; at < lifting.lower().size();) {
        const std::string& text = lifting.lower();
        const std::size_t end = chunk_end(text, at);
        const std::string_view chunk = std::string_view(text).substr(at, end - at);
        std::size_t link = kNpos;
        for (const std::string_view scheme : {"https://", "http://", "ftp://", "www."})
            link = std::min(link, chunk.find(scheme));
        if (link == kNpos && is_bare_link(chunk)) link = 0;
        if (link == kNpos || chunk.size() < link + 5) {
            at = end + 1;
            continue;
        }
        const std::size_t stop = link_end(text, at + link);
        if (out.url.empty() && stop > at + link + 8) out.url = std::string(lifting.slice(at + link, stop));
        std::erase(out.url, ' ');
        lifting.cut(lifting.label_start(at + link, kLabels), stop);
        at = std::max(stop, at + 1);
    }
}

bool is_date_chunk(std::string_view chunk) {
    static constexpr std::array<std::string_view, 26> kMonths{
        "янв", "фев", "мар", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "г."};
    return !chunk.empty() &&
           (has_digit(chunk) || chunk == ":" || chunk == "-" || chunk == "–" || chunk == "г" || chunk == "года" ||
            std::ranges::any_of(kMonths, [&](std::string_view month) { return chunk.starts_with(month); }));
}

/// Remarks with a date that is not the year of publication, in brackets or up to the end of the date.
void cut_dated_remarks(Lifting& lifting) {
    static constexpr std::array<std::string_view, 14> kRemarks{
        "дата обращения",  "дата доступа",    "дата звернення", "дата публикации", "дата последнего обращения",
        "дата размещения", "по состоянию на", "обращение",      "accessed",        "last accessed",
        "retrieved",       "viewed",          "last visited",   "загл. с экрана"};
    for (const std::string_view remark : kRemarks) {
        for (std::size_t at = 0; (at = lifting.lower().find(remark, at)) != kNpos; at += remark.size()) {
            const std::string& text = lifting.lower();
            std::size_t end = at + remark.size();
            std::size_t begin = at;
            if (at > 0 && (text[at - 1] == '(' || text[at - 1] == '[')) {
                const std::size_t close = find_near(text, text[at - 1] == '(' ? ')' : ']', at, 160);
                if (close == kNpos) continue;
                begin = at - 1;
                end = close + 1;
            } else {
                std::size_t next = end;
                if (next < text.size() && text[next] == ':') ++next;
                while (next < text.size() && text[next] == ' ') {
                    const std::size_t stop = chunk_end(text, next + 1);
                    if (!is_date_chunk(std::string_view(text).substr(next + 1, stop - next - 1))) break;
                    next = stop;
                }
                // A remark without a date is a word of the text.
                if (!has_digit(std::string_view(text).substr(end, next - end)) && remark != "загл. с экрана") continue;
                end = next;
            }
            lifting.cut(begin, end);
        }
    }
}

/// "ISBN 978-5-...", "EDN: ABCDEF": the label and the value behind it.
void lift_numbers(Lifting& lifting, LiftedCitation& out) {
    static constexpr std::array<std::string_view, 7> kLabels{"isbn",        "issn", "e-issn", "edn",
                                                             "elibrary id", "pmid", "pmcid"};
    for (const std::string_view label : kLabels) {
        for (std::size_t at = 0; (at = lifting.lower().find(label, at)) != kNpos; at += label.size()) {
            const std::string& text = lifting.lower();
            std::size_t value = at + label.size();
            if ((at > 0 && is_ascii_letter(text[at - 1])) || value >= text.size() || is_ascii_letter(text[value]))
                continue;
            const auto skipped = [&](char c) { return c == ' ' || c == ':' || c == '-'; };
            while (value < text.size() && skipped(text[value])) ++value;
            std::size_t end = chunk_end(text, value);
            while (end > value && std::string_view(".,;)]").find(text[end - 1]) != kNpos) --end;
            const std::string_view printed = lifting.slice(value, end);
            const bool letters_only = label == "edn" && printed.size() == 6;
            if (!has_digit(printed) && !letters_only) continue;
            if (label == "isbn") {
                if (auto isbn = normalise_isbn(printed)) out.isbn.push_back(*isbn);
            } else if (label.ends_with("issn")) {
                if (auto issn = normalise_issn(printed)) out.issn.push_back(*issn);
            }
            lifting.cut(at, end);
        }
    }
}

/// "(in Russian)", "(In Russ.)", "(на рус. яз.)", also where the language is misprinted.
void lift_language(Lifting& lifting, LiftedCitation& out) {
    for (const std::string_view mark : {"(in", "[in", "(на "}) {
        for (std::size_t at = 0; (at = lifting.lower().find(mark, at)) != kNpos; at += mark.size()) {
            const std::string& text = lifting.lower();
            const std::size_t close = find_near(text, text[at] == '(' ? ')' : ']', at, 48);
            std::size_t value = at + mark.size();
            while (value < text.size() && text[value] == ' ') ++value;
            if (close == kNpos || close <= value) continue;
            std::string_view printed = lifting.slice(value, close);
            const bool russian = printed.starts_with("рус");
            const bool capital = printed.front() >= 'A' && printed.front() <= 'Z';
            if (mark == "(на " ? !russian : !capital || printed.find(' ') != kNpos) continue;
            if (printed.ends_with('.')) printed.remove_suffix(1);
            const std::string language = russian || printed == "Russ" ? "ru" : normalise_language(printed);
            if (language.size() == 2) out.language.assign(1, language);
            lifting.cut(at, close + 1);
        }
    }
}

/// "[Текст]", "[Электронный ресурс]", "– Текст : электронный": what the work is printed on.
void cut_medium_marks(Lifting& lifting) {
    static constexpr std::array<std::string_view, 18> kMarks{"[текст]",
                                                             "[электронный ресурс]",
                                                             "[электрон. ресурс]",
                                                             "[electronic resource]",
                                                             "[text]",
                                                             "[online]",
                                                             "[internet]",
                                                             "[текст : электронный ресурс]",
                                                             "[рукопись]",
                                                             "[карты]",
                                                             "[изоматериал]",
                                                             "[електронний ресурс]",
                                                             "[електронен ресурс]",
                                                             "текст : электронный",
                                                             "текст : непосредственный",
                                                             "текст: электронный",
                                                             "текст: непосредственный",
                                                             "электронный ресурс:"};
    for (const std::string_view mark : kMarks) {
        for (std::size_t at = 0; (at = lifting.lower().find(mark, at)) != kNpos; at += mark.size())
            lifting.cut(at, at + mark.size());
    }
}

/// "12. ", "[3] ", "(4) " at the very beginning; four digits with nothing around them are a year.
void cut_list_number(Lifting& lifting) {
    const std::string& text = lifting.text();
    std::size_t at = 0;
    const bool bracket = !text.empty() && (text[0] == '[' || text[0] == '(');
    if (bracket) ++at;
    const std::size_t first = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == first || at - first > 3 || at >= text.size()) return;
    const bool closed = bracket ? text[at] == (text[0] == '[' ? ']' : ')') : text[at] == '.' || text[at] == ')';
    if (closed && at + 1 < text.size() && !is_digit(text[at + 1])) lifting.cut(0, at + 1);
}

} // namespace

LiftedCitation lift_identifiers(std::string_view printed) {
    LiftedCitation out;
    Lifting lifting(printed);
    cut_list_number(lifting);
    lift_doi(lifting, out);
    lift_links(lifting, out);
    cut_dated_remarks(lifting);
    lift_numbers(lifting, out);
    lift_language(lifting, out);
    cut_medium_marks(lifting);
    out.text = collapse_blanks(lifting.text());
    return out;
}

} // namespace annota
