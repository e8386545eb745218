// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/program_spec.h"

namespace annota {

/// The command line of annota-index: the table behind its parsing, --help, man page and completions.
const ProgramSpec& index_program();

} // namespace annota
