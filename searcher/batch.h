// SPDX-License-Identifier: GPL-2.0-or-later
//
// Many requests with one process: a line in, a line out.

#pragma once

#include "searcher/search_request.h"

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <vector>

namespace annota {

/// Answers each line of `in` with one line of JSON on `out`, in the order of the requests and flushed, until the end of
/// input or a signal; up to `workers` at the same time. `defaults` are what requests leave open. Throws IndexError
/// where there is no index to begin with.
void answer_lines(std::istream& in, std::ostream& out, const std::vector<std::filesystem::path>& databases,
                  const SearchRequest& defaults, std::size_t workers);

} // namespace annota
