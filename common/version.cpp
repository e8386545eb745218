// SPDX-License-Identifier: GPL-2.0-or-later
//
// Linked versions where a library tells its own, those of the headers where it has nothing but headers.

#include "common/version.h"

#include "common/analyzer.h"
#include "common/schema.h"

#include <boost/version.hpp>
#include <libstemmer.h>
#include <nlohmann/detail/abi_macros.hpp>
#include <unicode/uversion.h>
#include <xapian.h>
#include <zstd.h>

#include <array>

namespace annota {
namespace {

std::string icu_version() {
    UVersionInfo parts;
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_getVersion(parts);
    u_versionToString(parts, text.data());
    return text.data();
}

/// libstemmer does not tell its version; the number of its algorithms grew with each release so far.
std::string snowball_version() {
    std::size_t algorithms = 0;
    for (const char** name = sb_stemmer_list(); *name != nullptr; ++name) ++algorithms;
    return "version not told by the library, " + std::to_string(algorithms) + " algorithms";
}

std::string boost_version() {
    constexpr unsigned kVersionNumber = BOOST_VERSION; // major * 100,000 + minor * 100 + patch
    return std::to_string(kVersionNumber / 100'000) + "." + std::to_string(kVersionNumber / 100 % 1000) + "." +
           std::to_string(kVersionNumber % 100);
}

std::string json_version() {
    return std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." + std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
           std::to_string(NLOHMANN_JSON_VERSION_PATCH);
}

} // namespace

const std::string_view kVersion = ANNOTA_VERSION;

std::string version_text(std::string_view program, const std::vector<LibraryVersion>& others) {
    std::vector<LibraryVersion> rows{
        {"index schema", std::to_string(kSchemaVersion)},
        {"analyzer", std::to_string(kAnalyzerVersion)},
        {"Xapian", Xapian::version_string()},
        {"ICU", icu_version()},
        {"Snowball", snowball_version()},
        {"zstd", ZSTD_versionString()},
        {"Boost", boost_version()},
        {"nlohmann-json", json_version()},
    };
    rows.insert(rows.end(), others.begin(), others.end());
    std::string out = std::string(program).append(" ").append(kVersion).append("\n");
    for (const LibraryVersion& row : rows) out.append(row.name).append(" ").append(row.version).append("\n");
    return out;
}

} // namespace annota
