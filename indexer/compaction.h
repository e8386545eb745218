// SPDX-License-Identifier: GPL-2.0-or-later
//
// A smaller build of the same records: what updates left half empty is written anew, values that no document has any
// more leave the columns. The generation stays, as no record changes.

#pragma once

#include "common/index_folder.h"
#include "indexer/options.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

namespace annota {

struct Compaction {
    unsigned build = 0;
    unsigned replaced = 0;
    std::uint64_t generation = 0;
    std::uint64_t records = 0;
    std::uint64_t bytes_before = 0; ///< Of the database files.
    std::uint64_t bytes = 0;
};

/// Compacts the current build and swaps the new one in. Only for the holder of the lock; no writer has the build open.
/// `on_table` is told the name of each table before its turn. After a signal it ends early, and nothing has changed:
/// nullopt. Throws SpaceShortage before it writes, IndexError, and std::runtime_error.
std::optional<Compaction> compact_index(const IndexFolder& folder, Replaced replaced,
                                        const std::function<void(const std::string& table)>& on_table);

/// Whether a build has grown so much since it was made that compacting it pays.
bool is_worth_compacting(std::uint64_t bytes_when_made, std::uint64_t bytes_now);

/// The verb `compact`. The exit code.
int run_compact(const IndexOptions& options, std::ostream& out);

} // namespace annota
