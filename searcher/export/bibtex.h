// SPDX-License-Identifier: GPL-2.0-or-later
//
// BibTeX, in UTF-8 as biber and bibtexu read it.

#pragma once

#include "searcher/export/exported_record.h"
#include "searcher/hit_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// One entry, an empty line behind it, under a key as citation_key() makes it. Entry types by the record's CSL type,
/// else article or misc. Fields have the names of BibTeX (journal, number, address) that biblatex understands too, and
/// of biblatex where BibTeX has none (doi, langid, pagetotal). Texts in further languages are fields like title_en,
/// which styles ignore; the record id is `annotaid`.
std::string bibtex_entry(const ExportedRecord& exported, const std::string& key);

/// A value between braces: what TeX obeys is escaped, so that braces are balanced whatever the text.
std::string tex_text(std::string_view text);

/// The key of a record is the same whatever language and fields are shown.
class BibtexWriter : public HitWriter {
public:
    /// `language` as for exported_record(), `fields` as for keep_fields().
    BibtexWriter(std::string language, std::vector<std::string> fields)
        : language_(std::move(language)), fields_(std::move(fields)) {}
    std::string hit(const Hit& hit) override;

private:
    std::string language_;
    std::vector<std::string> fields_;
};

} // namespace annota
