// SPDX-License-Identifier: GPL-2.0-or-later
//
// Boost.ProgramOptions does the splitting. Its own storage and messages are not used: unknown options come through as
// such, so that the message can name the one that was meant, and values stay text. Two things are decided before it
// looks at an argument: dashed words of a query, and "--name" alone where the value is implicit (Boost would take the
// next word for the value).

#include "common/option_syntax.h"

#include "common/option_value.h"
#include "common/utf8.h"

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>

#include <algorithm>

namespace annota {
namespace {

namespace po = boost::program_options;

po::options_description describe(const ProgramSpec& program) {
    po::options_description description;
    for (const OptionSpec& option : program.options) {
        std::string names(option.name);
        if (option.short_name != 0) names.append(",").push_back(option.short_name);
        // The description owns its semantics, by the library's interface.
        description.add_options()(names.c_str(), new po::untyped_value(is_flag(option)));
    }
    return description;
}

bool is_dashed_word(std::string_view argument) {
    return argument.starts_with('-') && !argument.starts_with("--") && count_code_points(argument) > 2;
}

/// What Boost should not judge; takes the first of `arguments` off where it applies.
std::vector<po::option> split_ahead(const ProgramSpec& program, std::vector<std::string>& arguments) {
    const std::string argument = arguments.front();
    po::option written;
    if (program.dashed_words && is_dashed_word(argument)) {
        written.value.push_back(argument);
    } else {
        const OptionSpec* option = argument.starts_with("--") ? find_option(program, argument.substr(2)) : nullptr;
        if (option == nullptr || option->implicit.empty()) return {};
        written.string_key = option->name;
        written.value.emplace_back(option->implicit);
    }
    written.original_tokens.push_back(argument);
    arguments.erase(arguments.begin());
    return {written};
}

std::vector<std::string_view> shown_names(const ProgramSpec& program) {
    std::vector<std::string_view> names;
    for (const OptionSpec& option : program.options) {
        if (!option.hidden) names.push_back(option.name);
    }
    return names;
}

UsageError unknown_option(const ProgramSpec& program, std::string_view argument) {
    const std::string_view written = argument.substr(0, argument.find('='));
    const std::string_view name = written.substr(std::min(written.find_first_not_of('-'), written.size()));
    std::string message = "unknown option " + in_quotes(written);
    if (count_code_points(name) > 1) {
        message += did_you_mean(name, shown_names(program), "--");
    } else if (program.dashed_words) {
        message += "; put it after '--' to search for it";
    }
    return {message, std::string(argument)};
}

/// Whether the value came as an argument of its own that is an option: then the value was forgotten.
bool lacks_value(const ProgramSpec& program, const po::option& written) {
    if (written.original_tokens.size() < 2) return false;
    const std::string_view next = written.original_tokens[1];
    return next.starts_with("--") && find_option(program, next.substr(2, next.find('=') - 2)) != nullptr;
}

void keep_first(std::optional<UsageError>& error, UsageError next) {
    if (!error) error = std::move(next);
}

WrittenLine read_arguments(const ProgramSpec& program, const std::vector<po::option>& parts) {
    WrittenLine line;
    for (const po::option& part : parts) {
        const bool nameless = part.string_key.empty() && part.original_tokens != part.value; // "--=value"
        if (part.unregistered || nameless) {
            keep_first(line.error, unknown_option(program, part.original_tokens.front()));
        } else if (part.string_key.empty()) {
            line.words.insert(line.words.end(), part.value.begin(), part.value.end());
        } else if (const OptionSpec* option = find_option(program, part.string_key)) {
            if (lacks_value(program, part))
                keep_first(line.error, {missing_value_message(*option), part.original_tokens.front()});
            line.options.push_back({option, part.value.empty() ? "true" : part.value.front()});
        }
    }
    return line;
}

UsageError translate(const ProgramSpec& program, const po::invalid_command_line_syntax& fault) {
    using Kind = po::invalid_command_line_syntax::kind_t;
    const std::string written = fault.get_option_name();
    std::string_view name = written;
    name.remove_prefix(std::min(name.find_first_not_of('-'), name.size()));
    const OptionSpec* option = find_option(program, name);
    if (option != nullptr &&
        (fault.kind() == Kind::missing_parameter || fault.kind() == Kind::empty_adjacent_parameter)) {
        return {missing_value_message(*option), written};
    }
    if (option != nullptr && fault.kind() == Kind::extra_parameter) {
        return {"option '--" + std::string(name) + "' takes no value", written};
    }
    return {fault.what(), written};
}

/// "yes" and its like in a configuration file; nullopt for anything else.
std::optional<bool> read_switch(std::string_view text) {
    for (const std::string_view yes : {"true", "yes", "on", "1"}) {
        if (text == yes) return true;
    }
    for (const std::string_view no : {"false", "no", "off", "0"}) {
        if (text == no) return false;
    }
    return std::nullopt;
}

std::optional<UsageError> read_setting(const ProgramSpec& program, const po::option& part, WrittenLine& line) {
    const OptionSpec* option = find_option(program, part.string_key);
    if (option == nullptr) {
        return UsageError{"unknown option " + in_quotes(part.string_key) +
                              did_you_mean(part.string_key, shown_names(program)),
                          part.string_key};
    }
    if (!option->configurable) {
        return UsageError{"option " + in_quotes(part.string_key) + " belongs on the command line", part.string_key};
    }
    const std::string value = part.value.empty() ? std::string() : part.value.front();
    if (value.empty()) return UsageError{"option " + in_quotes(part.string_key) + " needs a value", part.string_key};
    if (is_flag(*option)) {
        const std::optional<bool> on = read_switch(value);
        if (!on)
            return UsageError{"option " + in_quotes(part.string_key) + " takes yes or no, not " + in_quotes(value),
                              value};
        if (!*on) return std::nullopt;
    }
    line.options.push_back({option, is_flag(*option) ? "true" : value});
    return std::nullopt;
}

} // namespace

std::string missing_value_message(const OptionSpec& option) {
    const std::string written = "--" + std::string(option.name);
    return "option '" + written + "' needs a value: " + written + " " + std::string(shown_argument(option));
}

WrittenLine split_arguments(const ProgramSpec& program, const std::vector<std::string>& arguments) {
    using namespace po::command_line_style;
    constexpr int kStyle = allow_long | long_allow_adjacent | long_allow_next | allow_short | allow_dash_for_short |
                           short_allow_adjacent | short_allow_next;
    const po::options_description description = describe(program);
    try {
        const auto parsed = po::command_line_parser(arguments)
                                .options(description)
                                .style(kStyle)
                                .extra_style_parser([&](auto& rest) { return split_ahead(program, rest); })
                                .allow_unregistered()
                                .run();
        return read_arguments(program, parsed.options);
    } catch (const po::invalid_command_line_syntax& fault) {
        WrittenLine line;
        line.error = translate(program, fault);
        return line;
    }
}

WrittenLine split_configuration(const ProgramSpec& program, std::istream& file) {
    WrittenLine line;
    try {
        for (const po::option& part : po::parse_config_file(file, describe(program), true).options) {
            if (auto error = read_setting(program, part, line)) keep_first(line.error, std::move(*error));
        }
    } catch (const po::error& fault) {
        line.error = UsageError{fault.what(), ""};
    }
    return line;
}

} // namespace annota
