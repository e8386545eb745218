// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of texts that an index has, to be browsed like the buckets of a facet.

#pragma once

#include "common/analyzer.h"
#include "common/deadline.h"
#include "common/doc_set.h"
#include "common/facet_counts.h"
#include "searcher/collection.h"
#include "searcher/search_request.h"

#include <vector>

namespace annota {

struct WordTerms {
    FacetCounts counts; ///< A bucket's key is the stem, its value a word that a record has of it.
    bool exact = true;  ///< False where there are more words than were looked at.
};

/// Words whose stems begin with a text, in the order of the stems, and in how many of the documents each stands:
/// those of titles, or of all texts. `documents` by shard, `wanted` without a field of buckets.
WordTerms list_words(const TermsRequest& wanted, Stretch stretch, const std::vector<DocSet>& documents,
                     Collection& collection, Analyzer& analyzer, const Deadline& deadline);

} // namespace annota
