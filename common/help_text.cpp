// SPDX-License-Identifier: GPL-2.0-or-later
//
// Two columns: terms, and from kHelpColumn on their explanations, wrapped at kWidth. A long term has a line of its own.

#include "common/help_text.h"

#include "common/utf8.h"
#include "common/word_list.h"

#include <algorithm>

namespace annota {
namespace {

constexpr std::size_t kWidth = 80; // columns
constexpr std::size_t kHelpColumn = 26;
constexpr std::size_t kTermIndent = 2;

/// Appends `text` wrapped; the cursor stands at `column`, further lines begin at `indent`.
void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent) {
    bool at_start = true;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t width = count_code_points(word);
        if (!at_start && column + 1 + width > kWidth) {
            out.append("\n").append(indent, ' ');
            column = indent;
            at_start = true;
        }
        if (!at_start) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width;
        at_start = false;
    }
    out += '\n';
}

void append_entry(std::string& out, std::string_view term, std::string_view help) {
    out.append(kTermIndent, ' ').append(term);
    std::size_t column = kTermIndent + count_code_points(term);
    if (column + 2 > kHelpColumn) {
        out += '\n';
        column = 0;
    }
    out.append(kHelpColumn - column, ' ');
    append_wrapped(out, help, kHelpColumn, kHelpColumn);
}

std::string option_term(const OptionSpec& option) {
    std::string term = option.short_name != 0 ? std::string("-") + option.short_name + ", " : "    ";
    term.append("--").append(option.name);
    const std::string argument(shown_argument(option));
    if (argument.empty()) return term;
    return option.implicit.empty() ? term + " " + argument : term + "[=" + argument + "]";
}

void append_usage(std::string& out, const ProgramSpec& program, std::string_view verb) {
    out += "Usage:\n";
    for (const std::string_view line : program.usage) {
        if (!verb.empty() && split(line, ' ').front() != verb) continue;
        out.append(kTermIndent, ' ').append(program.name).append(" ");
        append_wrapped(out, line, kTermIndent + program.name.size() + 1, kTermIndent + 4);
    }
    out += '\n';
}

void append_options(std::string& out, const ProgramSpec& program, std::string_view verb) {
    for (const std::string_view group : option_groups(program, verb)) {
        out.append("\n").append(group).append(":\n");
        for (const OptionSpec& option : program.options) {
            if (option.group == group && !option.hidden && takes_option(verb, option)) {
                append_entry(out, option_term(option), full_help(option));
            }
        }
    }
}

std::string verb_help(const ProgramSpec& program, const VerbSpec& verb) {
    std::string out;
    append_usage(out, program, verb.name);
    append_wrapped(out, verb.help, 0, 0);
    append_options(out, program, verb.name);
    out.append("\nExit codes, environment and files: ").append(program.name).append(" --help\n");
    return out;
}

} // namespace

std::vector<std::string_view> option_groups(const ProgramSpec& program, std::string_view verb) {
    std::vector<std::string_view> groups;
    for (const OptionSpec& option : program.options) {
        if (option.hidden || !takes_option(verb, option)) continue;
        if (std::ranges::count(groups, option.group) == 0) groups.push_back(option.group);
    }
    return groups;
}

std::string full_help(const OptionSpec& option) {
    std::string notes = option.repeatable ? "repeatable" : "";
    if (!option.initial.empty()) {
        notes.append(notes.empty() ? "" : "; ").append("default: ").append(option.initial);
    }
    return std::string(option.help) + (notes.empty() ? "" : " (" + notes + ")");
}

std::string help_text(const ProgramSpec& program, std::string_view verb) {
    if (const VerbSpec* spec = find_verb(program, verb)) return verb_help(program, *spec);
    std::string out = std::string(program.name) + ": " + std::string(program.purpose) + "\n\n";
    append_usage(out, program, "");
    append_wrapped(out, program.description, 0, 0);
    if (!program.verbs.empty()) out += "\nVerbs:\n";
    for (const VerbSpec& row : program.verbs) {
        append_entry(out, std::string(row.name) + (row.arguments.empty() ? "" : " ") + std::string(row.arguments),
                     row.help);
    }
    append_options(out, program, "");
    for (const HelpSection& section : program.sections) {
        out.append("\n").append(section.title).append(":\n");
        for (const HelpEntry& entry : section.entries) append_entry(out, entry.term, entry.text);
    }
    return out;
}

} // namespace annota
