// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

namespace annota {

/// The verb `add`: reads all inputs and upserts their records. The exit code.
int run_add(const IndexOptions& options);

} // namespace annota
