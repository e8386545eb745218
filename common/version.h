// SPDX-License-Identifier: GPL-2.0-or-later
//
// The versions that a report of a fault needs.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Of both programs.
extern const std::string_view kVersion;

struct LibraryVersion {
    std::string name;
    std::string version;
};

/// "annota-index 0.1.0", then a line each for the schema, the analyzer, the libraries of this layer and `others`, those
/// that only one program links. Initialises none of them.
std::string version_text(std::string_view program, const std::vector<LibraryVersion>& others);

} // namespace annota
