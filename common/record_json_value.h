// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record as a JSON value, for those who build larger documents around it.

#pragma once

#include "common/record.h"

#include <nlohmann/json_fwd.hpp>

namespace annota {

/// The object that record_to_json() writes. Strings stand in it as they are in the record: dump it with an error
/// handler.
nlohmann::ordered_json record_to_json_value(const Record& record);

} // namespace annota
