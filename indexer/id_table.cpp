// SPDX-License-Identifier: GPL-2.0-or-later
//
// Open addressing with linear probing, at most three quarters full.

#include "indexer/id_table.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace annota {

namespace {

std::uint64_t hash_of(std::string_view id) {
    return XXH3_64bits(id.data(), id.size());
}

} // namespace

void IdTable::insert(std::string_view id, std::uint32_t docid) {
    if ((used_ + 1) * 4 > docids_.size() * 3) grow();
    const std::uint64_t hash = hash_of(id);
    std::size_t slot = hash & mask();
    while (docids_[slot] != kFree) slot = (slot + 1) & mask();
    hashes_[slot] = hash;
    docids_[slot] = docid;
    ++used_;
}

void IdTable::erase(std::string_view id, std::uint32_t docid) {
    if (docids_.empty()) return;
    const std::uint64_t hash = hash_of(id);
    for (std::size_t slot = hash & mask(); docids_[slot] != kFree; slot = (slot + 1) & mask()) {
        if (docids_[slot] != docid || hashes_[slot] != hash) continue;
        docids_[slot] = kErased;
        return;
    }
}

std::vector<std::uint32_t> IdTable::find(std::string_view id) const {
    std::vector<std::uint32_t> found;
    if (docids_.empty()) return found;
    const std::uint64_t hash = hash_of(id);
    for (std::size_t slot = hash & mask(); docids_[slot] != kFree; slot = (slot + 1) & mask())
        if (docids_[slot] != kErased && hashes_[slot] == hash) found.push_back(docids_[slot]);
    return found;
}

void IdTable::grow() {
    constexpr std::size_t kFewest = 1024;
    const std::vector<std::uint64_t> hashes = std::move(hashes_);
    const std::vector<std::uint32_t> docids = std::move(docids_);
    const auto live = static_cast<std::size_t>(
        std::ranges::count_if(docids, [](std::uint32_t docid) { return docid != kFree && docid != kErased; }));
    // Where most slots are of erased entries, the same size is enough.
    const std::size_t size = std::max(kFewest, live * 2 > docids.size() ? docids.size() * 2 : docids.size());
    hashes_.assign(size, 0);
    docids_.assign(size, kFree);
    used_ = live;
    for (std::size_t i = 0; i < docids.size(); ++i) {
        if (docids[i] == kFree || docids[i] == kErased) continue;
        std::size_t slot = hashes[i] & mask();
        while (docids_[slot] != kFree) slot = (slot + 1) & mask();
        hashes_[slot] = hashes[i];
        docids_[slot] = docids[i];
    }
}

} // namespace annota
