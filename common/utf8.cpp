// SPDX-License-Identifier: GPL-2.0-or-later
//
// One strict decoder (the table of well-formed byte sequences in Unicode, section 3.9), on which the rest stands.
// Runs of ASCII are skipped eight bytes at a time.

#include "common/utf8.h"

#include <unicode/uchar.h>

#include <cstring>

namespace annota {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// What stands at a byte: its code point and length, or the length of the part that could have begun one.
struct Sequence {
    char32_t code_point;
    std::size_t length;
    bool valid;
};

/// `text[at]` is not ASCII.
Sequence decode_sequence(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    std::size_t length = 0;
    unsigned low = 0x80; // bounds of the second byte: they shut out overlong forms, surrogates and what is too large
    unsigned high = 0xBF;
    char32_t c = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        c = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        c = lead & 0x0FU;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        c = lead & 0x07U;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        return {kReplacement, 1, false};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size() || byte_at(text, at + i) < low || byte_at(text, at + i) > high) {
            return {kReplacement, i, false};
        }
        c = (c << 6U) | (byte_at(text, at + i) & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return {c, length, true};
}

std::size_t skip_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    while (at + sizeof(std::uint64_t) <= text.size()) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + at, sizeof block);
        if ((block & kHighBits) != 0) {
            break;
        }
        at += sizeof block;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) {
        ++at;
    }
    return at;
}

bool is_blank(char32_t c) {
    if (c < 0x80) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

/// The blank that ends at byte `end`: its length in bytes, 0 where none ends there.
std::size_t blank_before(std::string_view text, std::size_t end) {
    std::size_t start = end - 1;
    while (start > 0 && end - start < 3 && (byte_at(text, start) & 0xC0U) == 0x80) {
        --start;
    }
    std::size_t at = start;
    return is_blank(next_code_point(text, at)) && at == end ? end - start : 0;
}

} // namespace

char32_t next_wide_code_point(std::string_view text, std::size_t& at) {
    const Sequence sequence = decode_sequence(text, at);
    at += sequence.valid ? sequence.length : 1;
    return sequence.code_point;
}

void append_wide_code_point(std::string& out, char32_t c) {
    const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x800) {
        push(0xC0U | (c >> 6U));
        push(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        push(0xE0U | (c >> 12U));
        push(0x80U | ((c >> 6U) & 0x3FU));
        push(0x80U | (c & 0x3FU));
    } else {
        push(0xF0U | (c >> 18U));
        push(0x80U | ((c >> 12U) & 0x3FU));
        push(0x80U | ((c >> 6U) & 0x3FU));
        push(0x80U | (c & 0x3FU));
    }
}

std::size_t find_invalid_utf8(std::string_view text) {
    std::size_t at = skip_ascii(text, 0);
    while (at < text.size()) {
        const Sequence sequence = decode_sequence(text, at);
        if (!sequence.valid) {
            return at;
        }
        at = skip_ascii(text, at + sequence.length);
    }
    return std::string_view::npos;
}

bool is_ascii(std::string_view text) {
    return skip_ascii(text, 0) == text.size();
}

bool is_valid_utf8(std::string_view text) {
    return find_invalid_utf8(text) == std::string_view::npos;
}

std::string make_valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t bad = find_invalid_utf8(text.substr(at));
        if (bad == std::string_view::npos) {
            out.append(text.substr(at));
            break;
        }
        out.append(text.substr(at, bad));
        append_code_point(out, kReplacement);
        at += bad;
        at += decode_sequence(text, at).length;
    }
    return out;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t at = skip_ascii(text, 0);
    std::size_t count = at;
    for (; at < text.size(); ++count) {
        next_code_point(text, at);
    }
    return count;
}

std::string_view first_code_points(std::string_view text, std::size_t limit) {
    std::size_t at = 0;
    for (; limit > 0 && at < text.size(); --limit) {
        next_code_point(text, at);
    }
    return text.substr(0, at);
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size() && is_blank(next_code_point(text, at));) {
        begin = at;
    }
    std::size_t end = text.size();
    while (end > begin) {
        const std::size_t length = blank_before(text, end);
        if (length == 0) {
            break;
        }
        end -= length;
    }
    return text.substr(begin, end - begin);
}

std::string collapse_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t begin = 0; // of the present word
    const auto take_word = [&](std::size_t end) {
        if (begin < end) {
            out.append(out.empty() ? "" : " ").append(text.substr(begin, end - begin));
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (is_blank(next_code_point(text, at))) {
            take_word(start);
            begin = at;
        }
    }
    take_word(text.size());
    return out;
}

std::string to_lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x80) {
            out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
        } else {
            append_code_point(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
        }
    }
    return out;
}

} // namespace annota
