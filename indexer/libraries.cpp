// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/libraries.h"

#include <archive.h>
#include <simdjson.h>

namespace annota {

std::vector<LibraryVersion> indexer_libraries() {
    const int archive = archive_version_number(); // major * 1,000,000 + minor * 1,000 + patch
    return {
        {"libarchive", std::to_string(archive / 1'000'000) + "." + std::to_string(archive / 1'000 % 1'000) + "." +
                           std::to_string(archive % 1'000)},
        {"simdjson", std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + "." +
                         std::to_string(simdjson::SIMDJSON_VERSION_MINOR) + "." +
                         std::to_string(simdjson::SIMDJSON_VERSION_REVISION)},
    };
}

} // namespace annota
