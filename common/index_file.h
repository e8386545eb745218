// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of annota.index: which build is current, and which one it replaced.
//
//   annota index, layout 1
//   build 8
//   previous 7 replaced 2026-11-26T12:00:00Z by rebuild
//   last 9

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annota {

/// The build that `rollback` goes back to.
struct PreviousBuild {
    unsigned number = 0;
    std::int64_t replaced = 0; ///< Seconds since 1970, UTC.
    std::string by;            ///< The verb that replaced it.

    friend bool operator==(const PreviousBuild&, const PreviousBuild&) = default;
};

struct IndexFile {
    unsigned build = 0; ///< The current build; 0 while the first one is being published.
    std::optional<PreviousBuild> previous;
    unsigned last = 0; ///< A number that was given to a build, where it is above `build`: no number is given twice.

    std::string text() const;

    friend bool operator==(const IndexFile&, const IndexFile&) = default;
};

/// How the file of any layout begins.
inline constexpr std::string_view kAnyLayout = "annota index, layout ";

/// nullopt for what this program did not write. Lines that it does not know are passed over.
std::optional<IndexFile> parse_index_file(std::string_view text);

/// "2026-11-26T12:00:00Z".
std::string utc_text(std::int64_t seconds);

} // namespace annota
