// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/selected_records.h"
#include "indexer/options.h"

namespace annota {

/// Does what the verb says; results go to standard output, progress and warnings to standard error. The exit code.
/// `select` understands queries. Throws IndexError and std::runtime_error.
int run_index(const IndexOptions& options, const SelectRecords& select = {});

} // namespace annota
