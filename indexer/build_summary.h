// SPDX-License-Identifier: GPL-2.0-or-later
//
// What can be told of a build, whole or not, of this version or another: for what replaces it or goes back to it.

#pragma once

#include "common/index_folder.h"

#include <cstdint>
#include <string>

namespace annota {

struct BuildSummary {
    unsigned number = 0;
    bool readable = false;        ///< It opens as a database.
    bool usable = false;          ///< And its versions are this program's.
    std::string fault;            ///< Why it is not usable.
    std::uint64_t generation = 0; ///< No higher one was ever published from it; as far as can be read.
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;  ///< Of its database files.
    std::string person_rules; ///< Text of the user's rules about persons, as far as they can be read.
};

/// Throws nothing of Xapian's: what cannot be read is told in `fault`.
BuildSummary summarize_build(const IndexFolder& folder, unsigned number);

} // namespace annota
