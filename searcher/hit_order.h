// SPDX-License-Identifier: GPL-2.0-or-later
//
// The hits of one search on one state of an index, in the order that its request asks for.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "common/index_reader.h"
#include "searcher/cursor.h"
#include "searcher/ranking.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace annota {

/// What is to be ordered. All must outlive the order.
struct MatchedHits {
    const Xapian::Query& wanted;
    const Xapian::Query* with_all_words; ///< Those of it that come first; nullptr where all are one group.
    const DocSet& shown;                 ///< The hits: what `wanted` matches, less what filters take.
    bool filtered;                       ///< They took something.
};

class HitOrder {
public:
    /// `sort`: not relevance where there is nothing to be relevant to. Throws DeadlinePassed, as the functions do.
    HitOrder(const MatchedHits& hits, SortOrder sort, IndexReader& reader, const Deadline& deadline);

    std::vector<RankedDocument> stretch(std::uint64_t offset, std::uint64_t limit) const;

    /// Where a hit stands, for a cursor.
    HitPlace place(const RankedDocument& document) const;

    /// How many hits stand up to a place, which may be of another state of the index. In order of relevance a hit that
    /// is still there is found again, as scores change with every commit.
    std::uint64_t hits_up_to(const HitPlace& place) const;

private:
    std::vector<RankedDocument> rank(const Xapian::Query& query, const DocSet* within, std::uint64_t offset,
                                     std::uint64_t limit) const;
    bool is_behind(const RankedDocument& document, const HitPlace& place) const;

    MatchedHits hits_;
    SortOrder sort_;
    IndexReader& reader_;
    const Deadline& deadline_;
    std::optional<DocSet> first_group_; ///< Where there are two.
};

} // namespace annota
