// SPDX-License-Identifier: GPL-2.0-or-later
//
// The root of a Xapian database on disk, looked at before Xapian does: it believes the depth of a tree without asking,
// and a damaged byte there ends the program.

#pragma once

#include <filesystem>
#include <string>

namespace annota {

/// What is wrong with the file iamglass of a database in a way that Xapian does not survive; empty where it may open
/// it, also where it will find something wrong itself.
std::string glass_root_fault(const std::filesystem::path& database);

} // namespace annota
