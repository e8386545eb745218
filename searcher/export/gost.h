// SPDX-License-Identifier: GPL-2.0-or-later
//
// Printed citations by the Russian standards, one a line.

#pragma once

#include "searcher/export/exported_record.h"
#include "searcher/hit_writer.h"

#include <cstdint>
#include <string>

namespace annota {

enum class GostStandard : std::uint8_t {
    reference,   ///< GOST R 7.0.5-2008, bibliographic references: "Family I. O. Title // Journal. 2020. Vol. 1, No. 2."
    description, ///< GOST R 7.0.100-2018, bibliographic descriptions: "Family, I. O. Title / I. O. Family // Journal.
                 ///< –"
};

/// In the language of the title: Т., №, С. and "и др." for Cyrillic letters, else Vol., No., P. and "et al.". Given
/// names are printed as initials. What a citation has no place for is left out: abstract, keywords, further languages,
/// identifiers of persons, links. One line without its end.
std::string gost_citation(const ExportedRecord& exported, GostStandard standard);

class GostWriter : public HitWriter {
public:
    /// `language` as for exported_record().
    GostWriter(GostStandard standard, std::string language) : standard_(standard), language_(std::move(language)) {}
    std::string hit(const Hit& hit) override {
        return gost_citation(exported_record(hit.record, hit.id, language_), standard_) + '\n';
    }

private:
    GostStandard standard_;
    std::string language_;
};

} // namespace annota
