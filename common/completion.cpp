// SPDX-License-Identifier: GPL-2.0-or-later
//
// zsh: one specification an option for _arguments. fish: one "complete" command an option. bash: see
// bash_completion.cpp.

#include "common/completion.h"

#include "common/word_list.h"

namespace annota {
namespace {

/// Characters with a meaning inside a specification of _arguments.
std::string zsh_escaped(std::string_view text, std::string_view special) {
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string joined_choices(std::string_view choices, std::string_view separator) {
    std::string out;
    for (const std::string_view choice : split(choices, '|')) out.append(out.empty() ? "" : separator).append(choice);
    return out;
}

std::string zsh_action(const OptionSpec& option) {
    if (has_closed_choices(option)) return "(" + joined_choices(option.choices, " ") + ")";
    if (!option.choices.empty()) {
        return "_values -s , " + zsh_escaped(option.argument, "[]:") + " " + joined_choices(option.choices, " ");
    }
    switch (argument_kind(option.argument)) {
    case ArgumentKind::folder: return "_directories";
    case ArgumentKind::file: return "_files";
    case ArgumentKind::other: return " ";
    }
    return {};
}

std::string zsh_specification(const OptionSpec& option) {
    const std::string name = "--" + std::string(option.name);
    const std::string equals = is_flag(option) ? "" : option.implicit.empty() ? "=" : "=-";
    std::string rest = equals + "[" + zsh_escaped(first_sentence(option.help), "[]:\\") + "]";
    if (!is_flag(option)) {
        const std::string message =
            has_closed_choices(option) ? std::string(option.name) : std::string(option.argument);
        rest +=
            std::string(option.implicit.empty() ? ":" : "::") + zsh_escaped(message, ":") + ":" + zsh_action(option);
    }
    if (option.short_name == 0) return single_quoted((option.repeatable ? "*" : "") + name + rest);
    const std::string letter = std::string("-") + option.short_name;
    return single_quoted("(" + letter + " " + name + ")") + "{" + letter + "," + name + "}" + single_quoted(rest);
}

std::string zsh_verbs(const ProgramSpec& program) {
    std::string out;
    for (const VerbSpec& verb : program.verbs) {
        const std::string help = zsh_escaped(first_sentence(verb.help), ":\\\"()[]");
        out.append(out.empty() ? "" : " ").append(verb.name).append("\\:\"").append(help).append("\"");
    }
    return out;
}

bool any_verb_takes_files(const ProgramSpec& program) {
    for (const VerbSpec& verb : program.verbs) {
        if (argument_kind(verb.arguments) == ArgumentKind::file) return true;
    }
    return false;
}

} // namespace

ArgumentKind argument_kind(std::string_view argument) {
    if (argument == "DIR") return ArgumentKind::folder;
    if (argument == "FILE" || argument.find("INPUT") != std::string_view::npos) return ArgumentKind::file;
    return ArgumentKind::other;
}

std::string_view first_sentence(std::string_view help) {
    for (std::size_t at = help.find(". "); at != std::string_view::npos; at = help.find(". ", at + 1)) {
        const char next = at + 2 < help.size() ? help[at + 2] : ' ';
        if ((next >= 'A' && next <= 'Z') || next == '-') return help.substr(0, at);
    }
    if (help.ends_with('.') && !help.ends_with("...")) help.remove_suffix(1);
    return help;
}

std::string single_quoted(std::string_view text, bool fish) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += fish ? "\\'" : "'\\''";
        } else if (c == '\\' && fish) {
            out += "\\\\";
        } else {
            out += c;
        }
    }
    return out + "'";
}

std::string zsh_completion(const ProgramSpec& program) {
    std::string out = "#compdef " + std::string(program.name) + "\n\n_arguments -S : \\\n";
    for (const OptionSpec& option : program.options) {
        if (!option.hidden) out += "    " + zsh_specification(option) + " \\\n";
    }
    if (!program.verbs.empty()) {
        out += "    " + single_quoted("1:verb:((" + zsh_verbs(program) + "))") + " \\\n";
    }
    return out + (any_verb_takes_files(program) ? "    '*:input:_files'\n" : "    '*:words: '\n");
}

std::string fish_completion(const ProgramSpec& program) {
    const std::string start = "complete -c " + std::string(program.name);
    std::string out = start + " -f\n";
    for (const VerbSpec& verb : program.verbs) {
        out += start + " -n __fish_use_subcommand -a " + std::string(verb.name) + " -d " +
               single_quoted(first_sentence(verb.help), true) + "\n";
        if (argument_kind(verb.arguments) == ArgumentKind::file) {
            out += start + " -n '__fish_seen_subcommand_from " + std::string(verb.name) + "' -F\n";
        }
    }
    for (const OptionSpec& option : program.options) {
        if (option.hidden) continue;
        out += start;
        if (!option.verbs.empty()) out += " -n '__fish_seen_subcommand_from " + std::string(option.verbs) + "'";
        out += " -l " + std::string(option.name);
        if (option.short_name != 0) out += std::string(" -s ") + option.short_name;
        const bool path = argument_kind(option.argument) != ArgumentKind::other;
        if (!option.implicit.empty()) {
            out += " -f";
        } else if (!is_flag(option)) {
            out += path ? " -r -F" : " -x";
        }
        if (!option.choices.empty()) out += " -a " + single_quoted(joined_choices(option.choices, " "), true);
        out += " -d " + single_quoted(first_sentence(option.help), true) + "\n";
    }
    return out;
}

} // namespace annota
