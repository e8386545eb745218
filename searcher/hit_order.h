// SPDX-License-Identifier: GPL-2.0-or-later
//
// The hits of one search on one state of a collection, in the order that its request asks for.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "searcher/collection.h"
#include "searcher/cursor.h"
#include "searcher/query_shape.h"
#include "searcher/ranking.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annota {

/// What is to be ordered of one index. All must outlive the order.
struct MatchedHits {
    Evaluation& query;                 ///< By relevance, with the scores of all hits.
    const DocSet& shown;               ///< The hits: what it matches, less what filters take.
    std::optional<DocSet> first_group; ///< Those of them that come before all others, by relevance.
};

class HitOrder {
public:
    /// `hits`: by shard. `sort`: not relevance where there is nothing to be relevant to. All functions may throw
    /// DeadlinePassed.
    HitOrder(std::vector<MatchedHits> hits, SortOrder sort, Collection& collection, const Deadline& deadline);

    /// The best by relevance shall be told apart by more than their words.
    void refine(const QueryShape& shape);

    std::vector<RankedDocument> stretch(Stretch stretch) const;

    /// Of a hit, for a cursor.
    std::string key(const RankedDocument& hit) const { return sort_key(collection_[hit.shard], hit.docid, sort_); }

    /// How many hits stand up to the place of a cursor of another state of the index. In order of relevance that is the
    /// place of the same hit, or, where that is gone, as many hits as there were before it, since scores change with
    /// every commit.
    std::uint64_t hits_up_to(const Cursor& cursor) const;

private:
    bool is_in_first_group(const RankedDocument& hit) const;
    void put_in_order(std::vector<RankedDocument>& hits) const;
    std::vector<RankedDocument> listed(Stretch stretch) const;
    std::vector<RankedDocument> listed_by_words(Stretch stretch) const;
    std::vector<RankedDocument> listed_in(std::uint32_t shard, Stretch stretch) const;
    std::vector<RankedDocument> by_relevance_in(std::uint32_t shard, Stretch stretch) const;
    void add_scores(std::vector<RankedDocument>& documents) const;
    std::uint64_t total() const;

    std::vector<MatchedHits> hits_;
    SortOrder sort_;
    Collection& collection_;
    const Deadline& deadline_;
    std::vector<RankedDocument> head_; ///< The first hits, where their order is not that of the scores of words.
};

} // namespace annota
