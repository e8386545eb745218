// SPDX-License-Identifier: GPL-2.0-or-later
//
// Documents in the order of a request. By relevance equal scores are in order of record ids; other orders have missing
// values last, then the ids.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "common/index_reader.h"
#include "searcher/evaluation.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <string>
#include <vector>

namespace annota {

struct RankedDocument {
    std::uint32_t docid = 0;
    double score = 0;
    std::uint32_t shard = 0; ///< Its index, where there are several (collection.h).
};

/// Those of `documents` that stand in the stretch, best scores first; all of them have been scored.
std::vector<RankedDocument> rank(const DocSet& documents, const Evaluation& scored, Stretch stretch,
                                 IndexReader& reader, const Deadline& deadline);

/// The same by another order than relevance: docids.
std::vector<std::uint32_t> sort(const DocSet& documents, SortOrder order, Stretch stretch, IndexReader& reader,
                                const Deadline& deadline);

/// The bytes by which an order compares a document with others, the record id at their end; of relevance the id alone,
/// which decides between equal scores.
std::string sort_key(IndexReader& reader, std::uint32_t docid, SortOrder order);

} // namespace annota
