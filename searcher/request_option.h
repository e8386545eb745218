// SPDX-License-Identifier: GPL-2.0-or-later
//
// The options that make up a request: one table for the command line and for JSON requests, so that both take the same
// names, the same values and the same limits.

#pragma once

#include "common/option_value.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

inline constexpr std::uint64_t kMaxLimit = 10'000;
inline constexpr std::uint64_t kMaxOffset = 1'000'000'000;
inline constexpr std::uint64_t kMaxBuckets = 10'000;
inline constexpr std::uint64_t kMaxTimeout = 86'400'000; ///< Milliseconds: a day.

/// What a JSON request may hold under the name.
enum class OptionKind : std::uint8_t {
    text,           ///< A string.
    number,         ///< A number.
    text_or_number, ///< Either.
    flag,           ///< true or false.
    list,           ///< A string or a list of strings.
    pairs,          ///< The same, each "field=key", or an object of field: key or list of keys.
};

/// One row. `set` replaces what the request says under this name. `values` is empty only for an empty list, which takes
/// away what stood there; a flag's value is "true" or "false".
struct RequestOption {
    std::string_view name;
    OptionKind kind;
    Complaint (*set)(SearchRequest& request, std::string_view name, const std::vector<std::string>& values);
};

/// In the order in which they are to be applied.
std::span<const RequestOption> request_options();

/// nullptr where there is none of that name.
const RequestOption* find_request_option(std::string_view name);

/// "2020", "2015..2020", "2015-2020" (any dash), "2015..", "..2020". Both bounds stay as they are on a complaint.
Complaint read_years(std::string_view text, std::optional<int>& first, std::optional<int>& last);

} // namespace annota
