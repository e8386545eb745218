// SPDX-License-Identifier: GPL-2.0-or-later
//
// A function that needs bash alone, not the bash-completion package. Bash breaks words at "=": "--name=va" arrives as
// "--name", "=", "va"; `previous` is then "--name=", which tells it from "--name va".

#include "common/completion.h"

#include "common/word_list.h"

#include <algorithm>

namespace annota {
namespace {

constexpr std::string_view kOpening = R"(() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    local verb='' words_only='' index
    COMPREPLY=()
    if [[ $current == '=' ]]; then
        current=''
        previous+='='
    elif [[ $previous == '=' ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}'='
    fi
    for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
)";

std::string joined(std::string_view choices) {
    std::string words(choices);
    std::ranges::replace(words, '|', ' ');
    return words;
}

std::string path_command(ArgumentKind kind) {
    const std::string letter = kind == ArgumentKind::folder ? "-d" : "-f";
    return "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen " + letter + " -- \"$current\")";
}

std::string word_command(std::string_view words) {
    return "mapfile -t COMPREPLY < <(compgen -W '" + std::string(words) + "' -- \"$current\")";
}

/// Completes the last of several names with commas between.
std::string list_command(std::string_view choices) {
    return "[[ $current == *,* ]] && index=${current%,*}, || index=''; "
           "mapfile -t COMPREPLY < <(compgen -P \"$index\" -W '" +
           joined(choices) + "' -- \"${current##*,}\")";
}

std::string value_command(const OptionSpec& option) {
    if (has_closed_choices(option)) return word_command(joined(option.choices));
    if (!option.choices.empty()) return list_command(option.choices);
    const ArgumentKind kind = argument_kind(option.argument);
    return kind == ArgumentKind::other ? ":" : path_command(kind);
}

void append_values(std::string& out, const ProgramSpec& program) {
    out += "    case $previous in\n";
    for (const OptionSpec& option : program.options) {
        if (option.hidden || is_flag(option)) continue;
        const std::string name = "--" + std::string(option.name);
        out.append("        ").append(option.implicit.empty() ? name + "|" : "").append(name).append("=) ");
        out.append(value_command(option)).append("; return ;;\n");
    }
    out += "    esac\n";
}

std::string option_words(const ProgramSpec& program, std::string_view verb) {
    std::string words;
    for (const OptionSpec& option : program.options) {
        if (option.hidden || !takes_option(verb, option)) continue;
        words.append(words.empty() ? "--" : " --").append(option.name);
        if (option.short_name != 0) words.append(" -").push_back(option.short_name);
    }
    return words;
}

void append_options(std::string& out, const ProgramSpec& program) {
    out += "    if [[ $current == -* && -z $words_only ]]; then\n        case $verb in\n";
    for (const VerbSpec& verb : program.verbs) {
        out +=
            "            " + std::string(verb.name) + ") " + word_command(option_words(program, verb.name)) + " ;;\n";
    }
    out += "            *) " + word_command(option_words(program, "")) + " ;;\n        esac\n        return\n    fi\n";
}

void append_words(std::string& out, const ProgramSpec& program) {
    if (program.verbs.empty()) return;
    std::string names;
    out += "    case $verb in\n";
    for (const VerbSpec& verb : program.verbs) {
        names.append(names.empty() ? "" : " ").append(verb.name);
        const ArgumentKind kind = argument_kind(verb.arguments);
        if (kind != ArgumentKind::other)
            out += "        " + std::string(verb.name) + ") " + path_command(kind) + " ;;\n";
    }
    out += "        '') " + word_command(names) + " ;;\n    esac\n";
}

} // namespace

std::string bash_completion(const ProgramSpec& program) {
    std::string function = "_" + std::string(program.name);
    std::ranges::replace(function, '-', '_');
    std::string out = "# bash completion for " + std::string(program.name) + "\n\n" + function + std::string(kOpening);
    for (const VerbSpec& verb : program.verbs) {
        out += "            " + std::string(verb.name) + ") [[ -n $verb ]] || verb=" + std::string(verb.name) + " ;;\n";
    }
    out += "            --) words_only=yes ;;\n        esac\n    done\n";
    append_values(out, program);
    append_options(out, program);
    append_words(out, program);
    return out + "}\n\ncomplete -F " + function + " " + std::string(program.name) + "\n";
}

} // namespace annota
