// SPDX-License-Identifier: GPL-2.0-or-later
//
// The line of a publication page that names its authors, often in the other script than the citation beneath it.

#pragma once

#include "common/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// A name of an author line and the affiliation marks glued to it ("Голубев С.С.1,2").
struct LineAuthor {
    Author author;
    std::vector<std::string> marks;
};

/// The authors of a line that holds nothing but names, separated by commas, semicolons, "|" or "and"; empty for any
/// other line. Names with initials are told by their shape; full names of two or three words only where `full_names`
/// allows them, since headings look the same.
std::vector<LineAuthor> parse_author_line(std::string_view line, bool full_names);

/// The persons of a line and of a citation as one list. Whose family names share a script-free key, in order, are one
/// author with both forms; in lists of equal length a slightly different spelling at the same place is one too. Who
/// stands in the citation alone follows as an author of his own.
std::vector<Author> pair_authors(std::vector<Author> line, const std::vector<Author>& citation);

} // namespace annota
