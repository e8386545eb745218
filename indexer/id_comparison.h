// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which record ids of a build another one has: what a rebuild would lose.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct IdComparison {
    std::uint64_t before = 0;          ///< Records of the old build.
    std::uint64_t missing = 0;         ///< Of these, ids that the new one knows neither as a record's nor as an alias.
    std::vector<std::string> examples; ///< The first few of the missing ids.
};

/// Asks `is_known` for each record id of the database in `old_database`, in the order of bytes. Ends early after a
/// signal. Throws IndexError (damaged) where the database cannot be read.
IdComparison compare_ids(const std::filesystem::path& old_database,
                         const std::function<bool(std::string_view id)>& is_known);

/// The ids of one database against those of another.
IdComparison compare_ids(const std::filesystem::path& old_database, const std::filesystem::path& new_database);

} // namespace annota
