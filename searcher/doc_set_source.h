// SPDX-License-Identifier: GPL-2.0-or-later
//
// A set of documents as part of a query.

#pragma once

#include "common/doc_set.h"

namespace Xapian {
class Query;
}

namespace annota {

/// Matches the members, with weight 0. The set must outlive the query.
Xapian::Query doc_set_query(const DocSet& documents);

} // namespace annota
