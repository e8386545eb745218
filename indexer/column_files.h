// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/column_merge.h"
#include "common/person_rules.h"

#include <filesystem>
#include <vector>

namespace annota {

/// Merges columns into one whole file, durably, and tells the persons in them apart. Needs the room of a second one
/// beside it, which is gone afterwards.
void write_whole_columns(const std::vector<ColumnSource>& sources, const PersonRules& rules, const IndexState& state,
                         const std::filesystem::path& path);

} // namespace annota
