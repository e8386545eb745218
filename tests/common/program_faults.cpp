// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/common/program_faults.h"

#include "common/completion.h"
#include "common/help_text.h"
#include "common/utf8.h"
#include "common/word_list.h"
#include "tests/common/shell.h"

#include <algorithm>

namespace annota::test {
namespace {

using Faults = std::vector<std::string>;

bool is_sentence(std::string_view help) {
    return !help.empty() && (help.ends_with('.') || help.ends_with("...")) && help.find("  ") == std::string_view::npos;
}

void check_option(const ProgramSpec& program, const OptionSpec& option, Faults& faults) {
    const std::string name(option.name);
    const auto check = [&](bool holds, const std::string& fault) {
        if (!holds) faults.push_back("--" + name + ": " + fault);
    };
    check(std::ranges::count(program.options, option.name, &OptionSpec::name) == 1, "stands twice");
    check(is_sentence(option.help), "help is no sentence");
    check(!option.group.empty(), "no group");
    check(option.cancels.empty() || find_option(program, option.cancels) != nullptr, "cancels no option");
    for (const std::string_view verb : split(option.verbs, ' ')) {
        check(option.verbs.empty() || find_verb(program, verb) != nullptr, "no verb " + std::string(verb));
    }
    if (!has_closed_choices(option)) return;
    const auto choices = split(option.choices, '|');
    const std::string_view initial = option.initial.substr(0, option.initial.find(';'));
    check(initial.empty() || std::ranges::count(choices, initial) == 1, "initial value is no choice");
    check(option.implicit.empty() || std::ranges::count(choices, option.implicit) == 1, "implicit value is no choice");
}

/// The words of a text that begin with "--", cut at the first character that no name has.
std::vector<std::string> written_options(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at + 2)) {
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 2);
        names.push_back(text.substr(at + 2, end == std::string::npos ? end : end - at - 2));
    }
    return names;
}

void check_options(const ProgramSpec& program, const std::string& label, const std::string& text, Faults& faults) {
    const std::vector<std::string> written = written_options(text);
    for (const OptionSpec& option : program.options) {
        const bool shown = std::ranges::count(written, option.name) > 0;
        if (shown == option.hidden) faults.emplace_back(label).append(": --").append(option.name);
    }
    for (const std::string& name : written) {
        if (name.empty() || find_option(program, name) != nullptr) continue;
        faults.emplace_back(label).append(": no option --").append(name);
    }
}

std::string without_roff(std::string text) {
    for (std::size_t at = text.find("\\-"); at != std::string::npos; at = text.find("\\-", at)) text.erase(at, 1);
    return text;
}

void check_tool(const std::string& tool, const std::string& command, Faults& faults) {
    if (!has_command(tool)) return;
    const ShellResult result = run_shell(command);
    if (result.code != 0 || !result.output.empty()) faults.push_back(command + ": " + result.output);
}

} // namespace

Faults table_faults(const ProgramSpec& program) {
    Faults faults;
    for (const OptionSpec& option : program.options) check_option(program, option, faults);
    for (const VerbSpec& verb : program.verbs) {
        if (!is_sentence(verb.help)) faults.push_back(std::string(verb.name) + ": help is no sentence");
    }
    return faults;
}

Faults text_faults(const ProgramSpec& program) {
    Faults faults;
    const std::string help = help_text(program);
    check_options(program, "help", help, faults);
    check_options(program, "man", without_roff(man_page(program, "1.0")), faults);
    check_options(program, "bash", bash_completion(program), faults);
    check_options(program, "zsh", zsh_completion(program), faults);
    for (const OptionSpec& option : program.options) {
        const std::string in_fish = " -l " + std::string(option.name) + " ";
        const bool shown = fish_completion(program).find(in_fish) != std::string::npos;
        if (shown == option.hidden) faults.push_back("fish: --" + std::string(option.name));
    }
    for (const VerbSpec& verb : program.verbs) {
        const std::string row = "\n  " + std::string(verb.name) + " ";
        if (help.find(row) == std::string::npos) faults.push_back("help: " + std::string(verb.name));
    }
    for (const std::string_view line : split(help, '\n')) {
        if (count_code_points(line) > 80) faults.push_back("too long: " + std::string(line));
    }
    return faults;
}

Faults tool_faults(const ProgramSpec& program) {
    Faults faults;
    const TemporaryFolder folder;
    const std::string man = folder.write("page.1", man_page(program, "1.0"));
    check_tool("groff", "groff -ww -mandoc -Tutf8 -z " + man, faults);
    check_tool("man", "LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z " + man + " > " + folder.path("page"),
               faults);
    check_tool("bash", "bash -n " + folder.write("bash", bash_completion(program)), faults);
    check_tool("zsh", "zsh -n " + folder.write("zsh", zsh_completion(program)), faults);
    check_tool("fish", "fish -n " + folder.write("fish", fish_completion(program)), faults);
    return faults;
}

} // namespace annota::test
