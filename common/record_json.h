// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record as one line of JSON: what `dump` and `--print records` write and the JSON Lines reader reads back.

#pragma once

#include "common/record.h"

#include <string>

namespace annota {

/// One line without its newline, keys in the order of the interface, empty fields left out. Texts by language,
/// `keywords` too, are always objects by language, authors always objects. Always valid UTF-8: malformed bytes become
/// U+FFFD. `source` is written as it stands in the record; the position is not written.
std::string record_to_json(const Record& record);

} // namespace annota
