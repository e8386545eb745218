// SPDX-License-Identifier: GPL-2.0-or-later
//
// Values become types, then the rules between options: each task takes the options that mean something to it, as far as
// they stand on the command line; what comes from the configuration file gives way.

#include "searcher/options.h"

#include "common/database_path.h"
#include "common/option_value.h"
#include "searcher/program.h"
#include "searcher/request_option.h"

#include <algorithm>
#include <array>

namespace annota {
namespace {

using Fault = std::optional<UsageError>;

constexpr std::array<std::string_view, 4> kFormatNames{"text", "json", "jsonl", "trec"};
constexpr std::array<std::string_view, 3> kColorNames{"auto", "always", "never"};

/// Place of a checked choice in the names of its enumerators; 0 for none given.
template <class Enum, std::size_t N>
Enum enumerator(const std::array<std::string_view, N>& names, std::string_view text) {
    const auto found = std::ranges::find(names, text);
    return static_cast<Enum>(found == names.end() ? 0 : found - names.begin());
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

Fault read_request(const CommandLine& line, SearchRequest& request) {
    for (const RequestOption& option : request_options()) {
        const std::vector<std::string> values = line.values(option.name);
        if (values.empty()) continue;
        if (const Complaint complaint = option.set(request, option.name, values)) {
            return UsageError{line.subject(option.name) + " " + *complaint, values.back()};
        }
    }
    if (request.get.empty()) {
        request.text = joined(line.words);
    } else {
        request.get.insert(request.get.end(), line.words.begin(), line.words.end());
    }
    return std::nullopt;
}

Fault read_output(const CommandLine& line, SearchOptions& options) {
    options.format = enumerator<OutputFormat>(kFormatNames, line.value("format"));
    options.color = enumerator<ColorChoice>(kColorNames, line.value("color"));
    if (const std::string_view name = line.value("run"); !name.empty()) options.run_name = name;
    if (options.run_name.find_first_of(" \t\r\n") != std::string::npos) {
        return UsageError{line.subject("run") + " takes a name without blanks, not " + in_quotes(options.run_name),
                          options.run_name};
    }
    return std::nullopt;
}

Fault refuse_words(const CommandLine& line, std::string_view option) {
    if (line.words.empty()) return std::nullopt;
    return UsageError{"option '--" + std::string(option) + "' takes no query on the command line, not " +
                          in_quotes(line.words.front()),
                      line.words.front()};
}

Fault refuse_together(const CommandLine& line, std::string_view option, std::string_view other) {
    if (!line.typed(other)) return std::nullopt;
    return UsageError{"options '--" + std::string(option) + "' and '--" + std::string(other) + "' exclude each other",
                      "--" + std::string(other)};
}

Fault prepare_batch(const CommandLine& line, SearchOptions& options) {
    options.task = SearchTask::batch;
    if (line.typed("format") && options.format != OutputFormat::json) {
        return UsageError{"option '--batch' answers in '--format json' only", std::string(line.value("format"))};
    }
    options.format = OutputFormat::json;
    if (auto fault = refuse_together(line, "batch", "queries")) return fault;
    if (auto fault = refuse_together(line, "batch", "get")) return fault;
    return refuse_words(line, "batch");
}

// As deep as runs are usually judged.
constexpr std::uint64_t kRunDepth = 1000;

Fault prepare_queries(const CommandLine& line, SearchOptions& options) {
    options.task = SearchTask::queries;
    options.queries_file = line.value("queries");
    if (line.typed("format") && options.format != OutputFormat::trec) {
        return UsageError{"option '--queries' answers in '--format trec' only", std::string(line.value("format"))};
    }
    options.format = OutputFormat::trec;
    options.request.plain = true;
    if (!line.typed("match")) options.request.match = MatchMode::any;
    if (!line.typed("limit")) options.request.limit = kRunDepth;
    options.request.facets.clear();
    options.request.fields = {"id"};
    if (auto fault = refuse_together(line, "queries", "get")) return fault;
    return refuse_words(line, "queries");
}

Fault prepare_task(const CommandLine& line, SearchOptions& options) {
    if (line.flag("batch")) return prepare_batch(line, options);
    if (!line.value("queries").empty()) return prepare_queries(line, options);
    return std::nullopt;
}

Fault fill(const CommandLine& line, const Environment& environment, SearchOptions& options) {
    if (line.flag("json-schema")) {
        options.task = SearchTask::json_schema;
        return std::nullopt;
    }
    if (auto fault = read_request(line, options.request)) return fault;
    if (auto fault = read_output(line, options)) return fault;
    if (auto fault = prepare_task(line, options)) return fault;
    options.database = database_path(line.value("db"), environment);
    if (options.database.empty()) return UsageError{"no index named: give --db DIR or set ANNOTA_DB", ""};
    return std::nullopt;
}

/// Looks at the arguments themselves, as they may be too wrong to be read.
bool asks_for_json(const std::vector<std::string>& arguments, const CommandLine& line) {
    if (line.value("format") == "json" || line.flag("batch")) return true;
    const auto end = std::ranges::find(arguments, "--");
    for (auto argument = arguments.begin(); argument != end; ++argument) {
        const auto next = argument + 1;
        if (*argument == "--batch" || *argument == "--format=json") return true;
        if (*argument == "--format" && next != end && *next == "json") return true;
    }
    return false;
}

std::string_view task_name(SearchTask task) {
    switch (task) {
    case SearchTask::search: return "search";
    case SearchTask::batch: return "batch";
    case SearchTask::queries: return "queries";
    case SearchTask::json_schema: return "json-schema";
    }
    return {};
}

} // namespace

ParsedSearchOptions parse_search_options(const std::vector<std::string>& arguments, const Environment& environment) {
    const ParsedCommandLine parsed = parse_command_line(search_program(), arguments, environment);
    if (parsed.error) return SearchUsageError{*parsed.error, asks_for_json(arguments, parsed.line)};
    if (parsed.line.flag("version")) return VersionRequest{};
    if (auto information = requested_information(search_program(), parsed.line)) return *information;
    SearchOptions options;
    if (const Fault fault = fill(parsed.line, environment, options)) {
        return SearchUsageError{*fault, asks_for_json(arguments, parsed.line)};
    }
    return options;
}

ParsedSearchOptions parse_search_options(int argc, const char* const* argv) {
    return parse_search_options(arguments_of(argc, argv), process_environment());
}

RequestError as_request_error(const UsageError& error) {
    return {"usage", error.message, std::nullopt, error.fragment, {}};
}

std::string describe(const SearchOptions& options) {
    std::string out = std::string(task_name(options.task)).append(" in ").append(options.database);
    const auto name = [](const auto& names, auto value) { return names[static_cast<std::size_t>(value)]; };
    if (options.format != OutputFormat::text) out.append(", format ").append(name(kFormatNames, options.format));
    if (options.color != ColorChoice::automatic) out.append(", color ").append(name(kColorNames, options.color));
    if (!options.queries_file.empty()) out.append(", queries ").append(options.queries_file);
    if (options.run_name != "annota") out.append(", run ").append(options.run_name);
    const std::string request = describe(options.request);
    return request.empty() ? out : out + ", " + request;
}

} // namespace annota
