// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a terminal can show, and what must never reach it.

#pragma once

#include "common/environment.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace annota {

enum class ColorChoice : std::uint8_t { automatic, always, never };

/// Whether a file descriptor (1: standard output, 2: standard error) is a terminal.
bool is_terminal(int descriptor);

/// Columns: of the terminal, else of $COLUMNS, else 80; at least 20.
unsigned terminal_width(int descriptor, const Environment& environment);

/// `automatic`: on a terminal, unless $NO_COLOR is set and not empty or $TERM is "dumb" or unset.
bool wants_color(ColorChoice choice, bool on_terminal, const Environment& environment);

/// One line of text that is safe to print, valid UTF-8: newlines, tabs and line separators become blanks, the other
/// controls U+0000 to U+001F and U+007F their pictures (␛), U+0080 to U+009F and malformed bytes U+FFFD; marks that
/// reorder or hide text (bidirectional controls, tags, annotation anchors) and U+FEFF are dropped.
std::string printable(std::string_view text);

/// A JSON text, valid UTF-8, in which strings have \u escapes for what printable() would change, with the same meaning.
std::string printable_json(std::string_view json);

} // namespace annota
