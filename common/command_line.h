// SPDX-License-Identifier: GPL-2.0-or-later
//
// The arguments and the configuration file of a program taken apart after its table, into plain text values.
//
// Long options are GNU style: "--name value", "--name=value"; names are not abbreviated. Options and words may be
// mixed;
// "--" ends the options. A value that is itself the name of an option is taken for a forgotten value; "--name=--other"
// says that it is meant.

#pragma once

#include "common/environment.h"
#include "common/option_value.h"
#include "common/program_spec.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// A wrong command line or configuration file.
struct UsageError {
    std::string message;  ///< One sentence without a full stop, without the program's name.
    std::string fragment; ///< The argument that it is about; empty where one is missing.
};

struct OptionValues {
    std::vector<std::string> values; ///< In order; never empty. "true" or "false" for a flag.
    bool configured = false;         ///< From the configuration file, which holds where the command line is silent.
};

struct CommandLine {
    std::string verb;               ///< Empty for programs without verbs.
    std::vector<std::string> words; ///< What is no option, without the verb.
    std::map<std::string, OptionValues, std::less<>> options;
    std::string configuration_file; ///< Empty: none was read.

    /// The last value; empty where the option was not given.
    std::string_view value(std::string_view name) const;
    /// All values.
    std::vector<std::string> values(std::string_view name) const;
    bool flag(std::string_view name) const;
    /// Whether the option stands on the command line itself.
    bool typed(std::string_view name) const;
    /// The subject of a message about the option's value: "option '--limit'", or "FILE: option 'limit'".
    std::string subject(std::string_view name) const;
};

struct ParsedCommandLine {
    CommandLine line; ///< As far as it could be read.
    std::optional<UsageError> error;
};

/// `arguments` without the program's own name. Reads the file named by --config, else
/// $XDG_CONFIG_HOME/annota/PROGRAM.conf where it exists; touches nothing else. Checks names, verbs, the number of words
/// and closed choices. Where --help or --version is asked for, nothing is an error.
ParsedCommandLine parse_command_line(const ProgramSpec& program, const std::vector<std::string>& arguments,
                                     const Environment& environment);

/// The arguments of main() without the program's name.
std::vector<std::string> arguments_of(int argc, const char* const* argv);

/// Reads a number that an option gives; without one `number` stays.
std::optional<UsageError> read_number_option(const CommandLine& line, std::string_view name, NumberBounds bounds,
                                             std::uint64_t& number);

inline constexpr NumberBounds kJobsBounds{1, 256};

} // namespace annota
