// SPDX-License-Identifier: GPL-2.0-or-later
//
// The environment of the process as a value, so that what depends on it can be tested.

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace annota {

/// Variables by name.
using Environment = std::map<std::string, std::string, std::less<>>;

Environment process_environment();

/// The value of a variable; empty where it is unset.
std::string_view variable(const Environment& environment, std::string_view name);

/// The user's folder after the XDG base directory specification: the variable ("XDG_DATA_HOME") where it holds an
/// absolute path, else `fallback` (".local/share") below $HOME. Empty where neither is known.
std::string xdg_folder(const Environment& environment, std::string_view name, std::string_view fallback);

} // namespace annota
