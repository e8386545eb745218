// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the writer of an index looks documents up and puts them: a build that is changed in place, or a bulk load.

#pragma once

#include "common/stored_document.h"
#include "indexer/document_terms.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Errors of Xapian come out as IndexError or as std::runtime_error with the path.
class DocumentStore {
public:
    static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

    DocumentStore() = default;
    virtual ~DocumentStore() = default;
    DocumentStore(const DocumentStore&) = delete;
    DocumentStore& operator=(const DocumentStore&) = delete;

    /// Documents under this identifier, `at_most` of them, ascending. Sees what was not committed yet.
    virtual std::vector<std::uint32_t> find(std::string_view id, std::size_t at_most) = 0;
    std::vector<std::uint32_t> find(std::string_view id) { return find(id, kAll); }
    virtual StoredDocument document(std::uint32_t docid) = 0;

    /// Documents with a contribution of this source, or of any whose name begins so and perhaps of others, ascending;
    /// none where all contributions came in this run.
    virtual std::vector<std::uint32_t> find_source(std::string_view source) = 0;
    virtual std::vector<std::uint32_t> find_sources_beginning(std::string_view beginning) = 0;

    /// content_marks() of a document; empty where it has to be read to know.
    virtual std::string content(std::uint32_t docid) = 0;

    /// Generation in which the document came: the coming one for what came since the last commit.
    virtual std::uint64_t added(std::uint32_t docid) = 0;

    /// Adds a document, or replaces `docid`. Returns its docid. It came in generation `added`; 0: replaced, in that of
    /// what it replaces, else in the coming one.
    virtual std::uint32_t write(std::optional<std::uint32_t> docid, const StoredDocument& document,
                                std::uint64_t added) = 0;
    std::uint32_t write(std::optional<std::uint32_t> docid, const StoredDocument& document) {
        return write(docid, document, 0);
    }
    virtual void remove(std::uint32_t docid) = 0;

    virtual std::uint32_t document_count() const = 0;

    /// Under which a change of documents is published.
    virtual std::uint64_t coming_generation() const = 0;

    /// Whether documents changed since the last commit.
    virtual bool has_changed() const = 0;

    /// Sets an entry beside the documents, committed with them; "" takes it away. Keys have at most kMaxTermBytes.
    virtual void set_metadata(const std::string& key, const std::string& value) = 0;

    /// Calls `use` with each entry whose key begins so, by key, until it gives false. It may set entries.
    using MetadataUse = std::function<bool(const std::string& key, const std::string& value)>;
    virtual void for_each_metadata(std::string_view beginning, const MetadataUse& use) = 0;
};

} // namespace annota
