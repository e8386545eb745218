// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/document_facts.h"

#include <algorithm>

namespace annota {

ChangedRows::ChangedRows(std::span<const std::uint32_t> docids, std::uint32_t doc_limit)
    : docids_(docids), changed_(docids.empty() ? 0 : doc_limit) {
    for (const std::uint32_t docid : docids) changed_.insert(below(docid, doc_limit));
}

std::size_t ChangedRows::find(std::uint32_t docid) const {
    const auto found = std::ranges::lower_bound(docids_, docid);
    if (found == docids_.end() || *found != docid) throw DamagedColumns();
    return static_cast<std::size_t>(found - docids_.begin());
}

DocumentFacts::DocumentFacts(const DocumentPart& whole, const DocumentPart& changes, std::uint32_t doc_limit)
    : whole_(whole), changes_(changes), changed_(changes.docids, doc_limit) {}

std::uint64_t DocumentFacts::record(std::uint32_t docid) const {
    if (const auto row = changed_.place(docid)) return mark_at(changes_.records, *row);
    return docid < whole_.lengths.size() ? mark_at(whole_.records, docid) : 0;
}

std::uint32_t DocumentFacts::length(std::uint32_t docid) const {
    if (const auto row = changed_.place(docid)) return changes_.lengths[*row];
    return docid < whole_.lengths.size() ? whole_.lengths[docid] : 0;
}

std::string_view DocumentFacts::id(std::uint32_t docid) const {
    if (const auto row = changed_.place(docid)) return changes_.ids[static_cast<std::uint32_t>(*row)];
    return docid < whole_.ids.size() ? whole_.ids[docid] : std::string_view();
}

std::span<const std::uint32_t> DocumentFacts::lengths(std::uint32_t limit, std::vector<std::uint32_t>& room) const {
    if (changes_.docids.empty() && whole_.lengths.size() >= limit) return whole_.lengths;
    room.assign(whole_.lengths.begin(), whole_.lengths.end());
    room.resize(std::max<std::size_t>(limit, room.size()));
    for (std::size_t row = 0; row < changes_.docids.size(); ++row)
        if (changes_.docids[row] < room.size()) room[changes_.docids[row]] = changes_.lengths[row];
    return room;
}

} // namespace annota
