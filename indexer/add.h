// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

namespace annota {

/// The verbs `add` and `rebuild`: reads all inputs and upserts their records, into the index or into a new build of
/// it. The exit code.
int run_add(const IndexOptions& options);

} // namespace annota
