// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index holds, for other programs: the verb `dump`.

#pragma once

#include "indexer/options.h"

#include <cstdint>
#include <iosfwd>

namespace annota {

/// Every contribution of every record as a line of JSON, in order of record ids: what `add` reads back to an equal
/// index.
void dump_records(const IndexOptions& options, std::ostream& out);

/// The same of what a damaged index still gives, in no order. How many records it cannot give.
std::uint64_t salvage_records(const IndexOptions& options, std::ostream& out);

} // namespace annota
