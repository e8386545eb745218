// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/selected_records.h"

#include <filesystem>
#include <string>

namespace annota {

/// Ids of all records with all words of the query, as --match all finds them. There is a complaint, and no id, where
/// the query names nothing or was not read quite as it stands: this is for acting on records, not for looking at them.
/// Throws IndexError.
SelectedRecords find_ids(const std::filesystem::path& index, const std::string& query);

} // namespace annota
