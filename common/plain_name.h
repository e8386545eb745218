// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commonest shapes of names, in which only the order of the words has to be judged: "Данилин И.В.", "John A.
// Smith".

#pragma once

#include "common/name_words.h"

#include <optional>
#include <string_view>
#include <vector>

namespace annota {

/// The words of a person's name of words with one capital and initials with full stops, all in Russian or all in ASCII
/// letters, with single blanks between them, which may be missing behind initials. Nothing for any other name, or where
/// a word may be a particle, a title and the like, or that of a body.
std::optional<std::vector<NameWord>> read_plain_name(std::string_view printed);

} // namespace annota
