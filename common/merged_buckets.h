// SPDX-License-Identifier: GPL-2.0-or-later
//
// The buckets of a facet in several indexes as those of one (facet_counts.cpp): equal keys are one bucket.

#pragma once

#include "common/facet_counts.h"
#include "common/printed_forms.h"
#include "common/small_counts.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annota {

/// `Buckets` are those of one index: KeyBuckets or PersonBuckets. Ordinals are this object's own.
template <class Buckets> class MergedBuckets {
public:
    static constexpr std::size_t kMostOtherForms = Buckets::kMostOtherForms;

    /// Knows the `selected` keys that one of the indexes knows, and those that have a document.
    MergedBuckets(std::span<const CountedColumn> columns, const std::vector<std::string>& selected)
        : counts_(0), places_(columns.size()) {
        shards_.reserve(columns.size());
        std::vector<std::uint32_t> counts;
        const auto add = [&](std::size_t shard, std::uint32_t bucket, std::uint32_t count) {
            const auto [entry, is_new] = ordinals_.try_emplace(shards_[shard].key(bucket), counts.size());
            if (is_new) counts.push_back(0);
            counts[entry->second] += count;
            places_[shard][entry->second] = bucket;
        };
        for (std::size_t shard = 0; shard < columns.size(); ++shard) {
            const Buckets& buckets = shards_.emplace_back(columns[shard].column, columns[shard].documents);
            missing_ += buckets.missing();
            buckets.counts().for_each_at_least([] { return 1U; },
                                               [&](std::size_t bucket, std::uint32_t count) {
                                                   add(shard, static_cast<std::uint32_t>(bucket), count);
                                               });
            for (const std::string& key : selected)
                if (const auto known = buckets.find(key)) add(shard, *known, 0);
        }
        keys_.resize(counts.size());
        for (const auto& [key, ordinal] : ordinals_) keys_[ordinal] = &key;
        counts_ = SmallCounts(counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i) counts_.add(i, counts[i]);
    }

    const SmallCounts& counts() const { return counts_; }
    std::size_t missing() const { return missing_; }

    std::string key(std::uint32_t bucket) const { return *keys_[bucket]; }
    bool is_before(std::uint32_t a, std::uint32_t b) const { return *keys_[a] < *keys_[b]; }
    std::optional<std::uint32_t> find(const std::string& key) const {
        const auto found = ordinals_.find(key);
        return found == ordinals_.end() ? std::nullopt : std::optional(found->second);
    }

    std::vector<bool> passing(const std::function<bool(std::string_view printed)>& passes) const {
        std::vector<bool> found(keys_.size());
        for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
            const std::vector<bool> in_shard = shards_[shard].passing(passes);
            for (const auto& [bucket, place] : places_[shard])
                if (in_shard[place]) found[bucket] = true;
        }
        return found;
    }

    std::vector<PrintedForms> forms(const std::vector<std::uint32_t>& buckets, Script script) const {
        std::vector<PrintedForms> lists(buckets.size());
        for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
            std::vector<std::uint32_t> theirs;
            std::vector<std::size_t> at;
            for (std::size_t i = 0; i < buckets.size(); ++i)
                if (const auto place = places_[shard].find(buckets[i]); place != places_[shard].end()) {
                    theirs.push_back(place->second);
                    at.push_back(i);
                }
            const std::vector<PrintedForms> found = shards_[shard].forms(theirs, script);
            for (std::size_t i = 0; i < found.size(); ++i) add_forms(lists[at[i]], found[i]);
        }
        return lists;
    }

private:
    std::vector<Buckets> shards_;
    std::unordered_map<std::string, std::uint32_t> ordinals_;
    std::vector<const std::string*> keys_;
    SmallCounts counts_;
    std::size_t missing_ = 0;
    std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> places_; ///< By shard: the bucket there.
};

} // namespace annota
