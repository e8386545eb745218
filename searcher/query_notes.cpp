// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_notes.h"

#include <algorithm>
#include <utility>

namespace annota {

void QueryNotes::add(const QueryNoteKind& kind, std::size_t start, std::size_t end) {
    if (notes_.size() > kMaxQueryNotes) return;
    const QueryNoteKind& told = notes_.size() == kMaxQueryNotes ? query_note::kMoreNotes : kind;
    notes_.push_back({std::string(told.code), std::string(told.message), start, end});
}

std::vector<QueryNote> QueryNotes::take() {
    const auto by_position = [](const QueryNote& a, const QueryNote& b) { return a.start < b.start; };
    const auto last = notes_.size() > kMaxQueryNotes ? notes_.end() - 1 : notes_.end();
    std::stable_sort(notes_.begin(), last, by_position);
    return std::exchange(notes_, {});
}

} // namespace annota
