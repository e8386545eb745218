// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/selected_records.h"
#include "indexer/options.h"

namespace annota {

/// The verb `delete`: removes the records that are named by id, in a file or by a query, all under one commit. The exit
/// code. Throws IndexError and std::runtime_error.
int run_delete(const IndexOptions& options, const SelectRecords& select);

} // namespace annota
