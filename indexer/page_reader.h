// SPDX-License-Identifier: GPL-2.0-or-later
//
// Format "page": a publication page of an institute's or a journal's site, as plain text, one page a file.

#pragma once

#include "indexer/record_reader.h"

#include <string_view>

namespace annota {

/// The first record is the page's article, the others are the related publications that the page lists, in its order.
/// The article's `related` names each of them: "doi:<DOI in lower case>" where it has a whole DOI, else "ref:<n>",
/// where n is the 1-based ordinal of the record within the file, to be replaced with that record's id by whoever knows
/// it. The links stand on the article alone. A page about no article (news, lists) is one rejection, `no_article`.
class PageReader : public RecordReader {
public:
    void read(ByteSource& bytes, std::string_view file, const RecordSink& sink) override;
};

/// Whether text of unknown format is a page of such a site, with an article or without. It has a label that hardly
/// stands elsewhere (DOI, abstract, keywords, ISSN, citation, references) and another label or mark of a site, or two
/// such marks (headings of comments and news, menus). `head` may be cut anywhere.
bool looks_like_page(std::string_view head);

} // namespace annota
