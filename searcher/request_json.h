// SPDX-License-Identifier: GPL-2.0-or-later
//
// A request as one line of text: a JSON object with the names of the options, or the bare query.
//
//   {"id":7, "query":"актер", "limit":5, "author":["danilin"], "filter":{"year":["2020","2021"]}, "facet":"journal:20"}

#pragma once

#include "searcher/search_request.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace annota {

/// Why a request cannot be answered. Codes are stable:
/// bad_json, invalid_utf8, too_deep, duplicate_key, unknown_key, wrong_type, bad_value.
struct RequestError {
    std::string code;
    std::string message;                 ///< One sentence without a full stop.
    std::optional<std::size_t> position; ///< Code points of the line, from 0; none for an error in a value.
    std::string fragment;                ///< The key, or at most 80 code points of the line from `position`.
    std::string id;                      ///< As in SearchRequest, where it could be read.
};

/// What the line leaves open is as in `defaults`; a key replaces what stands there under its name. A line that does not
/// begin with "{" is a query as it is, without blanks at its ends. An empty line asks for all records.
std::variant<SearchRequest, RequestError> parse_request(std::string_view line, const SearchRequest& defaults);

/// {"code":...,"message":...,"position":...,"fragment":...} on one line, valid UTF-8.
std::string error_json(const RequestError& error);

} // namespace annota
