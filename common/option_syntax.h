// SPDX-License-Identifier: GPL-2.0-or-later
//
// Arguments and configuration files split into options and words by the names of a program's table.

#pragma once

#include "common/command_line.h"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace annota {

/// One option as it was written.
struct WrittenOption {
    const OptionSpec* option = nullptr;
    std::string value; ///< "true" for a flag on the command line.
};

struct WrittenLine {
    std::vector<WrittenOption> options;
    std::vector<std::string> words;
    std::optional<UsageError> error; ///< The first one; the lists then hold what could be read.
};

WrittenLine split_arguments(const ProgramSpec& program, const std::vector<std::string>& arguments);

/// Lines "name = value"; "#" begins a comment. Only options that may stand in a configuration file.
WrittenLine split_configuration(const ProgramSpec& program, std::istream& file);

/// "option '--db' needs a value: --db DIR".
std::string missing_value_message(const OptionSpec& option);

} // namespace annota
