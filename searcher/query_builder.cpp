// SPDX-License-Identifier: GPL-2.0-or-later
//
// Walks the tree of a query; leaves become plans by LeafPlan. Scores are those of the words alone: what only restricts
// (values, years, exclusions) adds nothing.

#include "searcher/query_builder.h"

#include "common/schema.h"
#include "searcher/document_check.h"
#include "searcher/leaf_plan.h"
#include "searcher/query_pattern.h"
#include "searcher/query_shape.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace annota {

namespace {

std::string_view without_asterisk(std::string_view text) {
    while (text.ends_with('*')) text.remove_suffix(1);
    return text;
}

} // namespace

/// One walk over a tree.
class QueryBuilder::Leaves {
public:
    Leaves(QueryBuilder& builder, ListMode mode)
        : builder_(builder), leaf_(builder.vocabulary_, builder.analyzer_, builder.deadline_), mode_(mode) {}

    /// Nothing for a leaf that asks for nothing (no letter, no digit).
    std::optional<Plan> of(const QueryNode& node) {
        switch (node.kind) {
        case QueryNodeKind::list: return list(node);
        case QueryNodeKind::all_of: return all_of(node);
        case QueryNodeKind::any_of: return any_of(node);
        case QueryNodeKind::none_of: return none_of(node);
        case QueryNodeKind::near:
        case QueryNodeKind::adjacent: return near(node);
        default: return leaf(node);
        }
    }

    bool capped() const { return leaf_.capped(); }
    const std::vector<QueryExpansion>& expansions() const { return leaf_.expansions(); }

private:
    std::vector<Plan> children(const QueryNode& node) {
        std::vector<Plan> plans;
        for (const QueryNode& child : node.children)
            if (auto plan = of(child)) plans.push_back(std::move(*plan));
        return plans;
    }

    std::optional<Plan> list(const QueryNode& node) {
        std::vector<Plan> must;
        std::vector<Plan> may;
        std::vector<Plan> stop_words;
        std::vector<Plan> must_not;
        std::set<std::string> known;
        const bool several = mode_ == ListMode::any && has_several_words(node, builder_.analyzer_);
        for (const QueryNode& child : node.children) {
            std::optional<Plan> plan = child.mark == QueryMark::must_not ? excluded(child) : member(child, several);
            if (!plan) continue;
            if (is_bare_word(child) && !known.insert(stems(child)).second) *plan = plan::unweighted(std::move(*plan));
            if (child.mark == QueryMark::must)
                must.push_back(std::move(*plan));
            else if (child.mark == QueryMark::must_not)
                must_not.push_back(std::move(*plan));
            else if (is_stop_word(child, builder_.analyzer_))
                stop_words.push_back(std::move(*plan));
            else
                may.push_back(std::move(*plan));
        }
        if (must.empty() && may.empty()) may = std::move(stop_words);
        if (mode_ == ListMode::all) {
            std::ranges::move(may, std::back_inserter(must));
            may.clear();
        }
        if (must.empty() && may.empty() && must_not.empty()) return std::nullopt;
        Plan found = plan::everything();
        if (!must.empty() && !may.empty())
            found = plan::with_bonus(plan::all_of(std::move(must)), plan::any_of(std::move(may)));
        else if (!must.empty())
            found = plan::all_of(std::move(must));
        else if (!may.empty())
            found = plan::any_of(std::move(may));
        return without(std::move(found), std::move(must_not));
    }

    /// `several`: of several of which one is enough.
    std::optional<Plan> member(const QueryNode& node, bool several) {
        if (!several || node.mark != QueryMark::none || !is_bare_word(node)) return of(node);
        const std::vector<QueryWord> words = query_words(builder_.analyzer_, node.text);
        return words.size() == 1 ? leaf_.word_or_part(words.front()) : of(node);
    }

    static bool is_bare_word(const QueryNode& node) {
        return node.kind == QueryNodeKind::word && node.field == nullptr;
    }

    /// What a word is looked for by: typed in two forms it does not count twice.
    std::string stems(const QueryNode& word) {
        std::string stems;
        for (const QueryWord& one : query_words(builder_.analyzer_, word.text))
            for (const Token& part : one.parts) stems += part.term + ' ';
        return stems;
    }

    std::optional<Plan> all_of(const QueryNode& node) {
        std::vector<Plan> wanted;
        std::vector<Plan> unwanted;
        for (const QueryNode& child : node.children) {
            const bool negated = child.kind == QueryNodeKind::none_of;
            if (auto plan = negated ? excluded(child.children.front()) : of(child))
                (negated ? unwanted : wanted).push_back(std::move(*plan));
        }
        if (wanted.empty() && unwanted.empty()) return std::nullopt;
        return without(wanted.empty() ? plan::everything() : plan::all_of(std::move(wanted)), std::move(unwanted));
    }

    static Plan without(Plan found, std::vector<Plan> unwanted) {
        if (unwanted.empty()) return found;
        return plan::but_not(std::move(found), plan::any_of(std::move(unwanted)));
    }

    /// What is excluded as a group goes word by word: -(a b) leaves neither.
    std::optional<Plan> excluded(const QueryNode& node) {
        const ListMode mode = std::exchange(mode_, ListMode::any);
        std::optional<Plan> plan = of(node);
        mode_ = mode;
        return plan;
    }

    std::optional<Plan> any_of(const QueryNode& node) {
        std::vector<Plan> plans = children(node);
        if (plans.empty()) return std::nullopt;
        return plan::any_of(std::move(plans));
    }

    std::optional<Plan> none_of(const QueryNode& node) {
        std::optional<Plan> unwanted = excluded(node.children.front());
        if (!unwanted) return std::nullopt;
        return plan::but_not(plan::everything(), std::move(*unwanted));
    }

    /// Words near each other in any field; what is no single word stands for itself anywhere.
    std::optional<Plan> near(const QueryNode& node) {
        std::vector<std::string> terms;
        for (const QueryNode& child : node.children) {
            const std::vector<QueryWord> words = query_words(builder_.analyzer_, child.text);
            const bool single = child.kind == QueryNodeKind::word && child.field == nullptr && words.size() == 1;
            if (!single) {
                builder_.note(node, "near_words_only",
                              "NEAR and ADJ take single words; the parts were searched anywhere");
                std::vector<Plan> plans = children(node);
                return plans.empty() ? std::nullopt : std::optional(plan::all_of(std::move(plans)));
            }
            terms.push_back(words.front().joined ? words.front().joined->term : words.front().parts.front().term);
        }
        if (terms.empty()) return std::nullopt;
        const std::size_t window = std::max(node.distance + terms.size() - 1, terms.size());
        return leaf_.together(
            {std::move(terms), static_cast<std::uint32_t>(window), node.kind == QueryNodeKind::adjacent, std::nullopt});
    }

    std::optional<Plan> leaf(const QueryNode& node) {
        if (node.kind == QueryNodeKind::years) return plan::unweighted(leaf_.years(node.first_year, node.last_year));
        if (node.kind == QueryNodeKind::value) return plan::unweighted(leaf_.value(*node.field, node.text));
        const FieldKind kind = node.field == nullptr ? FieldKind::text : node.field->kind;
        const bool is_pattern = node.kind == QueryNodeKind::wildcard || node.kind == QueryNodeKind::fuzzy;
        if (is_beginning(node) || (is_pattern && kind == FieldKind::text)) return pattern(node, kind);
        if (is_pattern)
            builder_.note(node, "read_as_word",
                          "This kind of pattern is searched in texts only; it was read as a word");
        if (kind == FieldKind::name)
            return leaf_.name(node.text, node.first_author ? kFirstAuthorPrefix : kAuthorKeyPrefix);
        if (kind == FieldKind::value || kind == FieldKind::year)
            return plan::unweighted(leaf_.value(*node.field, node.text));
        return words(node);
    }

    std::optional<Plan> words(const QueryNode& node) {
        const std::vector<QueryWord> words = query_words(builder_.analyzer_, node.text);
        if (words.empty()) return std::nullopt;
        const bool exact = node.kind == QueryNodeKind::exact_word || node.kind == QueryNodeKind::exact_phrase;
        if (exact) return leaf_.exact(words, node.field);
        if (node.field != nullptr && node.field->id == FieldId::journal) return builder_.journal(leaf_, node.text);
        return leaf_.phrase(words, node.field, node.text);
    }

    /// A misspelt word stands for itself in any case, and so weighs more than its neighbours.
    Plan accepted(const QueryNode& node) {
        std::vector<Plan> found;
        if (node.kind == QueryNodeKind::fuzzy)
            if (auto itself = words(node)) found.push_back(std::move(*itself));
        if (const auto pattern = QueryPattern::of(node, builder_.analyzer_))
            found.push_back(leaf_.pattern(*pattern, node.field));
        return plan::any_of(std::move(found));
    }

    Plan expanded(const QueryNode& node, FieldKind kind) {
        if (!is_beginning(node)) return accepted(node);
        const std::string_view start = without_asterisk(node.text);
        if (kind == FieldKind::name) return leaf_.name_prefix(start);
        if (node.field != nullptr && node.field->id == FieldId::journal) return leaf_.journal_prefix(start);
        return leaf_.prefix(start, node.field);
    }

    Plan pattern(const QueryNode& node, FieldKind kind) {
        const bool was_capped = leaf_.capped();
        Plan found = expanded(node, kind);
        if (leaf_.capped() && !was_capped)
            builder_.note(node, "expansion_capped",
                          "This pattern stands for too many words; the most frequent were searched");
        return found;
    }

    QueryBuilder& builder_;
    LeafPlan leaf_;
    ListMode mode_;
};

Plan QueryBuilder::build(const QueryNode& root, ListMode mode) {
    Leaves leaves(*this, mode);
    std::optional<Plan> plan = leaves.of(root);
    capped_ = capped_ || leaves.capped();
    add_expansions(leaves.expansions());
    return plan ? std::move(*plan) : plan::everything();
}

Plan QueryBuilder::build_value(const Field& field, std::string_view text) {
    LeafPlan leaf(vocabulary_, analyzer_, deadline_);
    switch (field.kind) {
    case FieldKind::name: {
        Plan found = leaf.name(text, kAuthorKeyPrefix);
        add_expansions(leaf.expansions());
        return found;
    }
    case FieldKind::text: {
        const std::vector<QueryWord> words = query_words(analyzer_, text);
        if (words.empty()) return {};
        return field.id == FieldId::journal ? journal(leaf, text) : leaf.phrase(words, &field, text);
    }
    default: return leaf.value(field, text);
    }
}

/// By any name that the index knows it by.
Plan QueryBuilder::journal(LeafPlan& leaf, std::string_view text) {
    std::vector<Plan> found;
    found.push_back(leaf.journal(query_words(analyzer_, text)));
    for (const std::string& other : journals_(analyzer_.fold(text))) {
        add_expansions({{std::string(text), other, "synonym"}});
        found.push_back(leaf.journal(query_words(analyzer_, other)));
    }
    return plan::any_of(std::move(found));
}

void QueryBuilder::add_expansions(const std::vector<QueryExpansion>& expansions) {
    for (const QueryExpansion& one : expansions)
        if (std::ranges::find(expansions_, one) == expansions_.end()) expansions_.push_back(one);
}

void QueryBuilder::note(const QueryNode& node, std::string_view code, std::string_view message) {
    QueryNote note{std::string(code), std::string(message), node.start, node.end};
    if (std::ranges::find(notes_, note) == notes_.end()) notes_.push_back(std::move(note));
}

} // namespace annota
