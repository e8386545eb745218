// SPDX-License-Identifier: GPL-2.0-or-later
//
// The command line of annota-search as a typed value. What each option means stands in searcher/program.cpp.

#pragma once

#include "common/command_line.h"
#include "common/information.h"
#include "searcher/output.h"
#include "searcher/request_json.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace annota {

enum class SearchTask : std::uint8_t {
    search,      ///< Answers `request`.
    batch,       ///< Answers JSON requests from standard input; `request` holds what they leave open.
    queries,     ///< Runs a file of queries; `request` holds what is the same for all.
    json_schema, ///< Prints the schema of requests and answers; needs no database.
};

struct SearchOptions {
    SearchTask task = SearchTask::search;
    std::vector<std::filesystem::path> databases; ///< Searched as one; none for json_schema alone.
    OutputOptions output;
    bool all = false;         ///< Every hit instead of a page; never with json.
    std::uint64_t jobs = 0;   ///< Of batch: requests at the same time; 0: as many as there are cores.
    std::string queries_file; ///< "-": standard input.
    SearchRequest request;
};

/// `as_json`: the user asked for JSON, and so gets the error.
struct SearchUsageError {
    UsageError error;
    bool as_json = false;
};

using ParsedSearchOptions = std::variant<SearchOptions, Information, VersionRequest, SearchUsageError>;

ParsedSearchOptions parse_search_options(int argc, const char* const* argv);
ParsedSearchOptions parse_search_options(const std::vector<std::string>& arguments, const Environment& environment);

/// The error as programs get it, with the code "usage".
RequestError as_request_error(const UsageError& error);

/// One line, without what is as usual, for tests and logs.
std::string describe(const SearchOptions& options);

} // namespace annota
