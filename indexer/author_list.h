// SPDX-License-Identifier: GPL-2.0-or-later
//
// Printed names become authors, and a second list of the same persons, in the other script, their other forms.

#pragma once

#include "common/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// "Фамилия И.О." or "Family Given" where that keeps every letter of the printed name and is stable (normalising it
/// again changes nothing); else the printed name with single blanks.
std::string normalise_name(std::string_view printed);

/// Adds a form to an author unless it stands there already.
void add_name_form(Author& author, std::string_view printed);

/// Gives each form to the author whose family name has the same script-free key: at the same place if the lists are of
/// equal length, else where only one author has the key of its family name, or of another of its words. In lists of
/// equal length what is then left pairs in order. Returns how many forms found no author.
std::size_t attach_name_forms(std::vector<Author>& authors, const std::vector<std::string>& forms);

} // namespace annota
