// SPDX-License-Identifier: GPL-2.0-or-later
//
// Documents become a shard: a small database with its columns, one of many that are merged into a build.

#pragma once

#include "common/stored_document.h"
#include "indexer/document_file.h"
#include "indexer/document_terms.h"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace annota {

/// The documents of a shard in the order of their docids, without gaps; a removed one has a place of size 0.
struct ShardPlan {
    std::filesystem::path folder; ///< To be made anew.
    std::uint32_t first = 1;      ///< Docid of the first document.
    std::vector<DocumentPlace> documents;
};

/// One a thread.
class ShardBuilder {
public:
    /// `dictionary` is that of the documents' encoding; they come in `generation`.
    ShardBuilder(std::string_view dictionary, std::uint64_t generation) : codec_(dictionary), generation_(generation) {}

    /// Throws std::runtime_error with the path where the disk fails.
    void build(const ShardPlan& plan, const DocumentFile& documents);

private:
    DocumentCodec codec_;
    DocumentAnalyzer analyzer_;
    std::uint64_t generation_;
};

/// Parts of a shard's folder. The documents in the database have their docids; in the columns the first has docid 1.
std::filesystem::path shard_database(const std::filesystem::path& folder);
std::filesystem::path shard_columns(const std::filesystem::path& folder);

} // namespace annota
