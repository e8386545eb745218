// SPDX-License-Identifier: GPL-2.0-or-later
//
// A DOI is found by its shape ("10.", four to nine digits, "/"), whatever stands before it. The text is first brought
// into ASCII: blanks and dashes of one kind, %-escapes and entities resolved, Cyrillic look-alikes made Latin; the
// first character that no DOI has ends it. What is hard is a blank: line breaks put one inside a DOI ("10.26583/
// npe.2017.4.08"), and one ends it before a remark ("10.1134/1.1259104 (in Russian)"). goes_on() tells the two apart.

#include "common/doi.h"

#include "common/dash.h"
#include "common/simple_fold.h"
#include "common/transliteration.h"
#include "common/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace annota {
namespace {

constexpr std::string_view kDigits = "0123456789";

/// Code points; more is no DOI, and not worth its time.
constexpr std::size_t kLongestPrinted = 4096;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_alnum(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// What a resolved character may be: printable ASCII without the blank and "%", so that resolving twice changes
/// nothing.
bool is_ordinary(int c) {
    return c > ' ' && c < 0x7F && c != '%';
}

int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The character that a %-escape or an entity at `at` stands for, and its length; {0, 0} where there is none.
std::pair<char, std::size_t> escape_at(std::string_view text, std::size_t at) {
    if (text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0) {
        const int value = 16 * hex_value(text[at + 1]) + hex_value(text[at + 2]);
        if (is_ordinary(value)) return {static_cast<char>(value), 3};
    }
    constexpr std::array<std::pair<std::string_view, char>, 3> kEntities{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}}};
    for (const auto& [entity, character] : kEntities) {
        if (text.substr(at).starts_with(entity)) return {character, entity.size()};
    }
    return {'\0', 0};
}

std::string resolve_escapes(std::string text) {
    for (bool changed = true; changed;) { // An escape may appear by resolving another: "%%32F".
        changed = false;
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const auto [character, length] = escape_at(text, at);
            changed = changed || length > 0;
            out.push_back(length > 0 ? character : text[at]);
            at += std::max<std::size_t>(length, 1);
        }
        text = std::move(out);
    }
    return text;
}

/// ASCII with one blank between words; any other character, look-alikes and dashes apart, is a '\n', which ends a DOI.
std::string to_doi_ascii(std::string_view printed) {
    std::string out;
    for (std::size_t at = 0; at < printed.size();) {
        const char32_t c = next_code_point(printed, at);
        if (c < 0x80) {
            out.push_back(static_cast<char>(c));
        } else if (is_dash(c)) {
            out.push_back('-');
        } else if (!is_ignorable(c)) {
            const char32_t latin = latin_shape(c);
            out.push_back(latin != 0 ? static_cast<char>(latin) : '\n');
        }
    }
    return out;
}

/// Runs of Cyrillic letters that are not all look-alikes are words behind a DOI: they become a '\n' each.
std::string without_cyrillic_words(std::string_view printed) {
    std::string out;
    for (std::size_t at = 0; at < printed.size();) {
        std::size_t end = at;
        bool all_alike = true;
        for (std::size_t next = at; next < printed.size(); end = next) {
            const char32_t c = next_code_point(printed, next);
            if (!is_cyrillic(c)) break;
            all_alike = all_alike && latin_shape(c) != 0;
        }
        if (end == at) {
            const std::size_t start = at;
            next_code_point(printed, at);
            out.append(printed.substr(start, at - start));
        } else {
            out.append(all_alike ? printed.substr(at, end - at) : "\n");
            at = end;
        }
    }
    return out;
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(kDigits, at), text.size());
}

/// Where a prefix "10.1234/" that begins at `at` ends, blanks inside allowed; npos where there is none. `prefix` gets
/// it without blanks.
std::size_t read_prefix(std::string_view text, std::size_t at, std::string& prefix) {
    constexpr auto kNone = std::string_view::npos;
    if (!text.substr(at).starts_with("10") || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.'))) return kNone;
    at = skip_blank(text, at + 2);
    if (at >= text.size() || text[at] != '.') return kNone;
    at = skip_blank(text, at + 1);
    const std::size_t registrant = at;
    at = skip_digits(text, at);
    if (at < registrant + 4 || at > registrant + 9) return kNone;
    while (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) at = skip_digits(text, at + 1);
    prefix = "10." + std::string(text.substr(registrant, at - registrant)) + "/";
    at = skip_blank(text, at);
    return at < text.size() && text[at] == '/' ? skip_blank(text, at + 1) : kNone;
}

bool is_year(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of(kDigits) == std::string_view::npos &&
           (text.starts_with("19") || text.starts_with("20"));
}

bool has_digit(std::string_view text) {
    return text.find_first_of(kDigits) != std::string_view::npos;
}

/// Whether `chunk`, which stands behind a blank after `suffix`, still belongs to the DOI; `last`: no word follows it.
bool goes_on(std::string_view suffix, std::string_view chunk, bool last) {
    if (chunk.empty() || suffix.empty()) return !chunk.empty();
    const char before = suffix.back();
    const char first = chunk.front();
    if (first == '/' || before == '/' || before == '_') return chunk.size() > 1 || is_alnum(first);
    if (before == '-') return is_alnum(first);
    if (first == '-' || first == '.' || first == '_')
        return last && chunk.size() > 1 && is_alnum(chunk[1]) && has_digit(chunk);
    const bool lower_or_digit = is_digit(first) || (first >= 'a' && first <= 'z');
    if (!has_digit(suffix)) return lower_or_digit && (before == '.' || has_digit(chunk)); // "j. nucengdes.2013.06.006"
    if (before == '.') return is_digit(first) && last && !is_year(chunk.substr(0, chunk.find_last_not_of(".,;") + 1));
    // Groups of digits after a bare word, as in "GT 2011 2 4 0051", but no number behind a DOI that has its digits.
    return is_digit(first) && chunk.find_first_not_of("0123456789.,;") == std::string_view::npos &&
           !is_digit(suffix.front()) && suffix.find_first_of("./-_(") == std::string_view::npos;
}

std::string_view chunk_at(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find(' ', at), text.size()) - at);
}

std::string read_suffix(std::string_view text, std::size_t at) {
    std::string suffix;
    while (at < text.size()) {
        const std::string_view chunk = chunk_at(text, at);
        const std::size_t next = skip_blank(text, at + chunk.size());
        const bool last = next >= text.size() || !is_alnum(text[next]) || is_digit(text[next]);
        if (!goes_on(suffix, chunk, last)) break;
        suffix.append(chunk);
        at = next;
    }
    return suffix;
}

/// What is glued to a DOI: another DOI or address, quotes, the first word of a remark in brackets ("npe.2021.4.12(in").
void cut_glued(std::string& suffix) {
    const std::size_t open = suffix.rfind('(');
    if (open != std::string::npos && suffix.find_first_of(")0123456789", open) == std::string::npos)
        suffix.resize(open);
    suffix.resize(std::min(suffix.find_first_of("\"`|\\^{}"), suffix.size()));
    const std::string lower = doi_key(suffix);
    std::size_t end = suffix.size();
    for (const std::string_view mark : {"http:", "https:", "url:", "doi:", ";10.", ",10.", "www."}) {
        end = std::min(end, lower.find(mark));
    }
    suffix.resize(std::min(end, suffix.size()));
}

/// Tails of publishers' own addresses ("/doi/10.1002/ese3.622/full"), and query strings behind any address.
void cut_address_tail(std::string& suffix, std::string_view before) {
    if (before.find("//") == std::string_view::npos) return;
    suffix.resize(std::min(suffix.find('?'), suffix.size()));
    if (before.find("doi.org") != std::string_view::npos) return;
    for (const std::string_view tail : {"/full", "/fulltext", "/abstract", "/pdf", "/epdf", "/html", "/meta", ".pdf"}) {
        if (suffix.size() > tail.size() && suffix.ends_with(tail)) {
            suffix.resize(suffix.size() - tail.size());
            return;
        }
    }
}

/// Whether the last character closes a bracket that the text does not open.
bool closes_nothing(std::string_view text) {
    constexpr std::array<std::string_view, 4> kBrackets{"()", "[]", "<>", "{}"};
    for (const std::string_view pair : kBrackets) {
        if (text.back() == pair[1]) {
            return std::count(text.begin(), text.end(), pair[1]) > std::count(text.begin(), text.end(), pair[0]);
        }
    }
    return false;
}

void cut_trailing_punctuation(std::string& suffix) {
    while (!suffix.empty()) {
        const bool punctuation = std::string_view(".,;:!?'*/&").find(suffix.back()) != std::string_view::npos;
        if (suffix.ends_with("()") || suffix.ends_with("[]")) {
            suffix.resize(suffix.size() - 2);
        } else if (punctuation || closes_nothing(suffix) || suffix.back() == '(' || suffix.back() == '[') {
            suffix.pop_back();
        } else {
            return;
        }
    }
}

} // namespace

std::optional<std::string> normalise_doi(std::string_view printed) {
    const std::string plain = collapse_blanks(first_code_points(printed, kLongestPrinted));
    const std::string text = resolve_escapes(to_doi_ascii(without_cyrillic_words(plain)));
    std::string prefix;
    for (std::size_t at = text.find("10"); at != std::string::npos; at = text.find("10", at + 1)) {
        const std::size_t start = read_prefix(text, at, prefix);
        if (start == std::string_view::npos) continue;
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string suffix = read_suffix(std::string_view(text).substr(0, end), start);
        std::string whole; // One step may lay the next one open.
        do {
            whole = suffix;
            suffix = resolve_escapes(suffix); // Those that had a blank inside.
            cut_glued(suffix);
            cut_address_tail(suffix, std::string_view(text).substr(0, at));
            cut_trailing_punctuation(suffix);
        } while (suffix != whole);
        if (suffix.find_first_not_of("()[]<>-_.;:/") != std::string::npos) return prefix + suffix;
    }
    return std::nullopt;
}

bool is_whole_doi(std::string_view doi) {
    const std::size_t slash = doi.find('/');
    if (!doi.starts_with("10.") || slash == std::string_view::npos || slash + 1 == doi.size()) return false;
    std::string suffix = doi_key(doi.substr(slash + 1));
    if (suffix.back() == '-' || suffix.back() == '_') return false;
    if (std::count(suffix.begin(), suffix.end(), '(') > std::count(suffix.begin(), suffix.end(), ')')) return false;
    for (const std::string_view label : {"(issn)", "issn"}) {
        if (suffix.starts_with(label)) suffix.erase(0, label.size());
    }
    suffix.erase(0, std::min(suffix.find_first_not_of("-.:"), suffix.size()));
    if (suffix.empty()) return false;
    if (suffix.size() < 9 || suffix[4] != '-') return true;
    std::string issn = suffix.substr(0, 4) + suffix.substr(5, 4);
    if (issn.back() == 'x') issn.back() = '0';
    if (issn.find_first_not_of(kDigits) != std::string::npos) return true;
    const std::string_view rest = std::string_view(suffix).substr(9);
    return !rest.empty() && (is_alnum(rest.front()) || !is_year(rest.substr(1)));
}

std::string doi_key(std::string_view doi) {
    std::string key(doi);
    std::transform(key.begin(), key.end(), key.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return key;
}

} // namespace annota
