// SPDX-License-Identifier: GPL-2.0-or-later
//
// The best documents of a query, in order.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <vector>

namespace Xapian {
class Database;
class Query;
} // namespace Xapian

namespace annota {

struct RankedDocument {
    std::uint32_t docid = 0;
    double score = 0;
};

/// In which order, and which stretch of it. By relevance equal scores are in order of record ids; other orders have
/// missing values last, then the ids.
struct Ranking {
    SortOrder sort = SortOrder::relevance;
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
};

/// The documents of `query`. `within` restricts them where it is not null. Throws DeadlinePassed.
std::vector<RankedDocument> rank(const Xapian::Database& database, const Xapian::Query& query, const DocSet* within,
                                 const Ranking& ranking, const Deadline& deadline = {});

} // namespace annota
