// SPDX-License-Identifier: GPL-2.0-or-later
//
// A document as one line of a result page.

#pragma once

#include "common/analyzer.h"
#include "searcher/collection.h"
#include "searcher/highlighter.h"
#include "searcher/ranking.h"
#include "searcher/result_page.h"

namespace annota {

/// Whether a request asks for nothing of a hit but its id.
bool wants_ids_alone(const SearchRequest& request);

/// Whether it asks for the whole record, links included.
bool wants_links(const SearchRequest& request);

/// One a request; the collection and the analyzer must outlive it.
class HitMaker {
public:
    /// `with_links`: the record's links are shown in both directions, which costs a look-up for each of its ids.
    HitMaker(HighlightRules rules, Collection& collection, Analyzer& analyzer, bool with_links = false)
        : collection_(collection), analyzer_(analyzer), highlighter_(std::move(rules), analyzer),
          with_links_(with_links) {}

    Hit make(const RankedDocument& document, std::uint64_t rank);

    /// Without title, snippet and names, which cost the most.
    Hit bare(const RankedDocument& document, std::uint64_t rank);

private:
    void add_links(Hit& hit, const StoredDocument& stored);
    MarkedText title(const Record& record);
    MarkedText snippet(const Record& record);
    std::vector<MarkedText> keywords(const Record& record);

    Collection& collection_;
    Analyzer& analyzer_;
    Highlighter highlighter_;
    bool with_links_;
};

} // namespace annota
