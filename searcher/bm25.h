// SPDX-License-Identifier: GPL-2.0-or-later
//
// The weighting scheme: BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) with the
// always positive idf log(1 + (N - n + 0.5) / (n + 0.5)), over fields as in BM25F (Robertson, Zaragoza, Taylor: CIKM
// 2004): what stands in the title counts as standing more often, before saturation.

#pragma once

#include <cstdint>

namespace annota {

/// k1 >= 0 saturates occurrences, b in [0, 1] normalises by document length. The defaults lie between what collections
/// of judged queries prefer: 0.9 and 0.4 for short keyword queries, 1.6 and 0.65 for long English ones.
struct Bm25Parameters {
    double k1 = 1.2;
    double b = 0.6;
    /// 0 or more: a term weighs by this power of its occurrences in a document that has it, on average. Words that say
    /// what a text is about come again in it, others do not.
    double burstiness = 0;
};

/// What scores depend on beside the document: of one index, or of several as one.
struct CollectionSize {
    std::uint64_t documents = 0;
    double average_length = 0; ///< In words, as of Bm25Term::weight().
};

/// How often a term, or a group of terms, stands in a collection.
struct TermFrequency {
    std::uint64_t documents = 0; ///< Those that have it.
    std::uint64_t occurrences = 0;

    TermFrequency& operator+=(const TermFrequency& other) {
        documents += other.documents;
        occurrences += other.occurrences;
        return *this;
    }
};

/// What a term is worth before a document is asked: > 0.
double term_weight(const CollectionSize& collection, const TermFrequency& frequency, double burstiness);

/// A term of a query in one collection.
class Bm25Term {
public:
    /// `worth`: term_weight(), times what the query makes of it.
    Bm25Term(const CollectionSize& collection, double worth, const Bm25Parameters& parameters);

    /// Of a document that has the term so often; 0 where it does not.
    float weight(float occurrences, std::uint32_t length) const {
        return scale_ * occurrences / (occurrences + base_ + slope_ * static_cast<float>(length));
    }

private:
    float scale_;
    float base_;  ///< The saturation of a document of length 0,
    float slope_; ///< and what each word adds.
};

} // namespace annota
