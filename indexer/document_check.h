// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether one document is what its record says.

#pragma once

#include "common/columns.h"
#include "indexer/document_terms.h"
#include "indexer/index_flaw.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Xapian {
class Database;
class Document;
} // namespace Xapian

namespace annota {

class DocumentCheck {
public:
    DocumentCheck(const Xapian::Database& database, FlawSink sink);

    /// Ids and terms: unique term, id slot, aliases, lengths. Gives the sum of posting_hash() over its terms.
    std::uint64_t check_ids(std::uint32_t docid, const Xapian::Document& document, const StoredDocument& stored);

    /// Terms, wdf, positions and values against a new analysis.
    void check_analysis(const Xapian::Document& document, const StoredDocument& stored, const Record& merged);

    /// The document's row in the columns against its record, but for the persons of authors.
    void check_facets(std::uint32_t docid, const StoredDocument& stored, const Record& merged, const Columns& columns);

    /// Documents by facet and key, of all that check_facets() saw.
    using Tally = std::array<std::unordered_map<std::string, std::uint64_t>, kFacetCount>;
    const Tally& tally() const { return tally_; }

private:
    void check_values(const Xapian::Document& document, const StoredDocument& stored, const DocumentTerms& terms);
    void tell(const char* code, const StoredDocument& stored, std::string message);

    const Xapian::Database& database_;
    FlawSink sink_;
    DocumentAnalyzer analyzer_;
    Tally tally_;
};

/// Of a term in a document; equal sums over both sides of an index mean equal sides.
std::uint64_t posting_hash(std::string_view term, std::uint32_t wdf);

} // namespace annota
