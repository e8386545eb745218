// SPDX-License-Identifier: GPL-2.0-or-later
//
// Each group is ordered by the matcher. A place is found by bisection among all hits: the sort keys of a few of them
// are read, not those of all.

#include "searcher/hit_order.h"

#include "common/facet_values.h"
#include "common/matching.h"

#include <xapian.h>

#include <algorithm>

namespace annota {

HitOrder::HitOrder(const MatchedHits& hits, SortOrder sort, IndexReader& reader, const Deadline& deadline)
    : hits_(hits), sort_(sort), reader_(reader), deadline_(deadline) {
    if (hits_.with_all_words == nullptr) return;
    first_group_ = matching_documents(reader_.database(), *hits_.with_all_words, reader_.doc_limit(), deadline_);
    *first_group_ &= hits_.shown;
}

std::vector<RankedDocument> HitOrder::rank(const Xapian::Query& query, const DocSet* within, std::uint64_t offset,
                                           std::uint64_t limit) const {
    return annota::rank(reader_, {query, within}, {sort_, offset, limit}, deadline_);
}

/// Documents with all words, then the rest.
std::vector<RankedDocument> HitOrder::stretch(std::uint64_t offset, std::uint64_t limit) const {
    const DocSet* const within = hits_.filtered ? &hits_.shown : nullptr;
    const std::uint64_t first_group = first_group_ ? first_group_->size() : 0;
    if (!first_group_ || first_group == hits_.shown.size()) return rank(hits_.wanted, within, offset, limit);
    std::vector<RankedDocument> best;
    if (offset < first_group) best = rank(*hits_.with_all_words, within, offset, limit);
    if (best.size() == limit) return best;
    DocSet others = hits_.shown;
    others -= *first_group_;
    const std::uint64_t skipped = offset > first_group ? offset - first_group : 0;
    const std::vector<RankedDocument> rest = rank(hits_.wanted, &others, skipped, limit - best.size());
    best.insert(best.end(), rest.begin(), rest.end());
    return best;
}

std::uint64_t HitOrder::hits_up_to(const Cursor& cursor) const {
    const std::vector<RankedDocument> all = stretch(0, hits_.shown.size());
    if (sort_ == SortOrder::relevance) {
        const std::optional<std::uint32_t> docid = reader_.find(cursor.key); // The key is the record id alone.
        const bool there = docid && reader_.id(*docid) == cursor.key;
        const auto hit = there ? std::ranges::find(all, *docid, &RankedDocument::docid) : all.end();
        if (hit != all.end()) return static_cast<std::uint64_t>(hit - all.begin()) + 1;
        return std::min<std::uint64_t>(cursor.offset > 0 ? cursor.offset - 1 : 0, all.size());
    }
    const auto behind =
        std::partition_point(all.begin(), all.end(), [&](const auto& document) { return key(document) <= cursor.key; });
    return static_cast<std::uint64_t>(behind - all.begin());
}

} // namespace annota
