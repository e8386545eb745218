// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages are a list of parts, each one page or two with a dash between; a page is digits with letters around them, or a
// Roman number. A text of any other form is left alone.

#include "common/identifiers.h"

#include "common/dash.h"
#include "common/simple_fold.h"
#include "common/transliteration.h"
#include "common/utf8.h"

#include <algorithm>
#include <array>

namespace annota {
namespace {

constexpr std::string_view kDigits = "0123456789";

/// Every dash as '-', runs of them as one, without what is printed invisibly.
std::string plain_dashes(std::string_view printed) {
    std::string out;
    for (std::size_t at = 0; at < printed.size();) {
        const char32_t c = next_code_point(printed, at);
        if (is_dash(c)) {
            if (!out.ends_with('-')) out.push_back('-');
        } else if (!is_ignorable(c)) {
            append_code_point(out, c);
        }
    }
    return out;
}

/// Cyrillic look-alikes as Latin letters: "е12" means e12.
std::string latin_shapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const char32_t latin = latin_shape(c);
        append_code_point(out, latin != 0 ? latin : c);
    }
    return out;
}

/// The text behind "pp.", "С.", "стр." and the like. A letter alone is a mark only where a full stop, a colon or a
/// blank parts it from the number ("S12" is a page), but for the Russian one, which numbers no pages.
std::string_view without_page_mark(std::string_view text) {
    constexpr std::array<std::string_view, 10> kMarks{"pages",    "page",     "pp",  "pgs", "pg",
                                                      "страницы", "страница", "стр", "сс",  "с"};
    constexpr std::array<std::string_view, 4> kLetters{"p", "c", "s", "р"};
    const std::string lower = to_lower(text);
    const auto behind = [&](std::string_view mark) {
        const std::string_view rest = text.substr(mark.size());
        return rest.substr(std::min(rest.find_first_not_of(" .:"), rest.size()));
    };
    for (const std::string_view mark : kMarks) {
        if (lower.starts_with(mark)) return behind(mark);
    }
    for (const std::string_view letter : kLetters) {
        const std::string_view rest = std::string_view(lower).substr(std::min(letter.size(), lower.size()));
        if (lower.starts_with(letter) && rest.find_first_of(" .:") == 0) return behind(letter);
    }
    return text;
}

bool is_roman(std::string_view page) {
    return !page.empty() && (page.find_first_not_of("ivxlcdm") == std::string_view::npos ||
                             page.find_first_not_of("IVXLCDM") == std::string_view::npos);
}

/// "217", "e12", "S12", "217a", "A1234", "xiv".
bool is_page(std::string_view page) {
    if (is_roman(page)) return true;
    const std::size_t digits = page.find_first_of(kDigits);
    if (digits == std::string_view::npos || digits > 3) return false;
    const std::size_t tail = std::min(page.find_first_not_of(kDigits, digits), page.size());
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return page.size() - tail <= 1 &&
           std::all_of(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(digits), is_letter) &&
           (tail == page.size() || is_letter(page[tail]));
}

/// "C36" before "40": the letter is a page mark that lost its full stop.
std::string_view without_glued_mark(std::string_view first, std::string_view second) {
    const bool mark = std::string_view("CcPp").find(first.front()) != std::string_view::npos;
    const bool plain = second.find_first_not_of(kDigits) == std::string_view::npos;
    const bool number = first.size() > 1 && first.find_first_not_of(kDigits, 1) == std::string_view::npos;
    return mark && plain && number ? first.substr(1) : first;
}

/// One part of a list in its plain form; empty where it is neither a page nor a range.
std::string plain_part(std::string_view part) {
    part = trim(part);
    const std::size_t dash = part.find('-');
    if (dash == std::string_view::npos) {
        std::string page = latin_shapes(part);
        return is_page(page) ? page : std::string();
    }
    const std::string first = latin_shapes(trim(part.substr(0, dash)));
    const std::string second = latin_shapes(trim(without_page_mark(trim(part.substr(dash + 1)))));
    if (!is_page(first) || !is_page(second)) return {};
    return std::string(without_glued_mark(first, second)) + "-" + second;
}

} // namespace

std::string normalise_pages(std::string_view printed) {
    const std::string_view trimmed = trim(printed);
    const std::string plain = plain_dashes(trimmed);
    std::string_view rest = trim(without_page_mark(trim(plain)));
    rest = rest.substr(0, rest.find_last_not_of(".,;: ") + 1);
    std::string out;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
        const std::string part = plain_part(rest.substr(0, end));
        if (part.empty()) return std::string(trimmed);
        out += (out.empty() ? "" : ", ") + part;
        rest = rest.substr(std::min(end + 1, rest.size()));
    }
    return out.empty() ? std::string(trimmed) : out;
}

} // namespace annota
