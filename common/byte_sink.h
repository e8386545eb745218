// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include <functional>
#include <string_view>

namespace annota {

/// Takes the bytes of a file piece by piece, in their order.
using ByteSink = std::function<void(std::string_view)>;

} // namespace annota
