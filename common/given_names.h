// SPDX-License-Identifier: GPL-2.0-or-later
//
// Common given names of Russian and English persons, by which a family name is told from a given one.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace annota {

enum class GivenName : std::uint8_t {
    unknown,
    common, ///< In English or another language, in which many are family names, too (Martin, George).
    russian ///< In Russian alone.
};

/// What a script-free key is as a given name.
GivenName find_given_name(std::string_view key);

/// One key for the forms of a name that people use for one person in two languages: those of Alexander and of
/// Aleksandr. Any other key comes back as it is.
std::string canonical_given_name(std::string_view key);

/// Whether a script-free key has the ending of a patronymic: "vladimirovich", "nikitichna".
bool is_patronymic(std::string_view key);

} // namespace annota
