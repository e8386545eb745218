// SPDX-License-Identifier: GPL-2.0-or-later
//
// RIS, in UTF-8.

#pragma once

#include "searcher/export/exported_record.h"
#include "searcher/hit_writer.h"

#include <string>

namespace annota {

/// One reference from TY to ER, an empty line behind it. Types by the record's CSL type, else GEN. Authors, editors,
/// ISSNs, ISBNs and keywords repeat their tag; keywords of all languages are given. A value is one line.
std::string ris_reference(const ExportedRecord& exported);

class RisWriter : public HitWriter {
public:
    /// `language` as for exported_record().
    explicit RisWriter(std::string language) : language_(std::move(language)) {}
    std::string hit(const Hit& hit) override { return ris_reference(exported_record(hit.record, hit.id, language_)); }

private:
    std::string language_;
};

} // namespace annota
