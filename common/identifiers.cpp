// SPDX-License-Identifier: GPL-2.0-or-later
//
// Serial numbers are found by their shape in whatever is printed around them, and believed by their check digits. Years
// and pages have none: they are read only where the whole text is one.

#include "common/identifiers.h"

#include "common/dash.h"
#include "common/simple_fold.h"
#include "common/transliteration.h"
#include "common/utf8.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace annota {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// ASCII digits and X, '-' for every dash, ' ' for every blank, '.' for all else; what is printed invisibly is dropped.
std::string number_skeleton(std::string_view printed) {
    std::string out;
    const std::string text = collapse_blanks(printed);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if ((c >= U'0' && c <= U'9') || c == U' ') {
            out.push_back(static_cast<char>(c));
        } else if (c == U'X' || c == U'x' || c == U'Х' || c == U'х') {
            out.push_back('X');
        } else if (is_dash(c)) {
            out.push_back('-');
        } else if (!is_ignorable(c)) {
            out.push_back('.');
        }
    }
    return out;
}

/// Whether a number may begin at `at`: no digit stands before it, nor a digit and a hyphen.
bool begins_number(std::string_view text, std::size_t at) {
    if (!is_digit(text[at])) return false;
    if (at == 0) return true;
    return text[at - 1] != '-' ? !is_digit(text[at - 1]) : at == 1 || !is_digit(text[at - 2]);
}

/// The first `count` digits from `at` (the last may be an X), single hyphens or blanks between them; empty where the
/// number has another length.
std::string take_digits(std::string_view text, std::size_t at, std::size_t count) {
    std::string digits;
    while (at < text.size() && digits.size() < count) {
        const char c = text[at];
        const bool separator =
            (c == '-' || c == ' ') && !digits.empty() && (is_digit(text[at - 1]) || c != text[at - 1]);
        if (is_digit(c) || (c == 'X' && digits.size() + 1 == count)) {
            digits.push_back(c);
        } else if (!separator) {
            return {};
        }
        ++at;
    }
    const bool goes_on = at < text.size() &&
                         (is_digit(text[at]) || text[at] == 'X' ||
                          (text[at] == '-' && at + 1 < text.size() && (is_digit(text[at + 1]) || text[at + 1] == 'X')));
    return digits.size() == count && !goes_on ? digits : std::string();
}

int digit_value(char c) {
    return c == 'X' ? 10 : c - '0';
}

/// Zeros alone stand for "none" in exports, and would pass every check.
bool is_blank_number(std::string_view digits) {
    return digits.find_first_not_of('0') == std::string_view::npos;
}

/// ISSN and ISBN-10: weights falling to 1, modulo 11.
bool is_modulo_11(std::string_view digits) {
    int sum = 0;
    int weight = static_cast<int>(digits.size());
    for (const char c : digits) sum += weight-- * digit_value(c);
    return sum % 11 == 0 && !is_blank_number(digits);
}

bool is_isbn_13(std::string_view digits) {
    if ((!digits.starts_with("978") && !digits.starts_with("979")) || digits.back() == 'X') return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) sum += digit_value(digits[i]) * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

/// ISO 7064, modulo 11-2.
bool is_orcid(std::string_view digits) {
    int total = 0;
    for (const char c : digits.substr(0, digits.size() - 1)) total = (total + digit_value(c)) * 2;
    return (12 - total % 11) % 11 == digit_value(digits.back()) && !is_blank_number(digits);
}

/// The first number of `count` digits in the text that `check` accepts.
template <class Check> std::string find_number(std::string_view skeleton, std::size_t count, Check check) {
    for (std::size_t at = 0; at + count <= skeleton.size(); ++at) {
        if (!begins_number(skeleton, at)) continue;
        std::string digits = take_digits(skeleton, at, count);
        if (!digits.empty() && check(digits)) return digits;
    }
    return {};
}

constexpr int kFirstYear = 1500;

/// What may follow a year and a blank: months and seasons by their first letters, "г.".
bool begins_date_word(std::string_view text) {
    constexpr std::array<std::string_view, 39> kWords{
        "jan", "feb", "mar", "apr", "may",  "jun", "jul",  "aug", "sep",   "oct",    "nov",   "dec", "янв",
        "фев", "мар", "апр", "май", "мая",  "июн", "июл",  "авг", "сен",   "окт",    "ноя",   "дек", "spring",
        "sum", "fal", "aut", "win", "весн", "лет", "осен", "зим", "январ", "феврал", "quart", "год", "рік"};
    const std::string lower = to_lower(text);
    if (lower == "г" || lower.starts_with("г.") || lower == "р" || lower == "р.") return true;
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return lower.starts_with(word); });
}

/// "-05-01", "/5", ".05.2020": months stand where a second year or page would stand in a range.
bool begins_month(std::string_view text) {
    const std::size_t end = std::min(text.find_first_not_of(kDigits), text.size());
    if (end == 0 || end > 2) return false;
    const int month = end == 1 ? text[0] - '0' : (text[0] - '0') * 10 + text[1] - '0';
    return month >= 1 && month <= 12;
}

bool may_follow_year(std::string_view rest) {
    rest = rest.substr(std::min(rest.find_first_not_of(")]"), rest.size()));
    const std::size_t word = rest.find_first_not_of(" .,;:/-");
    if (word == std::string_view::npos) return true;
    if (word == 0) return begins_date_word(rest);
    return begins_month(rest.substr(word)) || begins_date_word(rest.substr(word));
}

} // namespace

std::optional<std::string> normalise_issn(std::string_view printed) {
    std::string digits = find_number(number_skeleton(printed), 8, is_modulo_11);
    if (digits.empty()) return std::nullopt;
    return digits.insert(4, "-");
}

std::optional<std::string> normalise_isbn(std::string_view printed) {
    const std::string skeleton = number_skeleton(printed);
    for (std::size_t at = 0; at < skeleton.size(); ++at) {
        if (!begins_number(skeleton, at)) continue;
        std::string digits = take_digits(skeleton, at, 13);
        if (!digits.empty() && is_isbn_13(digits)) return digits;
        digits = take_digits(skeleton, at, 10);
        if (!digits.empty() && is_modulo_11(digits)) return digits;
    }
    return std::nullopt;
}

std::optional<std::string> normalise_orcid(std::string_view printed) {
    std::string digits = find_number(number_skeleton(printed), 16, is_orcid);
    if (digits.empty()) return std::nullopt;
    for (const std::size_t at : {12U, 8U, 4U}) digits.insert(at, "-");
    return digits;
}

std::optional<int> parse_year(std::string_view printed, int this_year) {
    std::string text;
    const std::string collapsed = collapse_blanks(printed);
    for (std::size_t at = 0; at < collapsed.size();) {
        const char32_t c = next_code_point(collapsed, at);
        if (is_dash(c)) {
            text.push_back('-');
        } else if (!is_ignorable(c) && c != U'©') {
            append_code_point(text, c);
        }
    }
    std::size_t at = text.find_first_not_of("([ ");
    if (at == std::string::npos) return std::nullopt;
    if (text[at] == 'c' && at + 1 < text.size() && is_digit(text[at + 1])) ++at; // "c2020"
    const std::size_t end = std::min(text.find_first_not_of(kDigits, at), text.size());
    if (end - at != 4 || !may_follow_year(std::string_view(text).substr(end))) return std::nullopt;
    int year = 0;
    for (; at < end; ++at) year = 10 * year + (text[at] - '0');
    return year >= kFirstYear && year <= this_year + 1 ? std::optional(year) : std::nullopt;
}

int current_year() {
    const std::time_t now = std::time(nullptr);
    std::tm date{};
    localtime_r(&now, &date);
    return date.tm_year + 1900;
}

} // namespace annota
