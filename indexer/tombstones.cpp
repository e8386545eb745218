// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keys sort by generation, and so by time: the old ones are the first.

#include "indexer/tombstones.h"

#include "common/change_log.h"
#include "common/schema.h"

#include <algorithm>
#include <ctime>

namespace annota {

namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;

} // namespace

void leave_tombstone(DocumentStore& documents, std::uint32_t docid, const std::string& id) {
    const std::uint64_t coming = documents.coming_generation();
    if (documents.added(docid) == coming) return;
    const Tombstone tombstone{coming, static_cast<std::int64_t>(std::time(nullptr)), id};
    documents.set_metadata(tombstone_key(tombstone), tombstone_value(tombstone));
}

void drop_old_tombstones(DocumentStore& documents, std::uint64_t days) {
    const std::int64_t now = std::time(nullptr);
    const std::int64_t kept_for = static_cast<std::int64_t>(days) * kSecondsOfDay;
    std::uint64_t known_from = 0;
    documents.for_each_metadata(kLogBeginKey, [&](const std::string&, const std::string& value) {
        known_from = std::stoull(value);
        return false;
    });
    const std::uint64_t known_before = known_from;
    documents.for_each_metadata(kTombstonePrefix, [&](const std::string& key, const std::string& value) {
        const Tombstone tombstone = read_tombstone(key, value);
        if (now - tombstone.time < kept_for || tombstone.generation == documents.coming_generation()) return false;
        documents.set_metadata(key, "");
        known_from = std::max(known_from, tombstone.generation);
        return true;
    });
    if (known_from != known_before) documents.set_metadata(kLogBeginKey, std::to_string(known_from));
}

} // namespace annota
