// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records that a query names, for those that act on them: the indexer asks without knowing the query language.

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace annota {

struct SelectedRecords {
    std::vector<std::string> ids; ///< Record ids.
    std::string complaint; ///< Why the query is not to be acted upon, a sentence without a full stop; else empty.
};

/// Throws IndexError.
using SelectRecords = std::function<SelectedRecords(const std::filesystem::path& index, const std::string& query)>;

} // namespace annota
