// SPDX-License-Identifier: GPL-2.0-or-later
//
// The weighting scheme: BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) with the
// always positive idf log(1 + (N - n + 0.5) / (n + 0.5)).

#pragma once

#include <cstdint>

namespace annota {

/// k1 >= 0 saturates the wdf, b in [0, 1] normalises by document length. The defaults lie between what held-out
/// collections prefer: 0.9 and 0.4 for short keyword queries, 1.6 and 0.65 for long English ones.
struct Bm25Parameters {
    double k1 = 1.2;
    double b = 0.6;
};

/// What scores depend on beside the document: of one index, or of several as one.
struct CollectionSize {
    std::uint64_t documents = 0;
    double average_length = 0; ///< In words, as of Bm25Term::weight().
};

/// A term of a query in one collection.
class Bm25Term {
public:
    /// `documents`: those that have the term. `factor` multiplies all of its weights.
    Bm25Term(const CollectionSize& collection, std::uint64_t documents, double factor,
             const Bm25Parameters& parameters = {});

    /// Of a document that has the term. A term that stands there with wdf 0 (joined compounds, names) weighs as if it
    /// stood once.
    float weight(std::uint32_t wdf, std::uint32_t length) const {
        const auto often = static_cast<float>(wdf == 0 ? 1 : wdf);
        return scale_ * often / (often + base_ + slope_ * static_cast<float>(length));
    }

private:
    float scale_;
    float base_;  ///< The saturation of a document of length 0,
    float slope_; ///< and what each word adds.
};

} // namespace annota
