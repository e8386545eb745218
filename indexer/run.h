// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/options.h"

namespace annota {

/// Does what the verb says; results go to standard output, progress and warnings to standard error. The exit code.
/// Throws IndexError and std::runtime_error.
int run_index(const IndexOptions& options);

} // namespace annota
