// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a run of annota-index did, in numbers, and how it is told.

#pragma once

#include "indexer/options.h"

#include <cstdint>
#include <string>

namespace annota {

/// read = added + updated + unchanged + rejected.
struct RunCounts {
    std::uint64_t read = 0;
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t deleted = 0;
    std::uint64_t rejected = 0;
    std::uint64_t merged = 0; ///< Of added, updated and unchanged: joined a document that had more than this record.
    std::uint64_t warnings = 0;
    std::uint64_t bytes = 0; ///< Of the inputs as they are on disk.
    double seconds = 0;
    std::uint64_t generation = 0;
};

/// The last line of standard output, without its newline.
std::string report_line(const RunCounts& counts, ReportStyle style);

/// Why a run that would delete so many of all records does nothing.
std::string too_many_deleted(std::uint64_t deleted, std::uint64_t all);

/// The acknowledgement of a durable commit: the first `records` input records are settled.
std::string committed_line(std::uint64_t records);

} // namespace annota
