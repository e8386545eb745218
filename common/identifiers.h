// SPDX-License-Identifier: GPL-2.0-or-later
//
// Identifiers and numbers of publications as they are printed, brought into one form or refused.

#pragma once

#include "common/doi.h"

#include <optional>
#include <string>
#include <string_view>

namespace annota {

/// "2079-4665" from 20794665, "ISSN 2079–4665 (print)", a Cyrillic Х as check digit; of several the first. nullopt
/// where the check digit is wrong.
std::optional<std::string> normalise_issn(std::string_view printed);

/// Digits (and a final X) of an ISBN of 10 or 13, of several the first; nullopt where the length or the check digit is
/// wrong.
std::optional<std::string> normalise_isbn(std::string_view printed);

/// Bare ORCID with hyphens; nullopt where the check digit (ISO 7064 11,2) is wrong.
std::optional<std::string> normalise_orcid(std::string_view printed);

/// A year from 1500 to `this_year` + 1, alone ("2020", "(2020)", "2020 г.") or at the start of a date ("2020-05-01",
/// "2020///", "2020 May 3"); else nullopt.
std::optional<int> parse_year(std::string_view printed, int this_year);
int current_year();

/// Page ranges with any dash and blanks around it, without "pp."/"С.": "32-36". "e1234" and "S12-S19" stay, lists
/// too: "5-13, 20". Returned unchanged (trimmed) where it is neither pages nor a range.
std::string normalise_pages(std::string_view printed);

} // namespace annota
