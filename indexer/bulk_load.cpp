// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/bulk_load.h"

#include "common/index_folder.h"
#include "common/schema.h"
#include "indexer/column_files.h"
#include "indexer/shard_merge.h"
#include "indexer/xapian_errors.h"

#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>

namespace annota {

namespace {

namespace fs = std::filesystem;

// The dictionary is learned from the first documents, which wait for it in memory.
constexpr std::size_t kDictionarySamples = 2000;

// Shards of 250 to 500 abstracts took a tenth less processor time than of 1,000; larger ones merge better.
constexpr std::size_t kMostShardDocuments = 500;
constexpr std::size_t kFewestShardDocuments = 50;

// With room to spare: with 100,000 abstracts a process with one builder took 61, with two 78.
constexpr std::size_t kShardMegabytes = 32;
constexpr std::size_t kProcessMegabytes = 96;

// Of encoded documents: thrice what abstracts have.
constexpr std::size_t kShardBytesPerDocument = 1500;

template <class Use> void for_each_id(const StoredDocument& document, Use use) {
    use(document.id);
    for (const std::string& alias : document.aliases) use(alias);
}

bool has_id(const StoredDocument& document, std::string_view id) {
    return document.id == id || std::ranges::find(document.aliases, id) != document.aliases.end();
}

std::size_t shard_size(const BulkLimits& limits) {
    const std::size_t megabytes = limits.memory_mb > kProcessMegabytes ? limits.memory_mb - kProcessMegabytes : 0;
    const std::size_t documents = megabytes * kMostShardDocuments / (limits.jobs * kShardMegabytes);
    return std::clamp(documents, kFewestShardDocuments, kMostShardDocuments);
}

fs::path made(const fs::path& folder) {
    fs::create_directories(folder);
    return folder;
}

} // namespace

BulkLoad::BulkLoad(fs::path folder, BulkLimits limits, std::uint64_t generation)
    : folder_(std::move(folder)), generation_(generation), shard_documents_(shard_size(limits)),
      shard_bytes_(shard_documents_ * kShardBytesPerDocument), file_(made(folder_ / "load")), shards_(1),
      pool_(limits.jobs) {}

std::vector<std::uint32_t> BulkLoad::find(std::string_view id, std::size_t at_most) {
    std::vector<std::uint32_t> docids = ids_.find(id);
    std::ranges::sort(docids);
    std::vector<std::uint32_t> found;
    for (const std::uint32_t docid : docids)
        if (found.size() < at_most && has_id(document(docid), id)) found.push_back(docid);
    return found;
}

StoredDocument BulkLoad::document(std::uint32_t docid) {
    if (const auto waiting = held_.find(docid); waiting != held_.end()) return waiting->second;
    return codec_->decode(file_.read(places_[docid - 1]));
}

std::uint32_t BulkLoad::write(std::optional<std::uint32_t> docid, const StoredDocument& document, std::uint64_t) {
    if (docid) {
        for_each_id(this->document(*docid), [&](const std::string& id) { ids_.erase(id, *docid); });
    } else {
        places_.emplace_back();
        docid = static_cast<std::uint32_t>(places_.size());
        ++document_count_;
    }
    for_each_id(document, [&](const std::string& id) { ids_.insert(id, *docid); });
    if (codec_) {
        put(*docid, document);
    } else {
        held_.insert_or_assign(*docid, document);
        if (held_.size() == kDictionarySamples) learn_dictionary();
    }
    return *docid;
}

void BulkLoad::remove(std::uint32_t docid) {
    for_each_id(document(docid), [&](const std::string& id) { ids_.erase(id, docid); });
    --document_count_;
    held_.erase(docid);
    places_[docid - 1] = {};
    if (codec_ && docid < shards_.back().first) shard_of(docid).outdated = true;
}

void BulkLoad::set_metadata(const std::string& key, const std::string& value) {
    if (value.empty())
        metadata_.erase(key);
    else
        metadata_[key] = value;
}

void BulkLoad::for_each_metadata(std::string_view beginning, const MetadataUse& use) {
    // By key, since `use` may take entries away.
    for (auto at = metadata_.lower_bound(std::string(beginning)); at != metadata_.end();) {
        const auto [key, value] = *at;
        if (!key.starts_with(beginning) || !use(key, value)) return;
        at = metadata_.upper_bound(key);
    }
}

void BulkLoad::learn_dictionary() {
    std::vector<StoredDocument> samples;
    for (const auto& [docid, document] : held_) samples.push_back(document);
    dictionary_ = train_dictionary(samples);
    codec_ = std::make_unique<DocumentCodec>(dictionary_);
    for (std::size_t worker = 0; worker < pool_.workers(); ++worker) builders_.emplace_back(dictionary_, generation_);
    for (const auto& [docid, document] : std::exchange(held_, {})) put(docid, document);
}

/// Writes an encoded document, and begins the shard that it completes.
void BulkLoad::put(std::uint32_t docid, const StoredDocument& document) {
    const DocumentPlace place = file_.append(codec_->encode(document));
    places_[docid - 1] = place;
    Shard& open = shards_.back();
    if (docid < open.first) {
        shard_of(docid).outdated = true;
        return;
    }
    open.count = std::max(open.count, docid - open.first + 1);
    open_shard_bytes_ += place.size;
    if (open.count < shard_documents_ && open_shard_bytes_ < shard_bytes_) return;
    begin_shard(open);
    open_shard_bytes_ = 0;
    shards_.push_back({open.first + open.count});
}

BulkLoad::Shard& BulkLoad::shard_of(std::uint32_t docid) {
    return *std::prev(std::ranges::upper_bound(shards_, docid, {}, &Shard::first));
}

void BulkLoad::begin_shard(Shard& shard) {
    shard.begun = true;
    shard.outdated = false;
    file_.flush();
    const auto begin = places_.begin() + (shard.first - 1);
    ShardPlan plan{shard_folder(shard), shard.first, {begin, begin + shard.count}};
    pool_.submit([this, plan = std::move(plan)](std::size_t worker) { builders_[worker].build(plan, file_); });
}

fs::path BulkLoad::shard_folder(const Shard& shard) const {
    char name[32];
    std::snprintf(name, sizeof name, "shard-%010u", shard.first);
    return folder_ / "load" / name;
}

void BulkLoad::finish(std::uint32_t number, const std::function<void(const char* phase)>& told) {
    // The first generation of an index has a record.
    const IndexState state{number, has_changed() ? generation_ : 0};
    if (!codec_) learn_dictionary();
    if (shards_.back().count > 0 || shards_.size() == 1) begin_shard(shards_.back());
    if (!shards_.back().begun) shards_.pop_back();
    pool_.wait();
    for (Shard& shard : shards_)
        if (shard.outdated) begin_shard(shard);
    pool_.wait();
    told("merging");
    write_metadata(state);
    std::vector<fs::path> databases;
    for (const Shard& shard : shards_) databases.push_back(shard_database(shard_folder(shard)));
    pool_.submit([this, state](std::size_t) { write_columns(state); });
    merge_shards(std::move(databases), folder_ / "index", pool_);
    pool_.wait();
    fs::remove_all(folder_ / "load");
}

/// Into the first shard, from which merging takes it.
void BulkLoad::write_metadata(const IndexState& state) const {
    const fs::path path = shard_database(shard_folder(shards_.front()));
    with_translated_errors(path, [&] {
        Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        database.set_metadata(kSchemaKey, std::to_string(kSchemaVersion));
        database.set_metadata(kAnalyzerKey, std::to_string(kAnalyzerVersion));
        database.set_metadata(kGenerationKey, std::to_string(state.generation));
        database.set_metadata(kDictionaryKey, dictionary_);
        for (const auto& [key, value] : metadata_) database.set_metadata(key, value);
        database.commit();
    });
}

void BulkLoad::write_columns(const IndexState& state) const {
    std::vector<ColumnSource> sources;
    for (const Shard& shard : shards_) {
        const fs::path path = shard_columns(shard_folder(shard));
        std::shared_ptr<const Columns> columns = Columns::open(path, {});
        if (!columns || !columns->sound()) throw std::runtime_error(path.string() + ": cannot be read");
        sources.push_back({std::move(columns), shard.first});
    }
    const auto rules = metadata_.find(kPersonRulesKey);
    write_whole_columns(sources, stored_person_rules(rules == metadata_.end() ? std::string() : rules->second), state,
                        folder_ / columns_file_name(state.generation));
}

} // namespace annota
