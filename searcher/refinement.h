// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order of the best hits, once they are known: of two that have the same words, the one comes first in which they
// stand side by side as in the query, and in the forms that were typed.

#pragma once

#include "common/deadline.h"
#include "searcher/collection.h"
#include "searcher/evaluation.h"
#include "searcher/query_shape.h"
#include "searcher/ranking.h"

#include <cstddef>
#include <span>
#include <vector>

namespace annota {

/// So many hits are looked at: a bonus brings none from further down, since what a query says of them says more.
inline constexpr std::size_t kRefinedHits = 20;

/// Whether the query is one whose hits are told apart so: listed words. In a sentence neighbours are neighbours by
/// grammar, and on judged queries it gained nothing.
bool is_refinable(const QueryShape& shape);

/// Adds to the scores of `best`, in any order, what each has of it. `evaluations` by shard.
void refine(std::span<RankedDocument> best, const QueryShape& shape, std::span<Evaluation* const> evaluations,
            Collection& collection, const Deadline& deadline);

} // namespace annota
