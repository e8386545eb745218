// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

#include <iosfwd>

namespace annota {

/// The verb `rollback`: makes the previous build current again, under a generation above all that there were; where
/// annota.index is lost or damaged, the newest build that can be used. The exit code.
int run_rollback(const IndexOptions& options, std::ostream& out);

} // namespace annota
