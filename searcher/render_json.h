// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers for programs: JSON, format version 1. The schema is searcher/schema/annota-1.schema.json.

#pragma once

#include "searcher/request_json.h"
#include "searcher/result_page.h"

#include <string>

namespace annota {

inline constexpr unsigned kFormatVersion = 1;

/// One line without its newline. Always valid UTF-8; two runs on one generation differ in `took_ms` alone.
std::string render_json(const ResultPage& page);

/// The hits alone, a line each.
std::string render_json_lines(const ResultPage& page);

/// The answer to a request that cannot be answered: {"format_version":1,"id":...,"error":{...}}.
std::string render_error(const RequestError& error);

} // namespace annota
