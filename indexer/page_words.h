// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the lines of publication pages can be that have no label, by the words in them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// A line of a site's own: counters, menus, downloads, licences, banners.
bool is_boilerplate(std::string_view line);

/// The line before which a journal's site names itself: its search or main menu.
bool is_site_menu(std::string_view line);

/// Names of citation databases, if the line holds nothing else; also of a list in brackets at the end of a line, which
/// is then cut from `line`.
std::vector<std::string> citation_databases(std::string_view line);
std::vector<std::string> take_citation_databases(std::string_view& line);

/// The CSL type of "Статья в журнале", "Research article"; empty for anything else.
std::string publication_type(std::string_view line);

/// A word of headings, menus and institutions, which no name of a person has.
bool is_heading_word(std::string_view word);

/// An address or institution: "Институт ...", "1 Kazan University, ...".
bool is_affiliation(std::string_view line);

} // namespace annota
