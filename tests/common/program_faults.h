// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is wrong with a program's table and with the texts made from it; a list, so that a test shows all of it.

#pragma once

#include "common/program_spec.h"

#include <string>
#include <vector>

namespace annota::test {

/// Names that stand twice or name nothing, help that is no sentence, choices that do not hold the initial value.
std::vector<std::string> table_faults(const ProgramSpec& program);

/// Options, verbs and sections that help, man page or completions leave out, hidden ones that they show, lines over 80
/// columns.
std::vector<std::string> text_faults(const ProgramSpec& program);

/// What groff, bash, zsh and fish, as far as they are installed, say against the texts.
std::vector<std::string> tool_faults(const ProgramSpec& program);

} // namespace annota::test
