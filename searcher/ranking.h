// SPDX-License-Identifier: GPL-2.0-or-later
//
// The best documents of a query, in order.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "common/index_reader.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Xapian {
class Query;
} // namespace Xapian

namespace annota {

struct RankedDocument {
    std::uint32_t docid = 0;
    double score = 0;
};

/// The documents of `query`, or of them only those in `within`, where that is not null.
struct RankedQuery {
    const Xapian::Query& query;
    const DocSet* within = nullptr;
};

/// In which order, and which stretch of it. By relevance equal scores are in order of record ids; other orders have
/// missing values last, then the ids.
struct Ranking {
    SortOrder sort = SortOrder::relevance;
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
};

/// Throws DeadlinePassed.
std::vector<RankedDocument> rank(IndexReader& reader, const RankedQuery& wanted, const Ranking& ranking,
                                 const Deadline& deadline = {});

/// The bytes by which an order compares a document with others, the record id at their end; of relevance the id alone,
/// which decides between equal scores.
std::string sort_key(IndexReader& reader, std::uint32_t docid, SortOrder sort);

} // namespace annota
