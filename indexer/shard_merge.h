// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/worker_pool.h"

#include <filesystem>
#include <vector>

namespace annota {

/// Merges databases, whose docids do not overlap, into one at `target`, and removes them. Many are merged in levels,
/// since each takes file descriptors. Throws std::runtime_error with the path, before it writes where the disk has not
/// enough room.
void merge_shards(std::vector<std::filesystem::path> databases, const std::filesystem::path& target, WorkerPool& pool);

} // namespace annota
