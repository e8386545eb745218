// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which documents match a plan, and what they score. Totals and facets need every match, so nothing is gained by
// skipping what cannot be among the best: each posting list is read once, into a bitmap and an array of scores.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "common/index_reader.h"
#include "searcher/bm25.h"
#include "searcher/plan.h"
#include "searcher/posting_reader.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace annota {

/// How many documents have the terms of a plan: in one index, or in several as one.
struct Statistics {
    std::uint64_t documents = 0;
    std::uint64_t length = 0;                                   ///< Of all of them, in words.
    std::unordered_map<const Plan*, TermFrequency> of_leaves{}; ///< Of a group's terms any.

    Statistics& operator+=(const Statistics& other);
};

/// What a leaf of a plan adds to a document's score.
struct LeafScore {
    const Plan* leaf = nullptr;
    float score = 0;
};

/// Of one plan on one state of an index. Xapian's exceptions and DeadlinePassed pass through.
class Evaluation {
public:
    /// As if the documents `hidden` were not there. All but the parameters must outlive it.
    Evaluation(const Plan& plan, IndexReader& reader, const Deadline& deadline, const Bm25Parameters& parameters = {},
               const DocSet* hidden = nullptr);

    /// Of the index alone, for all leaves that add to scores.
    Statistics statistics();

    /// Scores shall be those of a collection that has these statistics, which must outlive it.
    void use(const Statistics& statistics);

    /// The documents that match.
    DocSet matches();

    /// The same, and the scores of all of them.
    DocSet scored_matches();

    /// Scores some of what matches() gave, and forgets other scores.
    void score(const DocSet& documents);

    /// Of a document that has been scored; else 0.
    float score_of(std::uint32_t docid) const { return docid < scores_.size() ? scores_[docid] : 0; }

    /// What a document that matches owes its score to; forgets other scores.
    std::vector<LeafScore> leaf_scores(std::uint32_t docid);

    /// How often terms stand in a document.
    std::uint64_t occurrences(const std::vector<std::string>& terms, std::uint32_t docid) const;

    /// Of a term in this index alone.
    TermFrequency frequency(const std::string& term) const;

    /// What scores depend on: of this index, or as use() says.
    const CollectionSize& collection() const { return collection_; }
    const Bm25Parameters& parameters() const { return parameters_; }

private:
    void add_matches(const Plan& plan, DocSet& into, const Candidates* within);
    void add_matches_and_scores(const Plan& plan, DocSet& into);
    void add_scores(const Plan& plan, const DocSet& within);

    const DocSet& composite(const Plan& plan, const Candidates* within);
    DocSet narrowed(const Plan& plan, const Candidates* within);
    DocSet intersection(const std::vector<Plan>& parts, const Candidates* within);
    std::uint64_t most_matches(const Plan& plan) const;

    void add_statistics(const Plan& plan, Statistics& statistics);
    TermFrequency frequency_of(const Plan& leaf);
    Bm25Term weight_of(const Plan& leaf);
    class Boost;
    std::vector<Boost> boosts_of(const Plan& word, const Candidates* within) const;
    void score_block(PostingBlock block, const Bm25Term& weight, float derived, std::span<Boost> boosts, DocSet* into);
    void score_word(const Plan& word, const Candidates* within, DocSet* into);
    void score_group(const Plan& group, const DocSet* within, DocSet* into);
    const std::vector<Posting>& postings_of(const Plan& group);
    bool is_small(const Plan& group) const;
    std::vector<Posting> sorted_postings(const Plan& group);
    std::vector<Posting> counted_postings(const Plan& group);
    void read_group(const Plan& group, const std::function<void(PostingBlock)>& use);

    const Plan& plan_;
    IndexReader& reader_;
    PostingReader postings_;
    Bm25Parameters parameters_;
    const DocSet* hidden_;
    const Statistics* statistics_ = nullptr; ///< Of others than this index alone.
    CollectionSize collection_;
    std::span<const std::uint32_t> lengths_; ///< By docid, once scores are asked for.
    std::vector<float> scores_; ///< By docid. Parts are added in the order of the plan, so that equals stay equal.
    std::unordered_map<const Plan*, DocSet> composites_; ///< What parts that are no leaves matched.
    std::unordered_map<const Plan*, std::vector<Posting>> groups_;
    std::function<void(const Plan& leaf)> scored_; ///< Told of each leaf after its scores have been added.
};

/// Evaluation::matches()
DocSet matching_documents(const Plan& plan, IndexReader& reader, const Deadline& deadline,
                          const DocSet* hidden = nullptr);

} // namespace annota
