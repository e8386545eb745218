// SPDX-License-Identifier: GPL-2.0-or-later
//
// One index or several that are searched as one: by institute, by year. A record that several of them have is that of
// the first.

#pragma once

#include "common/doc_set.h"
#include "common/index_reader.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace annota {

/// A document of one of the indexes.
struct ShardDocument {
    std::uint32_t shard = 0; ///< The index, in the order in which they were named.
    std::uint32_t docid = 0;
};

/// Not thread-safe: one a thread.
class Collection {
public:
    /// At least one. Throws IndexError.
    explicit Collection(const std::vector<std::filesystem::path>& indexes);
    ~Collection();
    Collection(const Collection&) = delete;
    Collection& operator=(const Collection&) = delete;

    /// Moves to the newest published states.
    void refresh();

    std::uint32_t size() const { return static_cast<std::uint32_t>(readers_.size()); }
    IndexReader& operator[](std::uint32_t shard) { return *readers_[shard]; }

    /// The lists of terms of all, and how many documents have one.
    const Xapian::Database& vocabulary() const;

    /// Documents of a shard whose records are those of an earlier one; nullptr where there are none.
    const DocSet* hidden(std::uint32_t shard) const;

    std::vector<IndexState> states() const;

    /// Of one index its own, of several the sum of theirs: raised by every commit in one of them.
    std::uint64_t generation() const;

    std::string id(const ShardDocument& place) const { return readers_[place.shard]->id(place.docid); }

    /// The record with this id or alias.
    std::optional<ShardDocument> find(std::string_view id) const;

    /// Ids of the records that have the term `prefix` + `id`, in order.
    std::vector<std::string> linking(std::string_view prefix, std::string_view id) const;

    /// For messages: the folder, or all of them.
    std::filesystem::path root() const;

private:
    void open_together();
    void hide_known_records();

    std::vector<std::unique_ptr<IndexReader>> readers_;
    std::unique_ptr<Xapian::Database> together_; ///< Of several.
    std::vector<std::optional<DocSet>> hidden_;
};

} // namespace annota
