// SPDX-License-Identifier: GPL-2.0-or-later
//
// Values become types, then the rules between options: each task takes the options that mean something to it, as far as
// they stand on the command line; what comes from the configuration file gives way.

#include "searcher/options.h"

#include "common/database_path.h"
#include "common/option_value.h"
#include "common/word_list.h"
#include "searcher/export/record_field.h"
#include "searcher/program.h"
#include "searcher/request_option.h"

#include <algorithm>
#include <array>
#include <utility>

namespace annota {
namespace {

using Fault = std::optional<UsageError>;

constexpr std::array<std::string_view, 3> kColorNames{"auto", "always", "never"};
constexpr std::array<std::string_view, 2> kStandardNames{"7.0.5", "7.0.100"};

/// Place of a checked choice in the names of its enumerators; 0 for none given.
template <class Enum, std::size_t N>
Enum enumerator(const std::array<std::string_view, N>& names, std::string_view text) {
    const auto found = std::ranges::find(names, text);
    return static_cast<Enum>(found == names.end() ? 0 : found - names.begin());
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
        request.text = joined(line.words, " ");
    } else {
        request.get.insert(request.get.end(), line.words.begin(), line.words.end());
    }
    return std::nullopt;
}

Fault read_output(const CommandLine& line, OutputOptions& output) {
    output.format = enumerator<OutputFormat>(kFormatNames, line.value("format"));
    output.color = enumerator<ColorChoice>(kColorNames, line.value("color"));
    output.standard = enumerator<GostStandard>(kStandardNames, line.value("gost"));
    output.byte_order_mark = line.flag("bom");
    output.language = line.value("export-language");
    if (const std::string_view name = line.value("run"); !name.empty()) output.run_name = name;
    if (output.run_name.find_first_of(" \t\r\n") != std::string::npos) {
        return UsageError{line.subject("run") + " takes a name without blanks, not " + in_quotes(output.run_name),
                          output.run_name};
    }
    return std::nullopt;
}

void clear_counts(SearchRequest& request) {
    request.facets.clear();
    request.histogram = Histogram::none;
}

/// The option means something to those formats alone.
Fault demand_format(const CommandLine& line, std::string_view option, bool fits, std::string_view formats) {
    if (fits || !line.typed(option)) return std::nullopt;
    return UsageError{"option '--" + std::string(option) + "' goes with '--format " + std::string(formats) + "' only",
                      "--" + std::string(option)};
}

Fault check_export_fields(const CommandLine& line, const std::vector<std::string>& fields) {
    std::vector<std::string_view> names;
    for (const RecordField& field : record_fields()) names.push_back(field.name);
    names.emplace_back("record");
    for (const std::string& field : fields)
        if (const Complaint complaint = check_choice(field, names))
            return UsageError{line.subject("fields") + " " + *complaint, field};
    return std::nullopt;
}

/// Exports need nothing of a hit but its record.
Fault prepare_export(const CommandLine& line, SearchOptions& options) {
    const OutputFormat format = options.output.format;
    const bool table = format == OutputFormat::csv || format == OutputFormat::tsv;
    if (auto fault = demand_format(line, "gost", format == OutputFormat::gost, "gost")) return fault;
    if (auto fault = demand_format(line, "bom", table, "csv|tsv")) return fault;
    if (auto fault = demand_format(line, "export-language", is_export(format), "csv|tsv|bibtex|ris|csl-json|gost"))
        return fault;
    if (format != OutputFormat::text && format != OutputFormat::json) clear_counts(options.request);
    if (!is_export(format)) return std::nullopt;
    if (auto fault = check_export_fields(line, options.request.fields)) return fault;
    options.output.fields = std::exchange(options.request.fields, {"id"});
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

/// Every hit is no page.
Fault prepare_all(const CommandLine& line, SearchOptions& options) {
    options.all = true;
    for (const std::string_view other : {"get", "batch", "queries", "limit", "offset", "cursor", "count"})
        if (auto fault = refuse_together(line, "all", other)) return fault;
    clear_counts(options.request);
    if (options.output.format != OutputFormat::json) return std::nullopt;
    return UsageError{"option '--all' writes hits one after another: take '--format jsonl'", "json"};
}

Fault prepare_batch(const CommandLine& line, SearchOptions& options) {
    options.task = SearchTask::batch;
    if (line.typed("format") && options.output.format != OutputFormat::json) {
        return UsageError{"option '--batch' answers in '--format json' only", std::string(line.value("format"))};
    }
    options.output.format = OutputFormat::json;
    if (auto fault = read_number_option(line, "jobs", kJobsBounds, options.jobs)) return fault;
    if (auto fault = refuse_together(line, "batch", "queries")) return fault;
    if (auto fault = refuse_together(line, "batch", "get")) return fault;
    return refuse_words(line, "batch");
}

// As deep as runs are usually judged.
constexpr std::uint64_t kRunDepth = 1000;

Fault prepare_queries(const CommandLine& line, SearchOptions& options) {
    options.task = SearchTask::queries;
    options.queries_file = line.value("queries");
    if (line.typed("format") && options.output.format != OutputFormat::trec) {
        return UsageError{"option '--queries' answers in '--format trec' only", std::string(line.value("format"))};
    }
    options.output.format = OutputFormat::trec;
    options.request.plain = true;
    if (!line.typed("match")) options.request.match = MatchMode::any;
    if (!line.typed("limit")) options.request.limit = kRunDepth;
    clear_counts(options.request);
    options.request.fields = {"id"};
    if (auto fault = refuse_together(line, "queries", "get")) return fault;
    return refuse_words(line, "queries");
}

Fault prepare_terms(const CommandLine& line, const SearchOptions& options) {
    for (const std::string_view other : {"get", "similar", "all", "queries", "cursor", "count"})
        if (auto fault = refuse_together(line, "terms", other)) return fault;
    if (options.output.format == OutputFormat::text || options.output.format == OutputFormat::json) return std::nullopt;
    return UsageError{"option '--terms' answers in '--format text|json' only", std::string(line.value("format"))};
}

Fault prepare_task(const CommandLine& line, SearchOptions& options) {
    if (options.request.terms)
        if (auto fault = prepare_terms(line, options)) return fault;
    if (line.flag("all")) {
        if (auto fault = prepare_all(line, options)) return fault;
    }
    if (line.flag("batch")) return prepare_batch(line, options);
    if (line.typed("jobs"))
        return UsageError{"option '--jobs' goes with '--batch' only", std::string(line.value("jobs"))};
    if (!line.value("queries").empty()) return prepare_queries(line, options);
    return prepare_export(line, options);
}

Fault fill(const CommandLine& line, const Environment& environment, SearchOptions& options) {
    if (line.flag("json-schema")) {
        options.task = SearchTask::json_schema;
        return std::nullopt;
    }
    if (auto fault = read_request(line, options.request)) return fault;
    if (auto fault = read_output(line, options.output)) return fault;
    if (auto fault = prepare_task(line, options)) return fault;
    for (const std::string& path : line.values("db")) options.databases.emplace_back(path);
    if (options.databases.empty()) {
        const std::string usual = database_path({}, environment);
        if (usual.empty()) return UsageError{"no index named: give --db DIR or set ANNOTA_DB", ""};
        options.databases.emplace_back(usual);
    }
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
    std::string out = std::string(task_name(options.task)).append(" in ");
    for (const std::filesystem::path& database : options.databases)
        out.append(&database == &options.databases.front() ? "" : " ").append(database.string());
    const auto name = [](const auto& names, auto value) { return names[static_cast<std::size_t>(value)]; };
    const OutputOptions& output = options.output;
    const OutputOptions usual;
    const auto add = [&out](bool differs, std::string_view option, std::string_view value) {
        if (differs) out.append(", ").append(option).append(value.empty() ? "" : " ").append(value);
    };
    add(output.format != usual.format, "format", name(kFormatNames, output.format));
    add(output.standard != usual.standard, "gost", name(kStandardNames, output.standard));
    add(output.byte_order_mark, "bom", "");
    add(!output.language.empty(), "export-language", output.language);
    add(!output.fields.empty(), "columns", joined(output.fields, ","));
    add(output.color != usual.color, "color", name(kColorNames, output.color));
    add(options.all, "all", "");
    add(options.jobs != 0, "jobs", std::to_string(options.jobs));
    add(!options.queries_file.empty(), "queries", options.queries_file);
    add(output.run_name != usual.run_name, "run", output.run_name);
    const std::string request = describe(options.request);
    return request.empty() ? out : out + ", " + request;
}

} // namespace annota
