// SPDX-License-Identifier: GPL-2.0-or-later
//
// The identifiers of a record: which one it lives under, and by which others it is found.

#pragma once

#include "common/analyzer.h"
#include "common/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct RecordIds {
    std::string doi;         ///< "doi:" and the DOI in lower case where there is a whole one; else empty.
    std::string own;         ///< The record's own id as normalise_id() gives it; may be empty.
    std::string fingerprint; ///< "fp:" and 32 hex digits.

    /// The id of a record that is new to the index.
    const std::string& primary() const { return !doi.empty() ? doi : !own.empty() ? own : fingerprint; }
};

/// The fingerprint is XXH3-128 over the folded title (the abstract where there is none), the year, and the script-free
/// key of the first surname. Stored in the index: a change needs a new schema version.
RecordIds record_ids(const Record& record, const Analyzer& analyzer);

/// The first of the ids that the record states, its DOI or its own; empty where it states none.
std::string stated_id(const Record& record);

/// What a user or a record says for an id, in the form of the index: trimmed; a whole DOI with or without resolver
/// becomes "doi:" and the DOI in lower case.
std::string normalise_id(std::string_view typed);

} // namespace annota
