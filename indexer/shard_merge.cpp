// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/shard_merge.h"

#include "common/index_folder.h"
#include "indexer/free_space.h"
#include "indexer/xapian_errors.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace annota {

namespace {

namespace fs = std::filesystem;

// A database takes two descriptors, and 1,024 are the usual limit of a process.
constexpr std::size_t kMostAtOnce = 256;

/// Keeps the docids, to which the columns belong.
void merge(std::span<const fs::path> databases, const fs::path& target) {
    with_translated_errors(target, [&] {
        Xapian::Database all;
        for (const fs::path& database : databases) all.add_database(Xapian::Database(database.string()));
        all.compact(target.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    });
    for (const fs::path& database : databases) fs::remove_all(database);
}

/// A merged database is at most as large as what it is merged from.
void require_space_for(std::span<const fs::path> databases, const fs::path& target) {
    std::uint64_t needed = 0;
    for (const fs::path& database : databases) needed += bytes_below(database);
    require_space(target.parent_path(), needed);
}

} // namespace

void merge_shards(std::vector<fs::path> databases, const fs::path& target, WorkerPool& pool) {
    for (int level = 1; databases.size() > kMostAtOnce; ++level) {
        require_space_for(std::span(databases).first(std::min(databases.size(), kMostAtOnce * pool.workers())), target);
        // Parts of equal size, so that the last merge is no smaller than the others.
        const std::size_t parts = (databases.size() + kMostAtOnce - 1) / kMostAtOnce;
        std::vector<fs::path> merged;
        for (std::size_t part = 0; part < parts; ++part) {
            const std::size_t begin = databases.size() * part / parts;
            const std::size_t end = databases.size() * (part + 1) / parts;
            merged.push_back(target.parent_path() / ("merged-" + std::to_string(level) + '-' + std::to_string(part)));
            // A copy: where one merge fails, the others may go on when this function has been left.
            const std::vector<fs::path> sources(databases.begin() + static_cast<std::ptrdiff_t>(begin),
                                                databases.begin() + static_cast<std::ptrdiff_t>(end));
            pool.submit([sources, into = merged.back()](std::size_t) { merge(sources, into); });
        }
        pool.wait();
        databases = std::move(merged);
    }
    require_space_for(databases, target);
    merge(databases, target);
}

} // namespace annota
