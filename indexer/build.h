// SPDX-License-Identifier: GPL-2.0-or-later
//
// One build being written: a Xapian database with its side files. The only door to Xapian's writing half.

#pragma once

#include "common/columns.h"
#include "common/stored_document.h"
#include "indexer/document_terms.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// How a build came to be open.
enum class BuildKind : std::uint8_t {
    published, ///< Readers see each commit: synced, then its side files, then its publication.
    aside,     ///< Nobody reads it: fast and unsafe until finish().
};

/// Errors of Xapian come out as IndexError or as std::runtime_error with the path.
class Build {
public:
    /// Opens the build in `folder`, or creates it there (aside).
    Build(std::filesystem::path folder, std::uint32_t number, BuildKind kind);
    ~Build();
    Build(const Build&) = delete;
    Build& operator=(const Build&) = delete;

    static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

    /// Documents under this identifier, `at_most` of them, ascending. Sees uncommitted changes.
    std::vector<std::uint32_t> find(std::string_view id, std::size_t at_most = kAll);
    StoredDocument document(std::uint32_t docid);

    /// Documents with a contribution of this source, or of any whose name begins so and perhaps of others, ascending.
    std::vector<std::uint32_t> find_source(std::string_view source);
    std::vector<std::uint32_t> find_sources_beginning(std::string_view beginning);

    /// content_marks() of a document; empty where it has to be read to know.
    std::string content(std::uint32_t docid);

    /// Generation in which the document came: the coming one for what came since the last commit.
    std::uint64_t added(std::uint32_t docid);

    /// Adds a document, or replaces `docid`. Returns its docid. It came in generation `added`; 0: replaced, in that of
    /// what it replaces, else in the coming one.
    std::uint32_t write(std::optional<std::uint32_t> docid, const StoredDocument& document, std::uint64_t added = 0);
    void remove(std::uint32_t docid);

    /// Entries beside the documents, committed with them; "" where there is none, and to take one away. Keys have at
    /// most kMaxTermBytes.
    std::string metadata(const std::string& key);
    void set_metadata(const std::string& key, const std::string& value);

    /// Calls `use` with each entry whose key begins so, by key, until it gives false. It may set entries.
    void for_each_metadata(std::string_view beginning,
                           const std::function<bool(const std::string& key, const std::string& value)>& use);

    /// Publishes the changes since the last commit, those of documents under the next generation; nothing to do without
    /// changes.
    void commit();

    /// Compacts a build that was made aside and commits it, ready to be published.
    void finish();

    /// Whether documents changed since the last commit.
    bool has_changed() const;

    const IndexState& state() const;

    /// Under which a change of documents is published.
    std::uint64_t coming_generation() const { return state().generation + 1; }

    std::uint32_t document_count() const;
    DocumentAnalyzer& analyzer();

private:
    struct Database;
    std::unique_ptr<Database> database_;
};

} // namespace annota
