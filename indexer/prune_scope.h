// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sources of which a run has read all that there is, so that what they said before and did not say now is outdated.

#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace annota {

struct PruneScope {
    std::set<std::string> sources;
    std::vector<std::string> folders; ///< "records/": sources whose names begin so.
    std::set<std::string> spared;     ///< None of these, whatever the others say.

    bool covers(const std::string& source) const {
        if (spared.contains(source)) return false;
        const auto below = [&](const std::string& folder) { return source.starts_with(folder); };
        return sources.contains(source) || std::any_of(folders.begin(), folders.end(), below);
    }
};

} // namespace annota
