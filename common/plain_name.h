// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commonest shape of a name, in which nothing has to be judged: "Данилин И.В.", "J. Smith".

#pragma once

#include "common/name.h"

#include <optional>
#include <string_view>

namespace annota {

/// A word with one capital, and before or behind it initials with full stops, all in Russian or all in ASCII letters,
/// with single blanks or none. Nothing for any other name, or where the word may be a particle, a title and the like.
std::optional<PersonName> read_plain_name(std::string_view printed);

} // namespace annota
