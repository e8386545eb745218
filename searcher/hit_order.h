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
#include <string>
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

    /// Of a hit, for a cursor.
    std::string key(const RankedDocument& document) const { return sort_key(reader_, document.docid, sort_); }

    /// How many hits stand up to the place of a cursor of another state of the index. In order of relevance that is the
    /// place of the same hit, or, where that is gone, as many hits as there were before it, since scores change with
    /// every commit.
    std::uint64_t hits_up_to(const Cursor& cursor) const;

private:
    std::vector<RankedDocument> rank(const Xapian::Query& query, const DocSet* within, std::uint64_t offset,
                                     std::uint64_t limit) const;

    MatchedHits hits_;
    SortOrder sort_;
    IndexReader& reader_;
    const Deadline& deadline_;
    std::optional<DocSet> first_group_; ///< Where there are two.
};

} // namespace annota
