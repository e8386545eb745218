// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

#include <iosfwd>

namespace annota {

/// The verb `authors`: the persons of the index, why authors of records are one person, and doubtful cases, as JSON
/// Lines in the order of keys. Throws IndexError.
void print_persons(const IndexOptions& options, std::ostream& out);

} // namespace annota
