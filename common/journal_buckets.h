// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/columns.h"

#include <cstdint>
#include <vector>

namespace annota {

/// For each key of the journal column the key whose bucket it is in: that of the fullest name of the same journal
/// (journal_names.h). A function of the records alone: what the columns say of buckets does not count. Empty where each
/// is a bucket of its own.
std::vector<std::uint32_t> journal_buckets(const Columns& columns);

} // namespace annota
