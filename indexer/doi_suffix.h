// SPDX-License-Identifier: GPL-2.0-or-later
//
// Some journals spell the place of an article out in its DOI: 10.20542/0131-2227-2023-67-6-131-140.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annota {

/// What such a suffix says.
struct DoiSuffix {
    std::string issn;
    int year = 0;
    std::string volume;
    std::string issue;
    std::string pages; ///< First and last.
};

/// The rule "ISSN, year, volume, issue, first page, last page": the suffix holds these six and nothing else, in this
/// order, divided by hyphens or full stops, with a right check digit in the ISSN, a possible year, and the last page
/// not before the first. Of any other suffix nothing is read, since its numbers may mean anything.
std::optional<DoiSuffix> read_doi_suffix(std::string_view doi);

} // namespace annota
