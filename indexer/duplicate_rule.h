// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include <cstdint>

namespace annota {

/// What to do with a duplicate: a record whose document has only what other sources say, or what this run has read of
/// its own source before.
enum class DuplicateRule : std::uint8_t {
    merge,   ///< The document has all contributions.
    replace, ///< Not of duplicates alone: of each document the record read last is all that is left.
    keep,    ///< The document stays as it is.
    reject,  ///< The same, and it is told.
};

} // namespace annota
