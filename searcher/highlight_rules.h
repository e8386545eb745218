// SPDX-License-Identifier: GPL-2.0-or-later
//
// What of a text makes a record a hit of a query.

#pragma once

#include "common/analyzer.h"
#include "common/schema.h"
#include "searcher/parsed_query.h"
#include "searcher/query_shape.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace annota {

/// A word that is looked for.
struct SoughtWord {
    std::string term;
    std::string form;    ///< As typed, folded; of a prefix the beginning.
    bool exact = false;  ///< The form must agree, not only the term.
    bool prefix = false; ///< Words that begin with `form`.
    /// In place of term and form: whether a word is meant.
    std::function<bool(const Token& token)> accepts{};
    bool misspelt = false; ///< `accepts` is of a word that may be.
};

/// Words one after another; most often one.
struct HighlightRule {
    std::vector<SoughtWord> words;
    std::optional<TextField> field; ///< Only there; else everywhere.
};

struct HighlightRules {
    std::vector<HighlightRule> rules;
    std::set<std::string> name_keys;        ///< Script-free keys of names.
    std::vector<std::string> name_prefixes; ///< Beginnings of such keys.
    std::vector<std::function<bool(std::string_view key)>> name_patterns;
};

/// From all leaves that a hit may owe itself to: excluded ones are left out, and stop words beside other words.
HighlightRules highlight_rules(const QueryNode& root, ListMode mode, Analyzer& analyzer);

} // namespace annota
