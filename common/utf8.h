// SPDX-License-Identifier: GPL-2.0-or-later
//
// UTF-8 inside, code points at the borders: the few conversions that everything else needs.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annota {

/// The two functions below for what is not ASCII.
char32_t next_wide_code_point(std::string_view text, std::size_t& at);
void append_wide_code_point(std::string& out, char32_t c);

/// The code point that starts at byte `at`, which then moves behind it. Malformed input gives U+FFFD and moves one
/// byte.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0x80) {
        return next_wide_code_point(text, at);
    }
    ++at;
    return lead;
}

inline void append_code_point(std::string& out, char32_t c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else {
        append_wide_code_point(out, c);
    }
}

bool is_ascii(std::string_view text);

inline bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Strict (RFC 3629): no overlong forms, no surrogates, nothing over U+10FFFF.
bool is_valid_utf8(std::string_view text);

/// The byte of the first malformed sequence; npos where there is none.
std::size_t find_invalid_utf8(std::string_view text);

/// Each malformed sequence replaced with one U+FFFD.
std::string make_valid_utf8(std::string_view text);

/// Number of code points.
std::size_t count_code_points(std::string_view text);

/// The first `limit` code points.
std::string_view first_code_points(std::string_view text, std::size_t limit);

/// Blanks of every kind (also U+00A0, U+202F, ...) at both ends taken off.
std::string_view trim(std::string_view text);

/// Runs of blanks, tabs and newlines become one blank, ends trimmed.
std::string collapse_blanks(std::string_view text);

/// Simple lower case of every code point (by ICU's u_tolower).
std::string to_lower(std::string_view text);

} // namespace annota
