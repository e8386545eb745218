// SPDX-License-Identifier: GPL-2.0-or-later
//
// Conditions on single documents that no posting list holds, asked of the few candidates that cheap terms leave.

#pragma once

#include "common/analyzer.h"
#include "common/deadline.h"
#include "common/doc_set.h"
#include "common/field.h"
#include "common/index_reader.h"
#include "common/schema.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annota {

class DocumentCheck {
public:
    DocumentCheck() = default;
    virtual ~DocumentCheck() = default;
    DocumentCheck(const DocumentCheck&) = delete;
    DocumentCheck& operator=(const DocumentCheck&) = delete;

    /// Takes those from `documents` of an index that do not meet the condition. Throws DeadlinePassed, at the deadline
    /// that it was made with; that, and what else it was made with, must outlive it.
    virtual void apply(DocSet& documents, IndexReader& reader) = 0;
};

/// Words that stand together in a document.
struct WordsCondition {
    std::vector<std::string> terms;
    std::uint32_t window = 0; ///< Most positions from the first to the last, both counted.
    bool ordered = true;
    std::optional<TextField> field; ///< Within it, else anywhere.
};

/// Of documents that have all terms.
std::shared_ptr<DocumentCheck> words_together(const WordsCondition& condition, const Deadline& deadline);

/// Of documents that have the stem: that they have its word in this form, both folded.
std::shared_ptr<DocumentCheck> word_in_form(const std::string& stem, const std::string& form, const Deadline& deadline);

/// The same for any form that begins with `start`.
std::shared_ptr<DocumentCheck> word_with_prefix(const std::string& stem, const std::string& start,
                                                const Deadline& deadline);

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

/// That the text, read from the stored record (some 30 microseconds a candidate), meets the condition.
std::shared_ptr<DocumentCheck> text_check(const TextCondition& condition, Analyzer& analyzer, const Deadline& deadline);

} // namespace annota
