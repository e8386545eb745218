// SPDX-License-Identifier: GPL-2.0-or-later
//
// A published build that is changed in place: a Xapian database with its side files.

#pragma once

#include "common/columns.h"
#include "common/stored_document.h"
#include "indexer/document_store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace annota {

/// Readers see each commit: synced, then its side files, then its publication.
class Build : public DocumentStore {
public:
    /// Opens the build in `folder`.
    Build(std::filesystem::path folder, std::uint32_t number);
    ~Build() override;

    /// It takes the place of a build of this generation, so that its next commit has a higher one, also without
    /// changes.
    void follow(std::uint64_t generation);

    using DocumentStore::find;
    using DocumentStore::write;

    std::vector<std::uint32_t> find(std::string_view id, std::size_t at_most) override;
    StoredDocument document(std::uint32_t docid) override;
    std::vector<std::uint32_t> find_source(std::string_view source) override;
    std::vector<std::uint32_t> find_sources_beginning(std::string_view beginning) override;
    std::string content(std::uint32_t docid) override;
    std::uint64_t added(std::uint32_t docid) override;
    std::uint32_t write(std::optional<std::uint32_t> docid, const StoredDocument& document,
                        std::uint64_t added) override;
    void remove(std::uint32_t docid) override;
    std::uint32_t document_count() const override;
    std::uint64_t coming_generation() const override { return state().generation + 1; }
    bool has_changed() const override;
    void set_metadata(const std::string& key, const std::string& value) override;
    void for_each_metadata(std::string_view beginning, const MetadataUse& use) override;

    /// The value of an entry beside the documents; "" where there is none.
    std::string metadata(const std::string& key);

    /// Publishes the changes since the last commit, those of documents under the next generation; nothing to do without
    /// changes.
    void commit();

    const IndexState& state() const;

private:
    struct Database;
    std::unique_ptr<Database> database_;
};

} // namespace annota
