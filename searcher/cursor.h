// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a page of hits ended, as an opaque string, so that the next request goes on there whatever was committed in
// between.

#pragma once

#include "searcher/search_request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annota {

struct Cursor {
    std::uint64_t generation = 0; ///< Of the page.
    std::uint64_t request = 0;    ///< request_hash() of the page's request.
    std::uint64_t offset = 0;     ///< Hits up to the last one of the page, it included.
    std::string key;              ///< Of that hit: sort_key(), any bytes.

    friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// Lower-case hex digits only.
std::string encode_cursor(const Cursor& cursor);

/// nullopt for what encode_cursor() did not give.
std::optional<Cursor> decode_cursor(std::string_view text);

/// Of what decides which hits there are and in which order: equal for two pages of one search.
std::uint64_t request_hash(const SearchRequest& request);

} // namespace annota
