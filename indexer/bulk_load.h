// SPDX-License-Identifier: GPL-2.0-or-later
//
// The way of many documents into a new build. Documents go encoded into a file; each stretch of them becomes a shard, a
// small database made by one of several threads; shards are merged into one. Small, because Xapian's in-memory inverter
// takes half the processor time as long as it fits the processor's cache.
//
// A shard is a function of its documents: where one of them changes after its shard was begun, the shard is built again
// at the end. So every record is analysed once, unless records of one work come far apart, and the result does not
// depend on the threads.

#pragma once

#include "common/columns.h"
#include "common/worker_pool.h"
#include "indexer/document_file.h"
#include "indexer/document_store.h"
#include "indexer/id_table.h"
#include "indexer/shard_builder.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace annota {

/// How much of the machine a bulk load may take.
struct BulkLimits {
    std::size_t jobs = 1;        ///< Threads that build shards; one: the caller's own.
    std::size_t memory_mb = 512; ///< Of the whole process, in MiB, without memory-mapped files.
};

class BulkLoad : public DocumentStore {
public:
    /// Makes the build in `folder`, which it creates. Its documents come in `generation`.
    BulkLoad(std::filesystem::path folder, BulkLimits limits, std::uint64_t generation = 1);

    using DocumentStore::find;
    using DocumentStore::write;

    std::vector<std::uint32_t> find(std::string_view id, std::size_t at_most) override;
    StoredDocument document(std::uint32_t docid) override;
    std::vector<std::uint32_t> find_source(std::string_view) override { return {}; }
    std::vector<std::uint32_t> find_sources_beginning(std::string_view) override { return {}; }
    std::string content(std::uint32_t) override { return {}; }
    std::uint64_t added(std::uint32_t) override { return generation_; }
    std::uint32_t write(std::optional<std::uint32_t> docid, const StoredDocument& document,
                        std::uint64_t added) override;
    void remove(std::uint32_t docid) override;
    std::uint32_t document_count() const override { return document_count_; }
    std::uint64_t coming_generation() const override { return generation_; }
    bool has_changed() const override { return document_count_ > 0 || generation_ > 1; }
    void set_metadata(const std::string& key, const std::string& value) override;
    void for_each_metadata(std::string_view beginning, const MetadataUse& use) override;

    /// Merges everything into one database with its columns, ready to be published as build `number`. `told` is called
    /// with the name of each phase. The load can be used no more.
    void finish(std::uint32_t number, const std::function<void(const char* phase)>& told);

private:
    struct Shard {
        std::uint32_t first = 1;
        std::uint32_t count = 0;
        bool begun = false;
        bool outdated = false; ///< A document changed since the shard was begun.
    };

    void learn_dictionary();
    void put(std::uint32_t docid, const StoredDocument& document);
    Shard& shard_of(std::uint32_t docid);
    void begin_shard(Shard& shard);
    std::filesystem::path shard_folder(const Shard& shard) const;
    void write_metadata(const IndexState& state) const;
    void write_columns(const IndexState& state) const;

    std::filesystem::path folder_;
    std::uint64_t generation_;
    std::size_t shard_documents_;
    std::size_t shard_bytes_;
    DocumentFile file_;
    std::string dictionary_;
    std::unique_ptr<DocumentCodec> codec_;         ///< Null until the dictionary is learned.
    std::map<std::uint32_t, StoredDocument> held_; ///< Documents from before that.
    std::vector<DocumentPlace> places_;            ///< By docid - 1.
    IdTable ids_;
    std::vector<Shard> shards_;
    std::size_t open_shard_bytes_ = 0;
    std::uint32_t document_count_ = 0;
    std::map<std::string, std::string> metadata_;
    std::vector<ShardBuilder> builders_; ///< One a worker.
    WorkerPool pool_;                    ///< Last, so that its threads end before what they use.
};

} // namespace annota
