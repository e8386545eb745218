// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/database_path.h"

namespace annota {

std::string database_path(std::string_view option, const Environment& environment) {
    if (!option.empty()) return std::string(option);
    const std::string_view stated = variable(environment, "ANNOTA_DB");
    if (!stated.empty()) return std::string(stated);
    const std::string folder = xdg_folder(environment, "XDG_DATA_HOME", ".local/share");
    return folder.empty() ? folder : folder + "/annota/db";
}

} // namespace annota
