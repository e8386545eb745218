// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

#include <iosfwd>

namespace annota {

/// The verb `stats`: sizes, what the records are and which fields they have, builds and versions. Reads lists, not
/// records, so that it is quick on large indexes.
void print_statistics(const IndexOptions& options, std::ostream& out);

} // namespace annota
