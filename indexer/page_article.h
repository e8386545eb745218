// SPDX-License-Identifier: GPL-2.0-or-later
//
// The article block of a publication page as a record.

#pragma once

#include "common/record.h"
#include "indexer/page_scan.h"

#include <optional>

namespace annota {

/// The article that the page is about; nullopt where the page is about none (news, lists). An article has a title and
/// at least two of: a DOI, a citation, an abstract under its label, keywords, an ISSN, its issue, its authors; the
/// first three of these are such that one must be there.
std::optional<Record> make_article(const PageContents& page);

/// A related publication as a record of its own.
Record make_related(const RelatedPublication& publication);

} // namespace annota
