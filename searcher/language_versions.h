// SPDX-License-Identifier: GPL-2.0-or-later
//
// One work in two languages as two records: authors of the same family names in the same year, and no language in
// common.

#pragma once

#include "common/doc_set.h"
#include "searcher/collection.h"

#include <cstdint>

namespace annota {

/// Takes from `documents` of a shard those that are versions of the work in another language.
void remove_language_versions(const ShardDocument& work, std::uint32_t shard, DocSet& documents,
                              Collection& collection);

} // namespace annota
