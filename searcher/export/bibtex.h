// SPDX-License-Identifier: GPL-2.0-or-later
//
// BibTeX, in UTF-8 as biber and bibtexu read it.

#pragma once

#include "searcher/export/exported_record.h"
#include "searcher/hit_writer.h"

#include <string>
#include <string_view>

namespace annota {

/// One entry, an empty line behind it. Entry types by the record's CSL type, else misc. Fields have the names of BibTeX
/// (journal, number, address) that biblatex understands too, and of biblatex where BibTeX has none (doi, langid,
/// pagetotal). Texts in further languages are fields like title_en, which styles ignore; the record id is `annotaid`.
std::string bibtex_entry(const ExportedRecord& exported);

/// A value between braces: what TeX obeys is escaped, so that braces are balanced whatever the text.
std::string tex_text(std::string_view text);

class BibtexWriter : public HitWriter {
public:
    /// `language` as for exported_record().
    explicit BibtexWriter(std::string language) : language_(std::move(language)) {}
    std::string hit(const Hit& hit) override { return bibtex_entry(exported_record(hit.record, hit.id, language_)); }

private:
    std::string language_;
};

} // namespace annota
