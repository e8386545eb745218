// SPDX-License-Identifier: GPL-2.0-or-later
//
// Problems as they are told: a line of JSON for programs, a line of stderr for people.

#pragma once

#include "common/problem.h"

#include <string>

namespace annota {

/// One line of `--rejects FILE` without its newline: {"file", "line", "record", "id", "code", "severity", "message",
/// "fragment"}, with severity "warning" or "rejection". All keys are there but an unknown line, record or id. Always
/// valid UTF-8.
std::string problem_to_json(const Problem& problem);

/// "annota-index: file:line: message" without its newline, for a terminal: nothing in it is a control character.
std::string problem_to_line(const Problem& problem);

} // namespace annota
