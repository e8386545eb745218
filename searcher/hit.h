// SPDX-License-Identifier: GPL-2.0-or-later
//
// A document as one line of a result page.

#pragma once

#include "common/analyzer.h"
#include "common/index_reader.h"
#include "searcher/highlighter.h"
#include "searcher/ranking.h"
#include "searcher/result_page.h"

namespace annota {

/// One a request; the reader and the analyzer must outlive it.
class HitMaker {
public:
    HitMaker(HighlightRules rules, IndexReader& reader, Analyzer& analyzer)
        : reader_(reader), analyzer_(analyzer), highlighter_(std::move(rules), analyzer) {}

    Hit make(const RankedDocument& document, std::uint64_t rank);

    /// Without title, snippet and names, which cost the most.
    Hit bare(const RankedDocument& document, std::uint64_t rank);

private:
    MarkedText title(const Record& record);
    MarkedText snippet(const Record& record);

    IndexReader& reader_;
    Analyzer& analyzer_;
    Highlighter highlighter_;
};

} // namespace annota
