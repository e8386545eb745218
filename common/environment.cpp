// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/environment.h"

#include <unistd.h>

namespace annota {

Environment process_environment() {
    Environment environment;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const std::size_t equals = text.find('=');
        if (equals != std::string_view::npos) environment.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return environment;
}

std::string_view variable(const Environment& environment, std::string_view name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string_view() : std::string_view(found->second);
}

std::string xdg_folder(const Environment& environment, std::string_view name, std::string_view fallback) {
    const std::string_view stated = variable(environment, name);
    if (stated.starts_with('/')) return std::string(stated);
    const std::string_view home = variable(environment, "HOME");
    return home.empty() ? std::string() : std::string(home).append("/").append(fallback);
}

} // namespace annota
