// SPDX-License-Identifier: GPL-2.0-or-later
//
// Printed names of a citation as authors of a record.

#pragma once

#include "common/record.h"

#include <string_view>
#include <vector>

namespace annota {

/// One person as a record has it: the normalised form of the printed name.
Author make_author(std::string_view printed);

/// Adds to `authors` those of `others` that are not there yet; a fuller form of a name that is there becomes one more
/// form.
void merge_authors(std::vector<Author>& authors, const std::vector<Author>& others);

} // namespace annota
