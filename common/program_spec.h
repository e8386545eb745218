// SPDX-License-Identifier: GPL-2.0-or-later
//
// The description of a program's command line: one constexpr table a program, from which parsing, --help, the man page
// and the completions of shells are derived.

#pragma once

#include <span>
#include <string_view>

namespace annota {

/// A word that says what the program does: "add INPUT...".
struct VerbSpec {
    std::string_view name;
    std::string_view arguments; ///< "INPUT...": at least one; "[INPUT...]": any number; "": none.
    std::string_view help;      ///< Sentences, here as everywhere below.
};

struct OptionSpec {
    std::string_view name{}; ///< Long name without dashes.
    char short_name = 0;
    std::string_view argument{}; ///< Shown name of the value: "DIR". A flag has neither this nor choices.
    std::string_view choices{};  ///< "text|json": the only values, or, beside an `argument`, those that shells offer.
    std::string_view group{};    ///< Heading, in order of first appearance.
    std::string_view help{};
    std::string_view initial{};  ///< What holds without the option; shown.
    std::string_view implicit{}; ///< The value of "--name" alone; another then needs "--name=VALUE".
    std::string_view verbs{};    ///< Those that take it, with blanks between; "": all.
    std::string_view cancels{};  ///< The option that this one undoes: of two that stand together the later holds.
    bool repeatable = false;     ///< All values are kept; else the last.
    bool configurable = true;    ///< May stand in the configuration file.
    bool informs = false;        ///< Prints something instead of working: no verb and no words are needed.
    bool hidden = false;         ///< Parsed, but not shown.
};

struct HelpEntry {
    std::string_view term;
    std::string_view text;
};

/// A list at the end of help and man page: exit codes, environment, files, examples.
struct HelpSection {
    std::string_view title;
    std::span<const HelpEntry> entries;
};

/// Spans point into static tables.
struct ProgramSpec {
    std::string_view name;
    std::string_view purpose;                ///< One line, lower case, without a full stop.
    std::span<const std::string_view> usage; ///< Lines without the program's name.
    std::string_view description;
    std::span<const VerbSpec> verbs;
    std::span<const OptionSpec> options;
    std::span<const HelpSection> sections;
    bool dashed_words = false; ///< "-word" (one dash and more than one letter) is a word of a query, not an option.
};

/// nullptr where there is none of that name.
const VerbSpec* find_verb(const ProgramSpec& program, std::string_view name);
const OptionSpec* find_option(const ProgramSpec& program, std::string_view name);

/// Whether the option is of use with the verb; every option is with "", no verb.
bool takes_option(std::string_view verb, const OptionSpec& option);

bool is_flag(const OptionSpec& option);

/// The value as help shows it: "DIR", "text|json"; empty for a flag.
std::string_view shown_argument(const OptionSpec& option);

/// Whether only the listed choices are values.
bool has_closed_choices(const OptionSpec& option);

} // namespace annota
