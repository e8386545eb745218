// SPDX-License-Identifier: GPL-2.0-or-later
//
// Each group is ordered by the matcher. A place is found by bisection among all hits: the sort keys of a few of them
// are read, not those of all.

#include "searcher/hit_order.h"

#include "common/facet_values.h"
#include "common/matching.h"

#include <xapian.h>

#include <algorithm>
#include <tuple>

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

HitPlace HitOrder::place(const RankedDocument& document) const {
    return {first_group_ && first_group_->contains(document.docid), document.score,
            sort_key(reader_, document.docid, sort_)};
}

bool HitOrder::is_behind(const RankedDocument& document, const HitPlace& place) const {
    const HitPlace own = this->place(document);
    const auto score = [this](const HitPlace& one) { return sort_ == SortOrder::relevance ? -one.score : 0; };
    return std::tuple(!own.first_group, score(own), own.key) > std::tuple(!place.first_group, score(place), place.key);
}

std::uint64_t HitOrder::hits_up_to(const HitPlace& place) const {
    const std::vector<RankedDocument> all = stretch(0, hits_.shown.size());
    auto behind = all.end();
    if (sort_ == SortOrder::relevance) {
        const std::optional<std::uint32_t> docid = reader_.find(place.key); // The key is the record id alone.
        if (docid && reader_.id(*docid) == place.key) behind = std::ranges::find(all, *docid, &RankedDocument::docid);
        if (behind != all.end()) return static_cast<std::uint64_t>(behind - all.begin()) + 1;
    }
    behind = std::partition_point(all.begin(), all.end(),
                                  [&](const RankedDocument& document) { return !is_behind(document, place); });
    return static_cast<std::uint64_t>(behind - all.begin());
}

} // namespace annota
