// SPDX-License-Identifier: GPL-2.0-or-later
//
// What programs print about themselves instead of working, and the options for it, alike in all of them.

#pragma once

#include "common/command_line.h"
#include "common/program_spec.h"

#include <optional>
#include <string>

namespace annota {

inline constexpr OptionSpec kHelpOption{.name = "help",
                                        .short_name = 'h',
                                        .group = "General",
                                        .help = "Shows this help; after a verb, the help of the verb.",
                                        .configurable = false,
                                        .informs = true};

inline constexpr OptionSpec kVersionOption{
    .name = "version",
    .group = "General",
    .help = "Shows the versions of the program, of its libraries, of the index schema and of the analyzer.",
    .configurable = false,
    .informs = true};

inline constexpr OptionSpec kGenerateOption{.name = "generate",
                                            .choices = "man|bash|zsh|fish",
                                            .group = "General",
                                            .help = "Prints the man page or the completion script of a shell.",
                                            .configurable = false,
                                            .informs = true,
                                            .hidden = true};

inline constexpr OptionSpec kConfigOption{
    .name = "config",
    .argument = "FILE",
    .group = "General",
    .help = "Reads options from this file, one \"name = value\" a line, instead of the user's own. What stands on the "
            "command line comes first.",
    .initial = "PROGRAM.conf in the user's configuration folder",
    .configurable = false};

/// A text to print and be done.
struct Information {
    std::string text;
};

/// The version was asked for; the text needs what only the program knows (version.h).
struct VersionRequest {};

/// What --help or --generate ask for; nullopt where neither was given.
std::optional<Information> requested_information(const ProgramSpec& program, const CommandLine& line);

} // namespace annota
