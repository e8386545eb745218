// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_word.h"

#include "common/utf8.h"

#include <algorithm>
#include <array>

namespace annota {
namespace {

/// Longer than every name and alias of a field, so that a long word costs no look-up.
constexpr std::size_t kMaxFieldName = 32;
constexpr unsigned kMaxTypedDistance = 9999;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kNone = std::u32string_view::npos;

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool is_ascii_punctuation(char32_t c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t count_digits(std::u32string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

unsigned to_number(std::u32string_view digits, unsigned limit) {
    unsigned number = 0;
    for (const char32_t digit : digits) number = std::min(limit, number * 10 + static_cast<unsigned>(digit - '0'));
    return number;
}

/// Takes `prefix`, in lower case, off the start of `text` in any case.
bool skip(std::u32string_view& text, std::u32string_view prefix) {
    const auto same = [](char32_t a, char32_t b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
    if (text.size() < prefix.size() ||
        !std::equal(prefix.begin(), prefix.end(), text.begin(), [&](auto b, auto a) { return same(a, b); }))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// Takes four digits, if any, off the start; 0 where there are none.
int skip_year(std::u32string_view& text) {
    if (count_digits(text) != kYearDigits) return 0;
    const unsigned year = to_number(text.substr(0, kYearDigits), kMaxTypedDistance);
    text.remove_prefix(kYearDigits);
    return static_cast<int>(year);
}

bool skip_range_sign(std::u32string_view& text) {
    if (skip(text, U"...") || skip(text, U"..") || skip(text, U"…")) return true;
    if (text.empty() || !is_dash(text.front())) return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::u32string to_code_points(std::string_view text) {
    const std::string valid = make_valid_utf8(text);
    std::u32string out;
    out.reserve(valid.size());
    for (std::size_t at = 0; at < valid.size();) out.push_back(next_code_point(valid, at));
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 2);
    for (const char32_t c : text) append_code_point(out, c);
    return out;
}

bool is_query_blank(char32_t c) {
    return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_query_quote(char32_t c) {
    return c == U'"' || c == U'«' || c == U'»' || c == U'„' || c == U'“' || c == U'”';
}

bool closes_phrase(char32_t opener, char32_t c) {
    switch (opener) {
    case U'«': return c == U'»';
    case U'„':
    case U'“': return c == U'“' || c == U'”';
    case U'”': return c == U'”';
    case U'"': return c == U'"';
    default: return false;
    }
}

bool is_escapable(char32_t c) {
    return is_query_quote(c) || c == '(' || c == ')' || c == '\\';
}

std::optional<OperatorWord> read_operator(std::u32string_view word) {
    struct Row {
        std::u32string_view name;
        QueryNodeKind makes;
    };
    static constexpr std::array kWords{
        Row{U"AND", QueryNodeKind::all_of}, Row{U"OR", QueryNodeKind::any_of},  Row{U"NOT", QueryNodeKind::none_of},
        Row{U"И", QueryNodeKind::all_of},   Row{U"ИЛИ", QueryNodeKind::any_of}, Row{U"НЕ", QueryNodeKind::none_of},
    };
    static constexpr std::array kProximity{Row{U"NEAR/", QueryNodeKind::near}, Row{U"ADJ/", QueryNodeKind::adjacent}};

    const auto* const found = std::ranges::find(kWords, word, &Row::name);
    if (found != kWords.end()) return OperatorWord{found->makes};
    for (const Row& row : kProximity) {
        if (!word.starts_with(row.name)) continue;
        const std::u32string_view digits = word.substr(row.name.size());
        if (digits.empty() || count_digits(digits) != digits.size()) return std::nullopt;
        return OperatorWord{row.makes, to_number(digits, kMaxTypedDistance)};
    }
    return std::nullopt;
}

std::optional<FieldPrefix> read_field_prefix(std::u32string_view text) {
    const bool first_author = text.starts_with(U'^');
    const std::u32string_view name = text.substr(first_author ? 1 : 0, kMaxFieldName);
    const std::size_t length = name.find(U':');
    if (length == kNone) return std::nullopt;
    const Field* field = find_field(to_utf8(name.substr(0, length)));
    if (field == nullptr || field->kind == FieldKind::facet) return std::nullopt;
    return FieldPrefix{field, length + (first_author ? 2 : 1), first_author};
}

std::optional<FuzzyTail> read_fuzzy_tail(std::u32string_view word) {
    const std::size_t tilde = word.rfind(U'~');
    if (tilde == kNone || is_mere_punctuation(word.substr(0, tilde))) return std::nullopt;
    const std::u32string_view tail = word.substr(tilde + 1);
    if (!std::ranges::all_of(tail, [](char32_t c) { return is_digit(c) || c == '.'; })) return std::nullopt;
    FuzzyTail found{tail.size() + 1};
    if (tail.empty()) return found;
    constexpr unsigned kMost = 2;
    const std::size_t digits = count_digits(tail);
    const unsigned number = to_number(tail.substr(0, digits), kMaxTypedDistance);
    found.distance = std::min(number, kMost);
    found.known = digits == tail.size() && number >= 1 && number <= kMost;
    return found;
}

std::optional<YearRange> read_years(std::u32string_view word) {
    YearRange range{skip_year(word), 0};
    if (word.empty() && range.first != 0) return YearRange{range.first, range.first};
    if (!skip_range_sign(word)) return std::nullopt;
    range.last = skip_year(word);
    if (!word.empty() || (range.first == 0 && range.last == 0)) return std::nullopt;
    return range;
}

bool begins_with_doi(std::u32string_view text) {
    const bool url = skip(text, U"https://") || skip(text, U"http://");
    const bool host = skip(text, U"www.") || skip(text, U"dx.");
    if (!skip(text, U"doi.org/") && (url || host)) return false;
    constexpr std::size_t kLeastDigits = 4;
    constexpr std::size_t kMostDigits = 9;
    if (!skip(text, U"10.")) return false;
    const std::size_t registrant = count_digits(text);
    if (registrant < kLeastDigits || registrant > kMostDigits) return false;
    text.remove_prefix(registrant);
    while (skip(text, U".")) {
        const std::size_t part = count_digits(text);
        if (part == 0) return false;
        text.remove_prefix(part);
    }
    return skip(text, U"/") && !text.empty() && !is_query_blank(text.front()) && text.front() != ')';
}

bool is_mere_punctuation(std::u32string_view word) {
    return std::ranges::all_of(
        word, [](char32_t c) { return is_ascii_punctuation(c) || is_dash(c) || c == U'…' || c == U'·' || c == U'•'; });
}

std::size_t question_tail(std::u32string_view word) {
    const std::size_t last = word.find_last_not_of(U"?!.");
    const std::size_t length = last == kNone ? 0 : last + 1;
    const bool question = word.find(U'?', length) != kNone;
    return question && word.find_first_of(U"*?") >= length ? word.size() - length : 0;
}

bool has_wildcards(std::u32string_view word) {
    return word.find_first_of(U"*?") != kNone && word.find(U"://") == kNone;
}

bool is_plain_word(std::u32string_view word, bool in_field) {
    const auto is_syntax = [](char32_t c) { return is_escapable(c) || is_query_blank(c); };
    const std::u32string_view signs = in_field ? U"=" : U"+-=:";
    const bool begins_syntax = word.find_first_of(signs) == 0;
    const bool other = !in_field && (read_operator(word) || read_field_prefix(word) || begins_with_doi(word));
    return !is_mere_punctuation(word) && !begins_syntax && !other && std::ranges::none_of(word, is_syntax) &&
           !has_wildcards(word) && question_tail(word) == 0 && !read_fuzzy_tail(word);
}

} // namespace annota
