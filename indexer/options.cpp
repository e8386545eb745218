// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/options.h"

#include "common/database_path.h"
#include "common/option_value.h"
#include "indexer/program.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace annota {
namespace {

using Fault = std::optional<UsageError>;

// In the order of the enumerators. A name of "" is not for users.
constexpr std::array<std::string_view, 10> kVerbNames{"add",     "rebuild", "delete", "changed", "rollback",
                                                      "compact", "check",   "stats",  "dump",    "authors"};
constexpr std::array<std::string_view, 4> kProgressNames{"auto", "text", "json", "none"};
constexpr std::array<std::string_view, 3> kPrintNames{"", "records", "terms"};
constexpr std::array<std::string_view, 2> kReportNames{"text", "json"};
constexpr std::array<std::string_view, 4> kDuplicateNames{"merge", "replace", "keep", "reject"};

constexpr NumberBounds kCommitBounds{1, 1'000'000'000};
constexpr NumberBounds kMemoryBounds{128, 1'048'576}; // MiB
constexpr NumberBounds kTimeoutBounds{0, 2'678'400};  // seconds: a month
constexpr NumberBounds kTombstoneBounds{0, 36'500};   // days: a century
constexpr NumberBounds kGenerationBounds{0, std::numeric_limits<std::uint64_t>::max()};

/// Place of a checked choice in the names of its enumerators; 0 for none given.
template <class Enum, std::size_t N>
Enum enumerator(const std::array<std::string_view, N>& names, std::string_view text) {
    const auto found = std::ranges::find(names, text);
    return static_cast<Enum>(found == names.end() ? 0 : found - names.begin());
}

Fault read_limit(const CommandLine& line, std::string_view name, std::optional<RecordLimit>& limit) {
    const std::string_view text = line.value(name);
    if (text.empty()) return std::nullopt;
    RecordLimit read;
    read.percent = text.ends_with('%');
    const char* end = text.data() + text.size() - (read.percent ? 1 : 0);
    const auto [stop, error] = std::from_chars(text.data(), end, read.amount, std::chars_format::fixed);
    const bool whole = text.find('.') == std::string_view::npos;
    const bool in_bounds = read.amount >= 0 && read.amount <= (read.percent ? 100 : 1e15);
    if (error != std::errc() || stop != end || !in_bounds || (!read.percent && !whole)) {
        return UsageError{line.subject(name) + " takes a number of records or a share from 0% to 100%, not " +
                              in_quotes(text),
                          std::string(text)};
    }
    limit = read;
    return std::nullopt;
}

Fault read_numbers(const CommandLine& line, IndexOptions& options) {
    std::uint64_t commit_every = 0;
    if (auto fault = read_number_option(line, "commit-every", kCommitBounds, commit_every)) return fault;
    if (commit_every != 0) options.commit_every = commit_every;
    if (auto fault = read_number_option(line, "lock-timeout", kTimeoutBounds, options.lock_timeout_seconds))
        return fault;
    if (auto fault = read_number_option(line, "jobs", kJobsBounds, options.jobs)) return fault;
    if (auto fault = read_number_option(line, "memory", kMemoryBounds, options.memory_mb)) return fault;
    if (auto fault = read_number_option(line, "keep-tombstones", kTombstoneBounds, options.tombstone_days))
        return fault;
    if (auto fault = read_number_option(line, "since", kGenerationBounds, options.since)) return fault;
    if (auto fault = read_limit(line, "max-rejects", options.max_rejects)) return fault;
    return read_limit(line, "max-delete", options.max_delete);
}

/// What the table of options cannot say: which need others, and which exclude others.
Fault check_together(const CommandLine& line, const IndexOptions& options) {
    const bool names_none = options.words.empty() && options.ids_file.empty() && options.query.empty();
    if (options.verb == IndexVerb::remove && names_none)
        return UsageError{"'delete' needs ids, --ids-from or --query", ""};
    if (options.verb == IndexVerb::changed && line.value("since").empty())
        return UsageError{"'changed' needs --since GENERATION", ""};
    // What was committed on the way could not be taken back where too much would be deleted.
    if (options.prune && options.commit_every)
        return UsageError{"'--prune' removes all or nothing at the end: not with '--commit-every'", ""};
    return std::nullopt;
}

Fault fill(const CommandLine& line, const Environment& environment, IndexOptions& options) {
    options.verb = enumerator<IndexVerb>(kVerbNames, line.verb);
    options.words = line.words;
    if (const std::string_view format = line.value("format"); !format.empty()) options.format = format;
    options.rejects_file = line.value("rejects");
    options.authors_file = line.value("authors");
    options.author_name = line.value("name");
    options.doubtful = line.flag("doubtful");
    options.strict = line.flag("strict");
    options.dry_run = line.flag("dry-run");
    options.prune = line.flag("prune");
    options.skip_unchanged = !line.flag("no-skip");
    options.on_duplicate = enumerator<DuplicateRule>(kDuplicateNames, line.value("on-duplicate"));
    options.ids_file = line.value("ids-from");
    options.query = line.value("query");
    options.no_compact = line.flag("no-compact");
    options.deep = line.flag("deep");
    options.salvage = line.flag("salvage");
    options.print = enumerator<PrintedForm>(kPrintNames, line.value("print"));
    options.progress = enumerator<ProgressStyle>(kProgressNames, line.value("progress"));
    options.acknowledge = line.flag("acknowledge");
    options.report = enumerator<ReportStyle>(kReportNames, line.value("report"));
    options.quiet = line.flag("quiet");
    if (auto fault = read_numbers(line, options)) return fault;
    if (auto fault = check_together(line, options)) return fault;
    options.database = database_path(line.value("db"), environment);
    if (options.database.empty()) return UsageError{"no index named: give --db DIR or set ANNOTA_DB", ""};
    return std::nullopt;
}

std::string limit_text(const RecordLimit& limit) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), limit.amount).ptr;
    return std::string(digits.data(), end) + (limit.percent ? "%" : "");
}

} // namespace

bool RecordLimit::exceeded(std::uint64_t count, std::uint64_t all) const {
    const auto number = static_cast<double>(count);
    return percent ? number * 100 > amount * static_cast<double>(all) : number > amount;
}

ParsedIndexOptions parse_index_options(const std::vector<std::string>& arguments, const Environment& environment) {
    const ParsedCommandLine parsed = parse_command_line(index_program(), arguments, environment);
    if (parsed.error) return *parsed.error;
    if (parsed.line.flag("version")) return VersionRequest{};
    if (auto information = requested_information(index_program(), parsed.line)) return *information;
    IndexOptions options;
    if (const Fault fault = fill(parsed.line, environment, options)) return *fault;
    return options;
}

ParsedIndexOptions parse_index_options(int argc, const char* const* argv) {
    return parse_index_options(arguments_of(argc, argv), process_environment());
}

std::string describe(const IndexOptions& options) {
    const IndexOptions usual;
    const auto name = [](const auto& names, auto value) { return names[static_cast<std::size_t>(value)]; };
    std::string out(name(kVerbNames, options.verb));
    for (const std::string& word : options.words) out.append(" ").append(word);
    out.append(" in ").append(options.database);
    const auto add = [&out](bool differs, std::string_view label, std::string_view text = "") {
        if (differs) out.append(", ").append(label).append(text.empty() ? "" : " ").append(text);
    };
    add(options.format != usual.format, "format", options.format);
    add(!options.rejects_file.empty(), "rejects", options.rejects_file);
    add(!options.authors_file.empty(), "authors", options.authors_file);
    add(!options.author_name.empty(), "name", options.author_name);
    add(options.doubtful, "doubtful");
    add(options.strict, "strict");
    if (options.max_rejects) add(true, "max-rejects", limit_text(*options.max_rejects));
    if (options.max_delete) add(true, "max-delete", limit_text(*options.max_delete));
    add(options.prune, "prune");
    add(!options.skip_unchanged, "no-skip");
    add(options.on_duplicate != usual.on_duplicate, "on-duplicate", name(kDuplicateNames, options.on_duplicate));
    add(options.tombstone_days != usual.tombstone_days, "keep-tombstones", std::to_string(options.tombstone_days));
    add(!options.ids_file.empty(), "ids-from", options.ids_file);
    add(!options.query.empty(), "query", options.query);
    add(options.since != usual.since, "since", std::to_string(options.since));
    add(options.dry_run, "dry-run");
    add(options.no_compact, "no-compact");
    add(options.deep, "deep");
    add(options.salvage, "salvage");
    add(options.print != usual.print, "print", name(kPrintNames, options.print));
    if (options.commit_every) add(true, "commit-every", std::to_string(*options.commit_every));
    add(options.lock_timeout_seconds != 0, "lock-timeout", std::to_string(options.lock_timeout_seconds));
    add(options.jobs != usual.jobs, "jobs", std::to_string(options.jobs));
    add(options.memory_mb != usual.memory_mb, "memory", std::to_string(options.memory_mb));
    add(options.progress != usual.progress, "progress", name(kProgressNames, options.progress));
    add(options.acknowledge, "acknowledge");
    add(options.report != usual.report, "report", name(kReportNames, options.report));
    add(options.quiet, "quiet");
    return out;
}

} // namespace annota
