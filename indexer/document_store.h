// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the writer of an index looks documents up and puts them: a build that is changed in place, or a bulk load.

#pragma once

#include "common/stored_document.h"
#include "indexer/document_terms.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace annota {

/// Errors of Xapian come out as IndexError or as std::runtime_error with the path.
class DocumentStore {
public:
    static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

    virtual ~DocumentStore() = default;

    /// Documents under this identifier, `at_most` of them, ascending. Sees what was not committed yet.
    virtual std::vector<std::uint32_t> find(std::string_view id, std::size_t at_most) = 0;
    virtual StoredDocument document(std::uint32_t docid) = 0;

    /// Adds a document, or replaces `docid`. Returns its docid.
    virtual std::uint32_t write(std::optional<std::uint32_t> docid, const StoredDocument& document) = 0;
    virtual void remove(std::uint32_t docid) = 0;

    virtual std::uint32_t document_count() const = 0;
};

} // namespace annota
