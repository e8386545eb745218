// SPDX-License-Identifier: GPL-2.0-or-later
//
// Identifiers, links and remarks of a printed citation, which stand anywhere in it and mean the same everywhere.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// A citation without what is recognised by itself.
struct LiftedCitation {
    std::string text; ///< The rest, valid UTF-8 with single blanks.
    std::string doi;  ///< Normalised; may be cut.
    std::string url;  ///< The first one that is no DOI.
    std::vector<std::string> isbn;
    std::vector<std::string> issn;
    std::vector<std::string> language; ///< Of "(in Russian)".
};

/// Takes out DOIs with their labels and resolvers (also broken by a blank, "10.1234/ abc"), links with theirs, remarks
/// of access and publication dates ("дата обращения", "accessed"), ISBN and ISSN, numbers of indexing services, remarks
/// of language, medium marks ("[Текст]", "– Текст : электронный"), and the citation's number in its list ("12.",
/// "[3]").
LiftedCitation lift_identifiers(std::string_view printed);

} // namespace annota
