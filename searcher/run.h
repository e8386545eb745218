// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "searcher/options.h"

namespace annota {

/// Does the task and writes the answer to standard output. The exit code. Throws IndexError and std::runtime_error.
int run_search(const SearchOptions& options);

} // namespace annota
