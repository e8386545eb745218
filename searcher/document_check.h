// SPDX-License-Identifier: GPL-2.0-or-later
//
// Conditions on single documents that no posting list holds, as filters beside cheap terms that leave few candidates.

#pragma once

#include "common/analyzer.h"
#include "common/index_reader.h"
#include "common/schema.h"
#include "searcher/sought_name.h"

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

/// Words one after another in one text of the record.
struct TextCondition {
    std::vector<TextField> fields; ///< Any of these,
    bool journal = false;          ///< or a name of the journal,
    bool names = false;            ///< or a name of an author or editor.
    std::vector<ExactWord> words;
    bool prefix = false; ///< The last word is but a beginning.
};

/// A query for the documents whose text meets the condition, read from the stored record (some 30 microseconds a
/// candidate); weight 0. `reader` and `analyzer` must outlive it.
Xapian::Query text_check(IndexReader& reader, Analyzer& analyzer, const TextCondition& condition);

/// A query for the documents with an author or editor whose name, in one of its forms, agrees; as text_check().
Xapian::Query name_check(IndexReader& reader, Analyzer& analyzer, const SoughtName& name);

} // namespace annota
