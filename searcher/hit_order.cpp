// SPDX-License-Identifier: GPL-2.0-or-later
//
// Of several indexes each lists what may be in the stretch, and the lists are merged by what the order compares.

#include "searcher/hit_order.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace annota {

HitOrder::HitOrder(std::vector<MatchedHits> hits, SortOrder sort, Collection& collection, const Deadline& deadline)
    : hits_(std::move(hits)), sort_(sort), collection_(collection), deadline_(deadline) {}

std::vector<RankedDocument> HitOrder::stretch(Stretch stretch) const {
    std::vector<RankedDocument> documents = listed(stretch);
    if (sort_ != SortOrder::relevance) add_scores(documents);
    return documents;
}

std::vector<RankedDocument> HitOrder::listed(Stretch stretch) const {
    if (hits_.size() == 1) return listed_in(0, stretch);
    struct Entry {
        bool second_group;
        double worse; ///< The score, the other way round; 0 in another order than by relevance.
        std::string key;
        RankedDocument document;
    };
    const std::uint64_t end = stretch.offset + std::min(stretch.limit, total());
    std::vector<Entry> entries;
    for (std::uint32_t shard = 0; shard < hits_.size(); ++shard) {
        const std::optional<DocSet>& first = hits_[shard].first_group;
        for (const RankedDocument& document : listed_in(shard, {0, end}))
            entries.push_back({first && !first->contains(document.docid), -document.score, key(document), document});
    }
    std::ranges::sort(entries, {}, [](const Entry& entry) {
        return std::tuple<bool, double, const std::string&>(entry.second_group, entry.worse, entry.key);
    });
    std::vector<RankedDocument> documents;
    documents.reserve(std::min<std::uint64_t>(stretch.limit, entries.size()));
    for (std::uint64_t i = stretch.offset; i < std::min<std::uint64_t>(end, entries.size()); ++i)
        documents.push_back(entries[i].document);
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
