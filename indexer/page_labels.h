// SPDX-License-Identifier: GPL-2.0-or-later
//
// What publication pages write before their fields, in Russian, English, Ukrainian and Bulgarian, and what else their
// lines can be.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace annota {

enum class PageLabel : std::uint8_t {
    citation,
    type,
    issn,
    isbn,
    doi,
    title,
    authors,
    journal,
    publisher,
    year,
    volume,
    issue,
    pages,
    language,
    abstract,
    keywords,
    indexed_in,
    references,   ///< The works that the article cites.
    related,      ///< Heading of other publications.
    affiliations, ///< Of the authors: a section that says nothing of the work.
    other,        ///< Any other section of an article: its text, thanks, funding.
    remark,       ///< One line that says nothing of the work: dates, classifications, licences.
    end           ///< Comments, news: nothing of the publication comes behind it.
};

/// A line's label, and what stands behind it on the line.
struct LabelledLine {
    PageLabel label;
    std::string_view value;
};

/// "4 Номер: 3 Год: 2021": the value of one label, up to another label with a colon behind it on the same line. Takes
/// what it returns, with blanks around it, off `line`.
std::string_view take_label_value(std::string_view& line);

/// `line` is trimmed. A label is followed by a colon, a full stop, a dash or the end of the line; a few (DOI, ISSN)
/// also by a blank.
std::optional<LabelledLine> match_label(std::string_view line);

} // namespace annota
