// SPDX-License-Identifier: GPL-2.0-or-later
//
// What documents are about, in terms of the index: the words by which others like them are found.
//
// The terms of a document are weighed as a relevance model does (Lavrenko, Croft: SIGIR 2001), but by BM25: share of
// the document times saturated occurrences times rarity, summed over the documents.

#pragma once

#include "searcher/bm25.h"
#include "searcher/collection.h"
#include "searcher/plan.h"
#include "searcher/query_shape.h"
#include "searcher/ranking.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace annota {

/// Hits that are taken for good ones by feedback.
inline constexpr std::size_t kFeedbackHits = 10;

struct TellingTerm {
    std::string term;
    double share = 0; ///< Of the weight of the most telling one, which has 1.
};

/// The `most` best of what `documents` have, the most telling first. Their scores, > 0, say how much each counts. A
/// term stands in `least` of them, or in all where they are fewer, and in another document of the collection, too. No
/// stop words, no numbers.
std::vector<TellingTerm> telling_terms(std::span<const RankedDocument> documents, std::size_t most, std::size_t least,
                                       Collection& collection);

/// What `wanted` matches, and what has words of its best hits (Rocchio: pseudo-relevance feedback). What the words add
/// to scores is measured by those of the query.
Plan with_feedback(Plan wanted, std::span<const TellingTerm> terms, const QueryShape& shape,
                   const Bm25Parameters& parameters, const Collection& collection);

/// Documents that have some of the terms, all of which weigh by their shares alone.
Plan similar_to(std::span<const TellingTerm> terms, const Bm25Parameters& parameters, const Collection& collection);

} // namespace annota
