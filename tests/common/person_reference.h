// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who is one person, by comparing every author with every other: slow and obvious.

#pragma once

#include "common/facet_values.h"
#include "common/person_rules.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace annota::test {

/// Keys of persons by record mark and by place of the author in the record's list of values.
using PersonKeys = std::map<std::pair<std::uint64_t, std::size_t>, std::string>;

PersonKeys reference_persons(const std::vector<FacetValues>& records, const PersonRules& rules = {});

} // namespace annota::test
