// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why an answer is what it is: what the words of a query stood for, what each filter took, of what the score of a hit
// is made, and what would have found something where nothing was found.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "searcher/collection.h"
#include "searcher/evaluation.h"
#include "searcher/parsed_query.h"
#include "searcher/query_builder.h"
#include "searcher/ranking.h"
#include "searcher/result_page.h"

#include <cstdint>
#include <span>
#include <vector>

namespace annota {

/// Of one request. All must outlive it; every function may throw DeadlinePassed.
class Explainer {
public:
    Explainer(const SearchRequest& request, QueryBuilder& builder, Collection& collection, const Deadline& deadline)
        : request_(request), builder_(builder), collection_(collection), deadline_(deadline) {}

    /// `matches` of the query by shard, without filters; `total` is what these leave of them.
    Explanation explain(const QueryNode& root, const std::vector<DocSet>& matches, std::uint64_t total);

    /// The parts of a hit's score, the greatest first. `evaluations` by shard, of the plan by which it was found.
    std::vector<ScorePart> parts_of(const RankedDocument& hit, std::span<Evaluation> evaluations);

private:
    void read_words(const QueryNode& node, std::vector<WordReading>& words);
    WordReading reading(const QueryNode& leaf);
    std::vector<FilterEffect> effects(const std::vector<DocSet>& matches);
    std::vector<Alternative> alternatives(const QueryNode& root, const std::vector<DocSet>& matches);
    std::uint64_t count(const SearchRequest& filters, std::vector<DocSet> matches);
    std::vector<DocSet> matches_of(const Plan& plan);

    const SearchRequest& request_;
    QueryBuilder& builder_;
    Collection& collection_;
    const Deadline& deadline_;
};

} // namespace annota
