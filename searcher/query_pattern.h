// SPDX-License-Identifier: GPL-2.0-or-later
//
// A word with wildcards, or one that may be misspelt, as a question about words of the index.

#pragma once

#include "common/analyzer.h"
#include "searcher/parsed_query.h"
#include "searcher/word_pattern.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace annota {

/// Whether a leaf is a wildcard that gives the beginning of a word alone: "астрофиз*".
bool is_beginning(const QueryNode& leaf);

class QueryPattern {
public:
    /// Of a leaf that is a wildcard or fuzzy; nullopt where it has no letter or digit beside its signs, several words,
    /// or too many letters. The analyzer must outlive it.
    static std::optional<QueryPattern> of(const QueryNode& leaf, Analyzer& analyzer);

    /// Whether an inflection of the stem is meant.
    bool accepts_stem(std::string_view stem) const;

    /// The same of a script-free key of a word of names.
    bool accepts_name(std::string_view key) const;

    /// With this letter every accepted stem begins; empty where it may be any.
    const std::string& first_letter() const { return first_letter_; }

private:
    using Pattern = std::variant<WildcardPattern, MisspeltWord>;

    QueryPattern(Pattern word, std::optional<Pattern> name, std::string first_letter, Analyzer& analyzer);

    Pattern word_;
    std::optional<Pattern> name_;
    std::string first_letter_;
    Analyzer* analyzer_;
};

} // namespace annota
