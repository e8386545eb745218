// SPDX-License-Identifier: GPL-2.0-or-later
//
// A place is found by bisection among all hits: the sort keys of a few of them are read, not those of all.

#include "searcher/hit_order.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace annota {

HitOrder::HitOrder(MatchedHits hits, SortOrder sort, IndexReader& reader, const Deadline& deadline)
    : hits_(std::move(hits)), sort_(sort), reader_(reader), deadline_(deadline) {}

std::vector<RankedDocument> HitOrder::stretch(Stretch stretch) const {
    if (sort_ == SortOrder::relevance) return by_relevance(stretch);
    const std::vector<std::uint32_t> docids = annota::sort(hits_.shown, sort_, stretch, reader_, deadline_);
    DocSet listed(reader_.doc_limit());
    for (const std::uint32_t docid : docids) listed.insert(docid);
    hits_.query.score(listed);
    std::vector<RankedDocument> documents;
    for (const std::uint32_t docid : docids) documents.push_back({docid, hits_.query.score_of(docid)});
    return documents;
}

/// The first group, then the rest.
std::vector<RankedDocument> HitOrder::by_relevance(Stretch stretch) const {
    if (!hits_.first_group) return rank(hits_.shown, hits_.query, stretch, reader_, deadline_);
    const std::uint64_t in_first = hits_.first_group->size();
    std::vector<RankedDocument> best;
    if (stretch.offset < in_first) best = rank(*hits_.first_group, hits_.query, stretch, reader_, deadline_);
    if (best.size() == stretch.limit) return best;
    DocSet others = hits_.shown;
    others -= *hits_.first_group;
    const std::uint64_t skipped = stretch.offset > in_first ? stretch.offset - in_first : 0;
    const std::vector<RankedDocument> rest =
        rank(others, hits_.query, {skipped, stretch.limit - best.size()}, reader_, deadline_);
    best.insert(best.end(), rest.begin(), rest.end());
    return best;
}

std::uint64_t HitOrder::hits_up_to(const Cursor& cursor) const {
    const Stretch whole{0, hits_.shown.size()};
    if (sort_ == SortOrder::relevance) {
        const std::vector<RankedDocument> all = by_relevance(whole);
        const std::optional<std::uint32_t> docid = reader_.find(cursor.key); // The key is the record id alone.
        const bool there = docid && reader_.id(*docid) == cursor.key;
        const auto hit = there ? std::ranges::find(all, *docid, &RankedDocument::docid) : all.end();
        if (hit != all.end()) return static_cast<std::uint64_t>(hit - all.begin()) + 1;
        return std::min<std::uint64_t>(cursor.offset > 0 ? cursor.offset - 1 : 0, all.size());
    }
    const std::vector<std::uint32_t> all = annota::sort(hits_.shown, sort_, whole, reader_, deadline_);
    const auto behind =
        std::partition_point(all.begin(), all.end(), [&](std::uint32_t docid) { return key(docid) <= cursor.key; });
    return static_cast<std::uint64_t>(behind - all.begin());
}

} // namespace annota
