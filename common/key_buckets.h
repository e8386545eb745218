// SPDX-License-Identifier: GPL-2.0-or-later
//
// The buckets of a facet whose buckets are keys (facet_counts.cpp), by ordinal; keys sum their printed values.

#pragma once

#include "common/facet_counts.h"
#include "common/printed_forms.h"
#include "common/small_counts.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

class KeyBuckets {
public:
    /// Refers to the column.
    KeyBuckets(const Column& column, const DocSet& documents);

    const SmallCounts& counts() const { return counts_; }
    std::size_t missing() const { return missing_; }

    std::string key(std::uint32_t bucket) const { return std::string(column_.key(bucket)); }
    bool is_before(std::uint32_t a, std::uint32_t b) const { return column_.is_key_before(a, b); }
    /// Of a bucket by any key that is in it.
    std::optional<std::uint32_t> find(const std::string& key) const {
        const auto found = column_.find_key(key);
        return found ? std::optional(column_.bucket_of(*found)) : std::nullopt;
    }

    /// Of which buckets a form that a counted document prints passes.
    std::vector<bool> passing(const std::function<bool(std::string_view printed)>& passes) const;

    /// For each of some buckets the ways in which it is printed.
    std::vector<PrintedForms> forms(const std::vector<std::uint32_t>& buckets, Script script) const;

    static constexpr std::size_t kMostOtherForms = 0; ///< That are listed beside the best one.

private:
    std::uint32_t bucket_of_printed(std::uint32_t value) const { return column_.bucket_of(column_.key_of(value)); }

    const Column& column_;
    std::vector<std::uint32_t> by_printed_;
    SmallCounts counts_;
    std::size_t missing_ = 0;
};

} // namespace annota
