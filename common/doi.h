// SPDX-License-Identifier: GPL-2.0-or-later
//
// Digital Object Identifiers as they are printed.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annota {

/// The bare DOI in the printed case: without resolver ("https://doi.org/", "dx.doi.org/"), "doi:" in any
/// case, blanks inside, %-escapes of ordinary characters, Cyrillic look-alikes, what follows it ("(in Russian)")
/// and trailing punctuation. Of several DOIs the first. nullopt: no DOI.
/// Balanced brackets inside are kept: 10.1016/S0140-6736(05)67889-9.
std::optional<std::string> normalise_doi(std::string_view printed);

/// Whether a normalised DOI can be an id. A DOI cut to an ISSN and a year ("10.22184/2070-8963.2022"), or broken off
/// inside a bracket or at a hyphen, is not.
bool is_whole_doi(std::string_view doi);

/// Lower case (ASCII only, as DOIs compare).
std::string doi_key(std::string_view doi);

} // namespace annota
