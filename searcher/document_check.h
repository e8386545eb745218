// SPDX-License-Identifier: GPL-2.0-or-later
//
// Conditions on single documents that no posting list holds, as filters beside cheap terms that leave few candidates.

#pragma once

#include "common/analyzer.h"
#include "common/deadline.h"
#include "common/field.h"
#include "common/index_reader.h"
#include "common/schema.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Xapian {
class Query;
}

namespace annota {

/// What words a document must have in one field.
struct PositionCondition {
    TextField field = TextField::abstract;
    std::vector<std::string> terms; ///< One after another, within the field.
};

/// A query for the documents whose positions meet the condition; weight 0. Use it beside (AND) the terms themselves.
Xapian::Query position_check(const Xapian::Database& database, const PositionCondition& condition);

/// One word of an exact phrase.
struct ExactWord {
    std::string form;    ///< Folded.
    std::string printed; ///< As typed, where its capitals must agree; else empty.
};

struct TextCondition {
    std::vector<FieldId> fields;  ///< Any of these: title, abstract, keyword, journal.
    std::vector<ExactWord> words; ///< One after another; of one word with `prefix` the beginning.
    bool prefix = false;
};

/// A query for the documents whose text meets the condition, read from the stored record (some 30 microseconds a
/// candidate); weight 0. `reader`, `analyzer` and `deadline`, at which it throws DeadlinePassed, must outlive it.
Xapian::Query text_check(IndexReader& reader, Analyzer& analyzer, const TextCondition& condition,
                         const Deadline& deadline);

} // namespace annota
