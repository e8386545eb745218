// SPDX-License-Identifier: GPL-2.0-or-later
//
// Completion scripts of shells, made from a program's table.

#pragma once

#include "common/program_spec.h"

#include <string>
#include <string_view>

namespace annota {

std::string bash_completion(const ProgramSpec& program);
std::string zsh_completion(const ProgramSpec& program);
std::string fish_completion(const ProgramSpec& program);

/// What an argument names, by its shown name: paths are completed, other values are not.
enum class ArgumentKind { folder, file, other };
ArgumentKind argument_kind(std::string_view argument);

/// The first sentence without its full stop; another begins with a capital letter or a dash.
std::string_view first_sentence(std::string_view help);

/// `text` between single quotes for a shell; in fish a backslash is escaped too.
std::string single_quoted(std::string_view text, bool fish = false);

} // namespace annota
