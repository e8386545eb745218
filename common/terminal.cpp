// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/terminal.h"

#include "common/option_value.h"
#include "common/utf8.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace annota {
namespace {

constexpr char32_t kControlPictures = 0x2400;
constexpr char32_t kPictureOfDelete = 0x2421;
constexpr char32_t kReplacement = 0xFFFD;

bool separates_lines(char32_t c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Characters without a picture of their own that change how the text beside them is seen.
bool reorders_or_hides(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

/// As JSON writes it: two escapes for a code point beyond 16 bits.
void append_json_escape(std::string& out, char32_t c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr char32_t kSupplementary = 0x10000;
    if (c >= kSupplementary) {
        append_json_escape(out, 0xD800 + ((c - kSupplementary) >> 10));
        append_json_escape(out, 0xDC00 + ((c - kSupplementary) & 0x3FF));
        return;
    }
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out.push_back(kDigits[(c >> shift) & 0xF]);
}

} // namespace

bool is_terminal(int descriptor) {
    return isatty(descriptor) == 1;
}

unsigned terminal_width(int descriptor, const Environment& environment) {
    constexpr std::uint64_t kLeast = 20;
    constexpr std::uint64_t kMost = 10'000;
    winsize size{};
    std::uint64_t width = 0;
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0) width = size.ws_col;
    if (width == 0) {
        width = 80;
        // A wrong $COLUMNS leaves the width as it is: it is the shell's affair, not worth a message.
        static_cast<void>(read_number(variable(environment, "COLUMNS"), {1, kMost}, width));
    }
    return static_cast<unsigned>(std::max(width, kLeast));
}

bool wants_color(ColorChoice choice, bool on_terminal, const Environment& environment) {
    if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
    const std::string_view kind = variable(environment, "TERM");
    return on_terminal && variable(environment, "NO_COLOR").empty() && !kind.empty() && kind != "dumb";
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (separates_lines(c)) {
            out.push_back(' ');
        } else if (c < 0x20) {
            append_code_point(out, kControlPictures + c);
        } else if (c == 0x7F) {
            append_code_point(out, kPictureOfDelete);
        } else if (c >= 0x80 && c <= 0x9F) {
            append_code_point(out, kReplacement);
        } else if (!reorders_or_hides(c)) {
            append_code_point(out, c);
        }
    }
    return out;
}

std::string printable_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        const std::size_t before = at;
        const char32_t c = next_code_point(json, at);
        // JSON itself has escapes for the controls below U+0020; those that stand here are blanks between its parts.
        if (c >= 0x7F && (c <= 0x9F || separates_lines(c) || reorders_or_hides(c))) {
            append_json_escape(out, c);
        } else {
            out.append(json.substr(before, at - before));
        }
    }
    return out;
}

} // namespace annota
