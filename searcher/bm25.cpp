// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/bm25.h"

#include <algorithm>
#include <cmath>

namespace annota {

double term_weight(const CollectionSize& collection, const TermFrequency& frequency, double burstiness) {
    const auto all = static_cast<double>(collection.documents);
    const auto with_term = static_cast<double>(frequency.documents);
    const double rarity = std::log(1 + (std::max(all - with_term, 0.0) + 0.5) / (with_term + 0.5));
    if (burstiness == 0 || frequency.occurrences <= frequency.documents) return rarity;
    return rarity * std::pow(static_cast<double>(frequency.occurrences) / with_term, burstiness);
}

Bm25Term::Bm25Term(const CollectionSize& collection, double worth, const Bm25Parameters& parameters)
    : scale_(static_cast<float>(worth * (parameters.k1 + 1))),
      base_(static_cast<float>(parameters.k1 * (1 - parameters.b))),
      slope_(collection.average_length > 0
                 ? static_cast<float>(parameters.k1 * parameters.b / collection.average_length)
                 : 0) {}

} // namespace annota
