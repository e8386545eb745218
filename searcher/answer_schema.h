// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include <string_view>

namespace annota {

/// The JSON Schema of requests and answers, as it stands in searcher/schema/.
std::string_view answer_schema();

} // namespace annota
