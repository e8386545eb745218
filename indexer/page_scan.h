// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lines of a publication page, each told what it is.

#pragma once

#include "common/record.h"
#include "indexer/author_line.h"
#include "indexer/citation_numbering.h"
#include "indexer/page_labels.h"
#include "indexer/record_reader.h"

#include <map>
#include <string>
#include <vector>

namespace annota {

/// What an unlabelled line of the page's head is.
enum class HeadLineKind : std::uint8_t {
    text,          ///< Short: a title, a journal, a heading.
    authors,       ///< Names and nothing else.
    maybe_authors, ///< Names written out in full, or a heading of the same shape.
    affiliation,
    doi,
    numbering, ///< "Том 2, № 3 (2021)", see numbering_line()
    paragraph, ///< Long running text.
    citation,  ///< Of the article itself.
    site_menu,
    boilerplate
};

struct HeadLine {
    HeadLineKind kind = HeadLineKind::text;
    std::string text;
    std::size_t number = 0; ///< 1-based line of the file.
};

/// Another publication that the page lists.
struct RelatedPublication {
    std::string authors; ///< The line above the citation, if it names authors.
    std::string citation;
    std::size_t number = 0; ///< Line of the first of both.
};

/// A page taken apart.
struct PageContents {
    std::vector<HeadLine> head;         ///< Unlabelled lines up to the first related publication, blank ones left out.
    std::vector<std::string> citations; ///< Of the article, in one or two languages.
    bool labelled_citation = false;
    std::vector<std::string> abstracts;
    std::vector<std::string> keywords;       ///< Whole lists, as printed.
    std::map<PageLabel, std::string> fields; ///< Values of labels that have one value; the first of each.
    std::vector<std::string> issn;
    std::vector<std::string> isbn;
    std::vector<std::string> indexed_in;
    std::vector<std::string> references;
    std::vector<std::string> author_lines; ///< Labelled ones.
    std::vector<RelatedPublication> related;
    std::size_t body = 0;       ///< Number of head lines before the first abstract or list of keywords.
    std::size_t first_line = 0; ///< Of the file, not blank.

    bool has(PageLabel label) const { return fields.contains(label); }
};

/// Linear in the size of the page. Lines longer than a megabyte are cut.
PageContents scan_page(ByteSource& bytes);

} // namespace annota
