// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/program_spec.h"

#include "common/word_list.h"

#include <algorithm>

namespace annota {

const VerbSpec* find_verb(const ProgramSpec& program, std::string_view name) {
    const auto found = std::ranges::find(program.verbs, name, &VerbSpec::name);
    return found == program.verbs.end() ? nullptr : &*found;
}

const OptionSpec* find_option(const ProgramSpec& program, std::string_view name) {
    const auto found = std::ranges::find(program.options, name, &OptionSpec::name);
    return found == program.options.end() ? nullptr : &*found;
}

bool takes_option(std::string_view verb, const OptionSpec& option) {
    if (verb.empty() || option.verbs.empty()) return true;
    return std::ranges::count(split(option.verbs, ' '), verb) > 0;
}

bool is_flag(const OptionSpec& option) {
    return option.argument.empty() && option.choices.empty();
}

std::string_view shown_argument(const OptionSpec& option) {
    return option.argument.empty() ? option.choices : option.argument;
}

bool has_closed_choices(const OptionSpec& option) {
    return option.argument.empty() && !option.choices.empty();
}

} // namespace annota
