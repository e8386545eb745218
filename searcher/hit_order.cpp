// SPDX-License-Identifier: GPL-2.0-or-later
//
// Of several indexes each lists what may be in the stretch, and the lists are merged by what the order compares.

#include "searcher/hit_order.h"

#include "searcher/refinement.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace annota {

HitOrder::HitOrder(std::vector<MatchedHits> hits, SortOrder sort, Collection& collection, const Deadline& deadline)
    : hits_(std::move(hits)), sort_(sort), collection_(collection), deadline_(deadline) {}

void HitOrder::refine(const QueryShape& shape) {
    if (sort_ != SortOrder::relevance || !is_refinable(shape)) return;
    std::vector<RankedDocument> best = listed_by_words({0, kRefinedHits});
    std::vector<Evaluation*> evaluations;
    for (const MatchedHits& hits : hits_) evaluations.push_back(&hits.query);
    annota::refine(best, shape, evaluations, collection_, deadline_);
    put_in_order(best);
    head_ = std::move(best);
}

std::vector<RankedDocument> HitOrder::stretch(Stretch stretch) const {
    std::vector<RankedDocument> documents = listed(stretch);
    if (sort_ != SortOrder::relevance) add_scores(documents);
    return documents;
}

/// Bonuses add to the scores of the best alone, so these stay the best.
std::vector<RankedDocument> HitOrder::listed(Stretch stretch) const {
    const std::uint64_t begin = std::min<std::uint64_t>(stretch.offset, head_.size());
    const std::uint64_t end = begin + std::min<std::uint64_t>(stretch.limit, head_.size() - begin);
    std::vector<RankedDocument> documents(head_.begin() + static_cast<std::ptrdiff_t>(begin),
                                          head_.begin() + static_cast<std::ptrdiff_t>(end));
    const std::uint64_t left = stretch.limit - documents.size();
    if (left == 0) return documents;
    const std::vector<RankedDocument> rest =
        listed_by_words({std::max<std::uint64_t>(stretch.offset, head_.size()), left});
    documents.insert(documents.end(), rest.begin(), rest.end());
    return documents;
}

bool HitOrder::is_in_first_group(const RankedDocument& hit) const {
    const std::optional<DocSet>& first = hits_[hit.shard].first_group;
    return !first || first->contains(hit.docid);
}

void HitOrder::put_in_order(std::vector<RankedDocument>& hits) const {
    if (sort_ == SortOrder::relevance) {
        std::ranges::sort(hits, {}, [this](const RankedDocument& hit) {
            return std::tuple(!is_in_first_group(hit), -hit.score, collection_[hit.shard].facts().id(hit.docid));
        });
        return;
    }
    std::vector<std::pair<std::string, RankedDocument>> keyed;
    keyed.reserve(hits.size());
    for (const RankedDocument& hit : hits) keyed.emplace_back(key(hit), hit);
    std::ranges::sort(keyed, {}, &std::pair<std::string, RankedDocument>::first);
    std::ranges::transform(keyed, hits.begin(), &std::pair<std::string, RankedDocument>::second);
}

/// As if there were no head.
std::vector<RankedDocument> HitOrder::listed_by_words(Stretch stretch) const {
    if (hits_.size() == 1) return listed_in(0, stretch);
    const std::uint64_t end = stretch.offset + std::min(stretch.limit, total());
    std::vector<RankedDocument> documents;
    for (std::uint32_t shard = 0; shard < hits_.size(); ++shard) {
        const std::vector<RankedDocument> best = listed_in(shard, {0, end});
        documents.insert(documents.end(), best.begin(), best.end());
    }
    put_in_order(documents);
    documents.resize(std::min<std::uint64_t>(end, documents.size()));
    documents.erase(documents.begin(), documents.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(
                                                               stretch.offset, documents.size())));
    return documents;
}

std::vector<RankedDocument> HitOrder::listed_in(std::uint32_t shard, Stretch stretch) const {
    std::vector<RankedDocument> documents;
    if (sort_ == SortOrder::relevance)
        documents = by_relevance_in(shard, stretch);
    else
        for (const std::uint32_t docid :
             annota::sort(hits_[shard].shown, sort_, stretch, collection_[shard], deadline_))
            documents.push_back({docid});
    for (RankedDocument& document : documents) document.shard = shard;
    return documents;
}

/// The first group, then the rest.
std::vector<RankedDocument> HitOrder::by_relevance_in(std::uint32_t shard, Stretch stretch) const {
    const auto& [query, shown, first_group] = hits_[shard];
    IndexReader& reader = collection_[shard];
    if (!first_group) return rank(shown, query, stretch, reader, deadline_);
    const std::uint64_t in_first = first_group->size();
    std::vector<RankedDocument> best;
    if (stretch.offset < in_first) best = rank(*first_group, query, stretch, reader, deadline_);
    if (best.size() == stretch.limit) return best;
    DocSet others = shown;
    others -= *first_group;
    const std::uint64_t skipped = stretch.offset > in_first ? stretch.offset - in_first : 0;
    const std::vector<RankedDocument> rest =
        rank(others, query, {skipped, stretch.limit - best.size()}, reader, deadline_);
    best.insert(best.end(), rest.begin(), rest.end());
    return best;
}

void HitOrder::add_scores(std::vector<RankedDocument>& documents) const {
    for (std::uint32_t shard = 0; shard < hits_.size(); ++shard) {
        DocSet in_shard(collection_[shard].doc_limit());
        for (const RankedDocument& document : documents)
            if (document.shard == shard) in_shard.insert(document.docid);
        hits_[shard].query.score(in_shard);
    }
    for (RankedDocument& document : documents) document.score = hits_[document.shard].query.score_of(document.docid);
}

std::uint64_t HitOrder::total() const {
    std::uint64_t total = 0;
    for (const MatchedHits& hits : hits_) total += hits.shown.size();
    return total;
}

/// By bisection among all hits: the sort keys of a few of them are read, not those of all.
std::uint64_t HitOrder::hits_up_to(const Cursor& cursor) const {
    const std::vector<RankedDocument> all = listed({0, total()});
    if (sort_ != SortOrder::relevance) {
        const auto behind =
            std::partition_point(all.begin(), all.end(), [&](const auto& hit) { return key(hit) <= cursor.key; });
        return static_cast<std::uint64_t>(behind - all.begin());
    }
    const std::optional<ShardDocument> found = collection_.find(cursor.key); // The key is the record id alone.
    const bool there = found && collection_.id(*found) == cursor.key;
    const auto hit = std::ranges::find_if(all, [&](const RankedDocument& one) {
        return there && one.shard == found->shard && one.docid == found->docid;
    });
    if (hit != all.end()) return static_cast<std::uint64_t>(hit - all.begin()) + 1;
    return std::min<std::uint64_t>(cursor.offset > 0 ? cursor.offset - 1 : 0, all.size());
}

} // namespace annota
