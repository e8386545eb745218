// SPDX-License-Identifier: GPL-2.0-or-later
//
// A reader's view of an index: one published state, until refresh() moves on to the newest.

#pragma once

#include "common/columns.h"
#include "common/index_folder.h"
#include "common/stored_document.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace Xapian {
class Database;
}

namespace annota {

/// Not thread-safe: one a thread. Any call may throw Xapian::DatabaseModifiedError when the index was changed twice
/// since refresh(); refresh and repeat (see with_stable_index). All else that is wrong with an index is an IndexError.
class IndexReader {
public:
    /// Opens the current build. Throws IndexError (missing, wrong_version, damaged, changing).
    explicit IndexReader(const std::filesystem::path& root);
    ~IndexReader();
    IndexReader(const IndexReader&) = delete;
    IndexReader& operator=(const IndexReader&) = delete;

    /// Moves to the newest published state.
    void refresh();

    const Xapian::Database& database() const;
    const IndexState& state() const { return state_; }
    const std::filesystem::path& root() const { return folder_.root(); }

    /// Folder of the build that is open.
    std::filesystem::path build_folder() const { return folder_.build_path(state_.build); }

    /// All columns of this state, sound; computed from the documents where a side file is missing, damaged or of
    /// another state. Shared, since whoever changes them outlives the state.
    const std::shared_ptr<const Columns>& columns();

    /// One of them: the others are not read. Good until the next refresh().
    const Column& column(std::size_t facet);

    /// Docids are below this.
    std::uint32_t doc_limit() const;

    /// What the columns know of each document. Good until the next refresh().
    const DocumentFacts& facts();

    /// Lengths of all documents in words (schema.h), by docid; 0 where there is none. Good until the next refresh().
    std::span<const std::uint32_t> lengths();

    /// Throws IndexError (damaged) where there is no such document.
    StoredDocument document(std::uint32_t docid);

    /// Record id of a document.
    std::string id(std::uint32_t docid) const;

    /// The document with this record id or alias.
    std::optional<std::uint32_t> find(std::string_view id) const;

    /// Record ids of the documents that have the term `prefix` + `id`, in order: those that link to a record.
    std::vector<std::string> linking(std::string_view prefix, std::string_view id) const;

private:
    struct Open;

    void open_build();
    void open_build(std::uint32_t build);
    void open_columns();
    void compute_columns();

    IndexFolder folder_;
    IndexState state_;
    std::unique_ptr<Open> open_;
};

/// Runs `work` on the newest state of an index, or of several (Reader has refresh() and root()), anew each time one
/// changed under it, at most five times; then throws IndexError (changing).
template <class Reader, class Work> auto with_stable_index(Reader& reader, Work work);

/// Runs `work` on the state that is open, and only where that was overwritten on the newest one as above.
template <class Reader, class Work> auto with_open_state(Reader& reader, Work work);

/// Throws IndexError (changing).
[[noreturn]] void throw_changing(const std::filesystem::path& root);

/// For a catch block: returns where the exception being handled says that the index changed under the reader. Another
/// exception of Xapian's becomes an IndexError (damaged); all else is thrown again.
void expect_index_modified(const std::filesystem::path& root);

template <class Reader, class Work> auto with_stable_index(Reader& reader, Work work) {
    constexpr int kTries = 5;
    for (int tried = 1;; ++tried) {
        try {
            reader.refresh();
            return work();
        } catch (...) {
            expect_index_modified(reader.root());
            if (tried == kTries) throw_changing(reader.root());
        }
    }
}

template <class Reader, class Work> auto with_open_state(Reader& reader, Work work) {
    try {
        return work();
    } catch (...) {
        expect_index_modified(reader.root());
    }
    return with_stable_index(reader, work);
}

/// Throws IndexError (wrong_version) where the schema or the analyzer of a database is not this program's.
void check_versions(const Xapian::Database& database, const std::filesystem::path& root);

/// The side columns of every document, from the documents themselves.
std::string compute_columns(const Xapian::Database& database, const IndexState& state);

} // namespace annota
