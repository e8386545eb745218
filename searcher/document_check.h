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
#include <optional>
#include <string>
#include <vector>

namespace Xapian {
class Query;
}

namespace annota {

/// Words that stand together in a document.
struct WordsCondition {
    std::vector<std::string> terms;
    std::uint32_t window = 0; ///< Most positions from the first to the last, both counted.
    bool ordered = true;
    std::optional<TextField> field; ///< Within it, else anywhere.
};

/// A query for the documents that have all terms and whose words meet the condition; its weight is that of the terms.
/// Throws DeadlinePassed at `deadline`, which must outlive it.
Xapian::Query words_together(const WordsCondition& condition, const Deadline& deadline);

/// A query for the documents that have the stem's word in this form, both folded; its weight is that of the stem.
/// Throws DeadlinePassed at `deadline`, which must outlive it.
Xapian::Query word_in_form(const std::string& stem, const std::string& form, const Deadline& deadline);

/// The same for any form that begins with `start`.
Xapian::Query word_with_prefix(const std::string& stem, const std::string& start, const Deadline& deadline);

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
