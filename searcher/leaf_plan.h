// SPDX-License-Identifier: GPL-2.0-or-later
//
// What single words, phrases and names of a query are in terms of the schema.

#pragma once

#include "common/analyzer.h"
#include "common/deadline.h"
#include "common/field.h"
#include "searcher/document_check.h"
#include "searcher/expansion.h"
#include "searcher/plan.h"
#include "searcher/query_pattern.h"
#include "searcher/query_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace annota {

/// Whether a term of the index is a word of texts wherever it stands: all others begin with a capital letter.
inline bool is_bare_term(std::string_view term) {
    return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

/// A term of texts wherever it stands, with what it counts more in title and keywords.
Plan bare_word(const std::string& term);

/// `field` is the field of words, nullptr for bare words; only title, abstract and keyword share the word terms.
class LeafPlan {
public:
    LeafPlan(const Xapian::Database& vocabulary, Analyzer& analyzer, const Deadline& deadline)
        : vocabulary_(vocabulary), analyzer_(analyzer), deadline_(deadline) {}

    /// A word in every inflection; bare ones also as a name.
    Plan word(const QueryWord& word, const Field* field);
    /// A bare word of several of which one is enough: of a compound a part is enough, too.
    Plan word_or_part(const QueryWord& word);
    /// Words one after another; bare ones also as a name.
    Plan phrase(const std::vector<QueryWord>& words, const Field* field, std::string_view text);
    /// Word forms as they are typed, one after another.
    Plan exact(const std::vector<QueryWord>& words, const Field* field);
    /// Words that begin with `text`, which has lost its asterisk.
    Plan prefix(std::string_view text, const Field* field);
    /// Words that a pattern means, and names where there is no field.
    Plan pattern(const QueryPattern& pattern, const Field* field);
    Plan name(std::string_view text, std::string_view key_prefix);
    Plan name_prefix(std::string_view text);
    Plan journal(const std::vector<QueryWord>& words);
    Plan journal_prefix(std::string_view text);
    Plan value(const Field& field, std::string_view text);
    Plan years(int first, int last);
    /// Words near each other.
    Plan together(const WordsCondition& condition);

    /// Whether a pattern stood for more terms than were searched.
    bool capped() const { return capped_; }

    /// Names that also stood for other spellings.
    const std::vector<QueryExpansion>& expansions() const { return expansions_; }

private:
    Plan any_of(Expansion expansion);
    Plan accepted(const QueryPattern& pattern, const Field* field);
    Plan name_word(const std::string& printed, const std::string& key);
    void note_spellings(std::string_view printed, std::string_view family);
    Plan single(const Token& token, const Field* field);
    Plan with_other_spellings(std::vector<Plan> found, const QueryWord& word, const Field* field);
    Plan sequence(const std::vector<std::string>& terms, const Field* field);
    static std::vector<FieldId> text_fields(const Field* field);

    const Xapian::Database& vocabulary_;
    Analyzer& analyzer_;
    const Deadline& deadline_;
    bool capped_ = false;
    std::size_t terms_left_ = 2'000'000; ///< That patterns may read, some 0.3 microseconds each.
    std::vector<QueryExpansion> expansions_;
};

} // namespace annota
