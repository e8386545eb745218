// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a record becomes in the index: terms, positions and values, decided here and written elsewhere.

#pragma once

#include "common/analyzer.h"
#include "common/facet_values.h"
#include "common/name_keys.h"
#include "common/stored_document.h"
#include "common/string_pool.h"

#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace annota {

struct DocumentTerms {
    StringPool terms;                                          ///< In the order of their first occurrence.
    std::vector<std::uint32_t> wdfs;                           ///< By the ordinal of the term.
    std::vector<std::pair<std::uint32_t, std::string>> values; ///< Slot and value.

    /// Of the document, in words.
    std::uint32_t length() const { return std::accumulate(wdfs.begin(), wdfs.end(), std::uint32_t{0}); }
};

/// Turns documents into terms as common/schema.h states. One a thread.
class DocumentAnalyzer {
public:
    /// `merged` is merged_record(document).
    DocumentTerms analyze(const StoredDocument& document, const Record& merged);

    /// What the columns have of a document that has these terms.
    FacetValues facets(const StoredDocument& document, const Record& merged, const DocumentTerms& terms) {
        FacetValues values = facet_values(document, merged, analyzer_, names_);
        values.length = terms.length();
        return values;
    }

private:
    Analyzer analyzer_;
    NameKeyCache names_;
    std::vector<Token> tokens_;
};

/// Adds the values of a document's place in the change log: the generations in which it was added and changed last, and
/// content_marks().
void add_history(DocumentTerms& terms, const StoredDocument& document, std::uint64_t added, std::uint64_t changed);

/// One line a term, sorted: "term wdf=2 positions=1,7 forms=terms,term"; then one a value. For people and tests.
std::string to_text(const DocumentTerms& terms);

} // namespace annota
