// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which documents a record belongs to: the one with its DOI; else the one with its own id, else, for a record that has
// neither or a document that has neither, the one with its fingerprint; but never a document with another DOI.

#pragma once

#include "common/record_id.h"
#include "indexer/document_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annota {

struct Match {
    std::uint32_t docid;
    StoredDocument document;
};

/// The documents that a record belongs to; the first keeps its id.
struct Matches {
    std::vector<Match> documents;
    bool known = false;            ///< The only one has just this record.
    std::size_t contributions = 0; ///< Where `known`: of that document, which may not have been read.
};

/// A document under this identifier by whose marks it has just this record; read only if `read`.
std::optional<Matches> find_known_document(DocumentStore& documents, const std::string& id, const ContentHash& hash,
                                           bool read);

/// All documents that a record belongs to; none for a new one.
Matches find_matching_documents(DocumentStore& documents, const RecordIds& ids, const ContentHash& hash);

} // namespace annota
