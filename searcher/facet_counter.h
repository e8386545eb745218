// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts the matches of one request by facets. A field's own filter does not count there, so that its other values stay
// in sight; a pivot leaves out those of both fields.

#pragma once

#include "common/doc_set.h"
#include "common/index_reader.h"
#include "searcher/filters.h"
#include "searcher/result_page.h"

namespace annota {

class FacetCounter {
public:
    /// `shown` is what the filters leave of `matches`. All must outlive this.
    FacetCounter(IndexReader& reader, const Filters& filters, const DocSet& matches, const DocSet& shown);

    /// Names of persons are preferred in `script`. Throws RequestFault where a field has no buckets.
    FacetResult count(const FacetRequest& wanted, Script script) const;

    /// `by` is not none.
    HistogramResult histogram(Histogram by) const;

private:
    DocSet counted(std::span<const FieldId> fields) const;

    IndexReader& reader_;
    const Filters& filters_;
    const DocSet& matches_;
    const DocSet& shown_;
};

} // namespace annota
