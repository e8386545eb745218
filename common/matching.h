// SPDX-License-Identifier: GPL-2.0-or-later
//
// All documents that match a query, as a set, without weights.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"

namespace Xapian {
class Database;
class Query;
} // namespace Xapian

namespace annota {

/// Reads the posting lists of the query's boolean structure into bitmaps; only sub-queries that need positions or
/// computed sources go through the matcher. `limit` is above every docid. Xapian's exceptions and DeadlinePassed pass
/// through; the matcher is stopped at its next match, or between two sub-queries.
DocSet matching_documents(const Xapian::Database& database, const Xapian::Query& query, std::uint32_t limit,
                          const Deadline& deadline = {});

} // namespace annota
