// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query asks of documents in the terms of the index, as a tree: which documents match, and what of it adds to
// their scores. Evaluation (evaluation.h) reads it.

#pragma once

#include "searcher/document_check.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace annota {

enum class PlanKind : std::uint8_t {
    nothing,
    everything,
    word,       ///< The documents that have a term.
    group,      ///< Those that have any of some terms, which count as one term.
    any_of,     ///< What one of the parts matches; the scores of all parts that match are added.
    all_of,     ///< What all parts match; their scores are added.
    but_not,    ///< What the first part matches and no other one does; the score of the first.
    with_bonus, ///< What the first part matches; the others add to the score where they match.
    checked,    ///< What the only part matches and the check lets through.
};

/// A term that stands only where another one does, for its occurrences in one field.
struct BoostedTerm {
    std::string term;
    double factor = 1; ///< So many times more than elsewhere does an occurrence there count.
};

struct Plan {
    PlanKind kind = PlanKind::nothing;
    std::vector<std::string> terms{};  ///< Of a word one, of a group several.
    std::vector<BoostedTerm> boosts{}; ///< Of a word.
    std::vector<Plan> parts{};         ///< Of the kinds above that have parts: at least one.
    std::shared_ptr<DocumentCheck> check{};
    bool weighted = true; ///< Adds to scores: what only restricts (values, years) does not.
    double factor = 1;    ///< Of the weight of a word or a group.
    /// Of a word: where it stands with wdf 0, since the text has its parts, it scores as if it stood there once.
    bool derived_scores = true;
};

namespace plan {

inline Plan everything() {
    return {PlanKind::everything};
}

inline Plan word(std::string term) {
    return {PlanKind::word, {std::move(term)}};
}

/// Nothing, a word, or a group.
Plan group(std::vector<std::string> terms);

/// Nothing where there is no part, the part where it is the only one.
Plan any_of(std::vector<Plan> parts);
Plan all_of(std::vector<Plan> parts);

Plan but_not(Plan wanted, Plan unwanted);
Plan with_bonus(Plan wanted, Plan bonus);
Plan checked(Plan wanted, std::shared_ptr<DocumentCheck> check);

/// The same matches, which add nothing to scores.
Plan unweighted(Plan plan);

} // namespace plan

} // namespace annota
