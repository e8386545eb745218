// SPDX-License-Identifier: GPL-2.0-or-later
//
// Facets counted record by record, with maps: slow and obvious.

#pragma once

#include "searcher/result_page.h"
#include "tests/searcher/search_reference.h"

#include <set>
#include <string>

namespace annota::test {

/// Checks every facet of the page, and its histogram. `matches` are the ids that the query finds before filters.
void check_facets(const ResultPage& page, const std::set<std::string>& matches, SearchReference& reference);

} // namespace annota::test
