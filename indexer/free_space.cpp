// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/free_space.h"

#include "common/option_value.h"

#include <string>
#include <system_error>

namespace annota {

std::string shortage_message(const std::filesystem::path& path, std::uint64_t needed, std::uint64_t free) {
    if (free >= needed) return {};
    return path.string() + ": not enough space: " + grouped(needed) + " bytes are needed, " + grouped(free) +
           " are free";
}

void require_space(const std::filesystem::path& path, std::uint64_t needed) {
    std::error_code unknown;
    const std::filesystem::space_info space = std::filesystem::space(path, unknown);
    if (unknown) return;
    const std::string message = shortage_message(path, needed, space.available);
    if (!message.empty()) throw SpaceShortage(message);
}

} // namespace annota
