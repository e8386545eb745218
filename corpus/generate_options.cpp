// SPDX-License-Identifier: GPL-2.0-or-later
//
// GNU style: "--seed 7" and "--seed=7" alike, the number of records anywhere among them.

#include "corpus/generate_options.h"

#include <charconv>
#include <string>

namespace annota::corpus {
namespace {

std::uint64_t parse_number(std::string_view what, std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        throw UsageError(std::string(what) + " must be a whole number from 0, not '" + std::string(text) + "'");
    }
    return number;
}

} // namespace

GenerateOptions parse_generate_options(std::span<const char* const> arguments) {
    GenerateOptions options;
    bool has_records = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const std::string_view name = argument.substr(0, argument.find('='));
        if (argument == "-h" || argument == "--help") {
            options.help = true;
        } else if (name == "--seed" || name == "--start") {
            if (name.size() == argument.size() && i + 1 == arguments.size()) {
                throw UsageError(std::string(name) + " needs a number");
            }
            const std::string_view value =
                name.size() < argument.size() ? argument.substr(name.size() + 1) : std::string_view(arguments[++i]);
            (name == "--seed" ? options.seed : options.start) = parse_number(name, value);
        } else if (argument.starts_with('-')) {
            throw UsageError("unknown option '" + std::string(argument) + "'");
        } else if (has_records) {
            throw UsageError("unexpected argument '" + std::string(argument) + "'");
        } else {
            options.records = parse_number("the number of records", argument);
            has_records = true;
        }
    }
    if (!has_records && !options.help) {
        throw UsageError("the number of records is missing");
    }
    if (options.start + options.records < options.start) {
        throw UsageError("--start and the number of records together are too large");
    }
    return options;
}

std::string_view generate_help() {
    return "Usage: annota-generate N [--seed S] [--start K]\n"
           "\n"
           "Writes N invented records of realistic shape to standard output, as JSON Lines:\n"
           "Russian, English and bilingual ones, words, authors and journals with the\n"
           "frequencies of a real collection. The same on every machine.\n"
           "\n"
           "  --seed S    another collection for each number (default 1)\n"
           "  --start K   begin with record K, counted from 0 (default 0); a collection made\n"
           "              in several runs is the same as one made in a single run\n"
           "  -h, --help  this text\n";
}

} // namespace annota::corpus
