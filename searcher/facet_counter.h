// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts the matches of one request by facets. A field's own filter does not count there, so that its other values stay
// in sight; a pivot leaves out those of both fields.

#pragma once

#include "common/doc_set.h"
#include "searcher/collection.h"
#include "searcher/filters.h"
#include "searcher/result_page.h"

#include <cstddef>
#include <span>
#include <vector>

namespace annota {

class FacetCounter {
public:
    /// `shown` is what the filters leave of `matches`, both by shard. All must outlive this.
    FacetCounter(Collection& collection, const Filters& filters, const std::vector<DocSet>& matches,
                 const std::vector<DocSet>& shown);

    /// Names of persons are preferred in `script`. Throws RequestFault where a field has no buckets.
    FacetResult count(const FacetRequest& wanted, Script script) const;

    /// `by` is not none.
    HistogramResult histogram(Histogram by) const;

private:
    std::vector<DocSet> counted(std::span<const FieldId> fields) const;
    FacetCounts count(std::size_t column, const std::vector<DocSet>& documents, const CountOptions& options) const;
    struct YearCounts;
    YearCounts count_years(std::size_t column, const std::vector<DocSet>& documents, int step) const;

    Collection& collection_;
    const Filters& filters_;
    const std::vector<DocSet>& matches_;
    const std::vector<DocSet>& shown_;
};

} // namespace annota
