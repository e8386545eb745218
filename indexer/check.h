// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

#include <iosfwd>

namespace annota {

/// The verb `check`: a line for each flaw, then one with the numbers. The exit code: 1 where there is a flaw.
int run_check(const IndexOptions& options, std::ostream& out);

} // namespace annota
