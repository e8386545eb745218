// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/bm25.h"

#include <algorithm>
#include <cmath>

namespace annota {

namespace {

double idf(const CollectionSize& collection, std::uint64_t documents) {
    const auto all = static_cast<double>(collection.documents);
    const auto with_term = static_cast<double>(documents);
    return std::log(1 + (std::max(all - with_term, 0.0) + 0.5) / (with_term + 0.5));
}

} // namespace

Bm25Term::Bm25Term(const CollectionSize& collection, std::uint64_t documents, double factor,
                   const Bm25Parameters& parameters)
    : scale_(static_cast<float>(factor * idf(collection, documents) * (parameters.k1 + 1))),
      base_(static_cast<float>(parameters.k1 * (1 - parameters.b))),
      slope_(collection.average_length > 0
                 ? static_cast<float>(parameters.k1 * parameters.b / collection.average_length)
                 : 0) {}

} // namespace annota
