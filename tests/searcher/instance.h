// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries with what they must find and what they must not.

#pragma once

#include "tests/searcher/sample_index.h"

#include <functional>
#include <string>
#include <vector>

namespace annota {

using Texts = std::vector<std::string>;

/// Titles, or names of authors.
struct Instance {
    Texts queries; ///< Each finds all that is wanted.
    Texts wanted;
    Texts near_misses;
};

using ToRecord = std::function<Record(const std::string& id, const std::string& text)>;

Record with_author(const std::string& id, const std::string& name);

/// Puts all instances into one index, where each is a near miss of all the others.
void check(const std::vector<Instance>& instances, const ToRecord& to_record = titled);

} // namespace annota
