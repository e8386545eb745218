// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/version.h"

#include <vector>

namespace annota {

/// The libraries that annota-index links and annota-search does not, for --version.
std::vector<LibraryVersion> indexer_libraries();

} // namespace annota
