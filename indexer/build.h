// SPDX-License-Identifier: GPL-2.0-or-later
//
// One build being written: a Xapian database with its side files. The only door to Xapian's writing half.

#pragma once

#include "common/columns.h"
#include "common/stored_document.h"
#include "indexer/document_terms.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
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

    /// It takes the place of a build of this generation, so that its next commit has a higher one, also without
    /// changes.
    void follow(std::uint64_t generation);

    static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

    /// Documents under this identifier, `at_most` of them, ascending. Sees uncommitted changes.
    std::vector<std::uint32_t> find(std::string_view id, std::size_t at_most = kAll);
    StoredDocument document(std::uint32_t docid);

    /// Adds a document, or replaces `docid`. Returns its docid.
    std::uint32_t write(std::optional<std::uint32_t> docid, const StoredDocument& document);
    void remove(std::uint32_t docid);

    /// Publishes the changes since the last commit under the next generation; nothing to do without changes.
    void commit();

    /// Compacts a build that was made aside and commits it, ready to be published.
    void finish();

    const IndexState& state() const;
    std::uint32_t document_count() const;
    DocumentAnalyzer& analyzer();

private:
    struct Database;
    std::unique_ptr<Database> database_;
};

} // namespace annota
