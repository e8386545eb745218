// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include <functional>
#include <string>

namespace annota {

/// One thing that is wrong in an index.
struct IndexFlaw {
    std::string code;    ///< Stable.
    std::string id;      ///< The record's; empty where it is of none, or cannot be told.
    std::string message; ///< What is wrong, lower case.
};

using FlawSink = std::function<void(const IndexFlaw& flaw)>;

} // namespace annota
