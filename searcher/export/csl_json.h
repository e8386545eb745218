// SPDX-License-Identifier: GPL-2.0-or-later
//
// CSL-JSON: what citation processors read.

#pragma once

#include "searcher/export/exported_record.h"
#include "searcher/hit_writer.h"

#include <string>

namespace annota {

/// One item on one line. What CSL has no variable for stands in "custom", as the schema has it for that: texts by
/// language, affiliations, links.
std::string csl_item(const ExportedRecord& exported);

/// An array, one item a line.
class CslJsonWriter : public HitWriter {
public:
    /// `language` as for exported_record().
    explicit CslJsonWriter(std::string language) : language_(std::move(language)) {}
    std::string begin(const ResultPage&) override { return "["; }
    std::string hit(const Hit& hit) override;
    std::string end(const ResultPage&) override { return "\n]\n"; }

private:
    std::string language_;
    bool first_ = true;
};

} // namespace annota
