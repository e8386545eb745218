// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a program prints about its command line, made from its table.

#pragma once

#include "common/program_spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// The text of --help, at most 80 columns wide where words allow; of one verb alone where `verb` is not empty.
std::string help_text(const ProgramSpec& program, std::string_view verb = "");

/// A manual page in roff for section 1, pure ASCII, without a date (it would differ from build to build).
std::string man_page(const ProgramSpec& program, std::string_view version);

/// Headings of options in order of first appearance, without those of hidden options and options of other verbs.
std::vector<std::string_view> option_groups(const ProgramSpec& program, std::string_view verb = "");

/// The help of an option, then what its row says besides: "(repeatable; default: 10)".
std::string full_help(const OptionSpec& option);

} // namespace annota
