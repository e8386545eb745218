// SPDX-License-Identifier: GPL-2.0-or-later
//
// Format "citations": a plain list of printed citations, one a line.

#pragma once

#include "indexer/record_reader.h"

#include <string_view>

namespace annota {

/// Every line that is not blank is a citation. One without a title is rejected as `no_title`, one longer than
/// kMaxCitationBytes as `too_long`.
class CitationListReader : public RecordReader {
public:
    void read(ByteSource& bytes, std::string_view file, const RecordSink& sink) override;
};

/// Whether text of unknown format is such a list: nearly all of its first lines are citations beyond doubt, and at
/// least three. `head` may be cut within a line.
bool looks_like_citation_list(std::string_view head);

} // namespace annota
