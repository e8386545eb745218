// SPDX-License-Identifier: GPL-2.0-or-later
//
// Marks of records that are gone, kept in the index for a time so that `changed` can tell of them.

#pragma once

#include "indexer/document_store.h"

#include <cstdint>
#include <string>

namespace annota {

/// Days for which deletions are told unless a run says otherwise.
inline constexpr std::uint64_t kTombstoneDays = 90;

/// To be called before the document is removed: the coming commit will have a tombstone for its record id, unless the
/// document came since the last commit, so that nobody has seen it.
void leave_tombstone(DocumentStore& documents, std::uint32_t docid, const std::string& id);

/// Drops tombstones of earlier commits that are `days` old or older, and notes from which generation on the log is
/// complete.
void drop_old_tombstones(DocumentStore& documents, std::uint64_t days);

} // namespace annota
