// SPDX-License-Identifier: GPL-2.0-or-later
//
// The identifiers of records that were only read, to tell what a rebuild of them would lose.

#pragma once

#include "common/record_id.h"
#include "indexer/id_comparison.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace annota {

/// Some 16 bytes an identifier.
class KnownIds {
public:
    void add(const RecordIds& ids);

    /// Of the index in the folder; nullopt where there is none, or it cannot be read.
    std::optional<IdComparison> compare(const std::filesystem::path& root) const;

private:
    std::unordered_set<std::uint64_t> hashes_;
};

} // namespace annota
