// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the index is.

#pragma once

#include "common/environment.h"

#include <string>
#include <string_view>

namespace annota {

/// `option` (the value of --db) where there is one, else $ANNOTA_DB, else annota/db in the user's XDG data folder.
/// Empty where none of them is known.
std::string database_path(std::string_view option, const Environment& environment);

} // namespace annota
