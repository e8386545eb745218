// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

#include <iosfwd>

namespace annota {

/// The verb `changed`: the records that changed after a generation as JSON Lines, the present generation last. The exit
/// code. Throws IndexError.
int print_changes(const IndexOptions& options, std::ostream& out);

} // namespace annota
