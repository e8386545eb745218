// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index holds, for people and for other programs: the verbs `stats` and `dump`.

#pragma once

#include "indexer/options.h"

#include <cstdint>
#include <iosfwd>

namespace annota {

/// Sizes, counts and versions.
void print_statistics(const IndexOptions& options, std::ostream& out);

/// Every contribution of every record as a line of JSON, in order of record ids: what `add` reads back to an equal
/// index.
void dump_records(const IndexOptions& options, std::ostream& out);

/// The same of what a damaged index still gives, in no order. How many records it cannot give.
std::uint64_t salvage_records(const IndexOptions& options, std::ostream& out);

} // namespace annota
