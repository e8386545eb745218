// SPDX-License-Identifier: GPL-2.0-or-later
//
// Written options become settled ones: first the command line in its order, then the configuration file where the
// command line is silent. Of an option and the one that undoes it the later holds, and the command line over the file.

#include "common/command_line.h"

#include "common/option_syntax.h"
#include "common/option_value.h"
#include "common/word_list.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace annota {
namespace {

/// The option that undoes this one, or is undone by it; nullptr where there is none.
const OptionSpec* opposite_of(const ProgramSpec& program, const OptionSpec& option) {
    if (!option.cancels.empty()) return find_option(program, option.cancels);
    const auto found = std::ranges::find(program.options, option.name, &OptionSpec::cancels);
    return found == program.options.end() ? nullptr : &*found;
}

void apply(const ProgramSpec& program, const WrittenOption& written, bool configured, CommandLine& line) {
    if (const OptionSpec* opposite = opposite_of(program, *written.option)) {
        const auto undone = line.options.find(opposite->name);
        if (undone != line.options.end()) {
            if (configured && !undone->second.configured) return;
            line.options.erase(undone);
        }
    }
    OptionValues& kept = line.options[std::string(written.option->name)];
    if (configured && !kept.values.empty() && !kept.configured) return;
    if (!written.option->repeatable) kept.values.clear();
    kept.values.push_back(written.value);
    kept.configured = configured;
}

/// The user's own file; empty where there is none.
std::string default_configuration(const ProgramSpec& program, const Environment& environment) {
    const std::string folder = xdg_folder(environment, "XDG_CONFIG_HOME", ".config");
    if (folder.empty()) return {};
    std::string path = folder + "/annota/" + std::string(program.name) + ".conf";
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? path : std::string();
}

/// A path in a file has not been through the shell.
void expand_home(WrittenOption& written, const Environment& environment) {
    const bool is_path = written.option->argument == "DIR" || written.option->argument == "FILE";
    if (is_path && written.value.starts_with("~/")) {
        written.value.replace(0, 1, variable(environment, "HOME"));
    }
}

std::optional<UsageError> read_configuration(const ProgramSpec& program, const Environment& environment,
                                             CommandLine& line) {
    const std::string stated(line.value("config"));
    const std::string path = stated.empty() ? default_configuration(program, environment) : stated;
    if (path.empty()) return std::nullopt;
    std::error_code fault;
    if (std::filesystem::is_directory(path, fault)) return UsageError{path + ": a folder, not a file", path};
    std::ifstream file(path);
    if (!file) return UsageError{path + ": cannot be read: " + std::strerror(errno), path};
    line.configuration_file = path;
    WrittenLine written = split_configuration(program, file);
    for (WrittenOption& option : written.options) {
        if (!takes_option(line.verb, *option.option)) continue;
        expand_home(option, environment);
        apply(program, option, true, line);
    }
    if (written.error) written.error->message.insert(0, path + ": ");
    return written.error;
}

std::vector<std::string_view> verb_names(const ProgramSpec& program) {
    std::vector<std::string_view> names;
    for (const VerbSpec& verb : program.verbs) names.push_back(verb.name);
    return names;
}

/// Takes the verb off the words and counts the rest.
std::optional<UsageError> read_verb(const ProgramSpec& program, CommandLine& line) {
    const std::vector<std::string_view> names = verb_names(program);
    if (line.words.empty()) return UsageError{"no verb given: " + enumerate(names, "or"), ""};
    const std::string name = line.words.front();
    const VerbSpec* verb = find_verb(program, name);
    if (verb == nullptr) return UsageError{"unknown verb " + in_quotes(name) + did_you_mean(name, names), name};
    line.words.erase(line.words.begin());
    line.verb = name;
    if (verb->arguments.empty() && !line.words.empty()) {
        return UsageError{"'" + name + "' takes no arguments, not " + in_quotes(line.words.front()),
                          line.words.front()};
    }
    const bool needs_words = !verb->arguments.empty() && !verb->arguments.starts_with('[');
    if (needs_words && line.words.empty()) {
        return UsageError{"'" + name + "' needs an argument: " + name + " " + std::string(verb->arguments), ""};
    }
    return std::nullopt;
}

std::optional<UsageError> check_verb_options(const ProgramSpec& program, const CommandLine& line) {
    for (const OptionSpec& option : program.options) {
        if (!line.options.contains(option.name) || takes_option(line.verb, option)) continue;
        return UsageError{"option '--" + std::string(option.name) + "' is for '" +
                              enumerate(split(option.verbs, ' '), "and") + "', not for '" + line.verb + "'",
                          "--" + std::string(option.name)};
    }
    return std::nullopt;
}

std::optional<UsageError> check_choices(const ProgramSpec& program, const CommandLine& line) {
    for (const auto& [name, given] : line.options) {
        const OptionSpec* option = find_option(program, name);
        for (const std::string& value : given.values) {
            if (value.empty()) return UsageError{missing_value_message(*option), "--" + name};
            if (!has_closed_choices(*option)) continue;
            if (const Complaint complaint = check_choice(value, split(option->choices, '|'))) {
                return UsageError{line.subject(name) + " " + *complaint, value};
            }
        }
    }
    return std::nullopt;
}

/// Whether the arguments ask for what always works, however wrong the rest is.
bool asks_for(const std::vector<std::string>& arguments, std::initializer_list<std::string_view> spellings) {
    const auto end = std::ranges::find(arguments, "--");
    return std::any_of(arguments.begin(), end,
                       [&](const std::string& argument) { return std::ranges::count(spellings, argument) > 0; });
}

std::optional<UsageError> settle(const ProgramSpec& program, const Environment& environment, CommandLine& line) {
    const bool informs = std::ranges::any_of(program.options, [&](const OptionSpec& option) {
        return option.informs && line.options.contains(option.name);
    });
    if (!program.verbs.empty() && !informs) {
        if (auto error = read_verb(program, line)) return error;
        if (auto error = check_verb_options(program, line)) return error;
    }
    if (auto error = check_choices(program, line)) return error;
    if (informs) return std::nullopt;
    if (auto error = read_configuration(program, environment, line)) return error;
    return check_choices(program, line);
}

} // namespace

std::string_view CommandLine::value(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::string_view() : std::string_view(found->second.values.back());
}

std::vector<std::string> CommandLine::values(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::vector<std::string>() : found->second.values;
}

bool CommandLine::flag(std::string_view name) const {
    return value(name) == "true";
}

bool CommandLine::typed(std::string_view name) const {
    const auto found = options.find(name);
    return found != options.end() && !found->second.configured;
}

std::string CommandLine::subject(std::string_view name) const {
    const bool from_file = options.contains(name) && !typed(name);
    const std::string quoted = "'" + std::string(from_file ? "" : "--").append(name) + "'";
    return (from_file ? configuration_file + ": option " : "option ") + quoted;
}

ParsedCommandLine parse_command_line(const ProgramSpec& program, const std::vector<std::string>& arguments,
                                     const Environment& environment) {
    ParsedCommandLine parsed;
    WrittenLine written = split_arguments(program, arguments);
    parsed.line.words = std::move(written.words);
    for (const WrittenOption& option : written.options) apply(program, option, false, parsed.line);
    if (asks_for(arguments, {"-h", "--help"})) {
        parsed.line.options["help"] = {{"true"}, false};
        // Help is about the verb where there is one.
        if (!program.verbs.empty()) static_cast<void>(read_verb(program, parsed.line));
        return parsed;
    }
    if (asks_for(arguments, {"--version"})) {
        parsed.line.options["version"] = {{"true"}, false};
        return parsed;
    }
    parsed.error = written.error ? written.error : settle(program, environment, parsed.line);
    return parsed;
}

std::vector<std::string> arguments_of(int argc, const char* const* argv) {
    return argc > 1 ? std::vector<std::string>(argv + 1, argv + argc) : std::vector<std::string>();
}

std::optional<UsageError> read_number_option(const CommandLine& line, std::string_view name, NumberBounds bounds,
                                             std::uint64_t& number) {
    const std::string_view text = line.value(name);
    if (text.empty()) return std::nullopt;
    const Complaint complaint = read_number(text, bounds, number);
    if (!complaint) return std::nullopt;
    return UsageError{line.subject(name) + " " + *complaint, std::string(text)};
}

} // namespace annota
