// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables with one row of every kind: a program with verbs, and one that takes a query.

#pragma once

#include "common/program_spec.h"

#include <array>

namespace annota::test {

inline constexpr std::array<std::string_view, 2> kSampleUsage{"mow [OPTION...] LAWN...", "rest"};

inline constexpr std::array kSampleVerbs{
    VerbSpec{"mow", "LAWN...", "Cuts grass. It may be wet."},
    VerbSpec{"rest", "", "Does nothing."},
};

inline constexpr std::array kSampleOptions{
    OptionSpec{
        .name = "height", .argument = "CM", .group = "Blade", .help = "How short.", .initial = "4", .verbs = "mow"},
    OptionSpec{.name = "pattern", .choices = "rows|rings", .group = "Blade", .help = "The way to go.", .verbs = "mow"},
    OptionSpec{.name = "noise", .choices = "low|high", .group = "Engine", .help = "How loud.", .implicit = "high"},
    OptionSpec{.name = "spare",
               .argument = "TREE,...",
               .choices = "oak|elm",
               .group = "Blade",
               .help = "Goes round, e.g. a tree. Not over it.",
               .cancels = "spare-none",
               .repeatable = true},
    OptionSpec{.name = "spare-none", .group = "Blade", .help = "Goes straight."},
    OptionSpec{.name = "map", .argument = "FILE", .group = "Engine", .help = "It's where 'lawns' are: \\path [x] `y`."},
    OptionSpec{.name = "shed", .argument = "DIR", .group = "Engine", .help = "Home."},
    OptionSpec{.name = "config", .argument = "FILE", .group = "General", .help = "Settings.", .configurable = false},
    OptionSpec{
        .name = "help", .short_name = 'h', .group = "General", .help = "This.", .configurable = false, .informs = true},
    OptionSpec{.name = "version", .group = "General", .help = "Shows it.", .configurable = false, .informs = true},
    OptionSpec{.name = "secret", .group = "General", .help = "Shows nothing.", .informs = true, .hidden = true},
};

inline constexpr std::array kSampleEntries{HelpEntry{"mower mow", ".starts with a dot — Ёлка и трава."}};
inline constexpr std::array kSampleSections{HelpSection{"Examples", kSampleEntries}};

inline constexpr ProgramSpec kMower{.name = "mower",
                                    .purpose = "cuts grass",
                                    .usage = kSampleUsage,
                                    .description = "A program that cuts grass.",
                                    .verbs = kSampleVerbs,
                                    .options = kSampleOptions,
                                    .sections = kSampleSections};

inline constexpr ProgramSpec kFinder{.name = "finder",
                                     .purpose = "finds grass",
                                     .usage = {},
                                     .description = "A program that finds grass.",
                                     .verbs = {},
                                     .options = kSampleOptions,
                                     .sections = {},
                                     .dashed_words = true};

} // namespace annota::test
