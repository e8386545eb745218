// SPDX-License-Identifier: GPL-2.0-or-later
//
// The key under which a text cites a record.

#pragma once

#include "searcher/export/exported_record.h"

#include <string>

namespace annota {

/// "danilin2020technological-" and 12 letters or digits that hash the record id: the same record has the same key in
/// whichever export it stands, without a look at the others. Only [a-z0-9-]; family name of the first author (else of
/// the first editor), year, first word of the title that says something, each where there is one, in Latin letters.
std::string citation_key(const ExportedRecord& exported);

} // namespace annota
