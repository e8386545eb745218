// SPDX-License-Identifier: GPL-2.0-or-later
//
// The weighting scheme: BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) with the
// always positive idf log(1 + (N - n + 0.5) / (n + 0.5)).

#pragma once

namespace Xapian {
class Enquire;
}

namespace annota {

/// k1 >= 0 saturates the wdf, b in [0, 1] normalises by document length. The defaults lie between what held-out
/// collections prefer: 0.9 and 0.4 for short keyword queries, 1.6 and 0.65 for long English ones.
struct Bm25Parameters {
    double k1 = 1.2;
    double b = 0.6;
};

/// Terms that stand in a document with wdf 0 (joined compounds, word forms, names) weigh as if they stood once.
void use_bm25(Xapian::Enquire& enquire, const Bm25Parameters& parameters = {});

} // namespace annota
