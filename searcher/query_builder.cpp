// SPDX-License-Identifier: GPL-2.0-or-later
//
// Walks the tree of a query; leaves become queries by LeafQuery, inner nodes Xapian's operators. Weights are those of
// the words alone: what only restricts (values, years, exclusions) has none.

#include "searcher/query_builder.h"

#include "common/schema.h"
#include "searcher/document_check.h"
#include "searcher/leaf_query.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace annota {

namespace {

using Query = Xapian::Query;

Query combine(Query::op op, const std::vector<Query>& queries) {
    return Query(op, queries.begin(), queries.end());
}

/// A new one: Query::MatchAll is one object, whose references several threads would count at the same time.
Query every_document() {
    return Query(std::string());
}

Query without_weight(const Query& query) {
    return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

/// The same matches without what only adds weight.
Query matches_only(const Query& query) {
    switch (query.get_type()) {
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT: return matches_only(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_OR:
    case Query::OP_AND_NOT: {
        std::vector<Query> parts;
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
            parts.push_back(matches_only(query.get_subquery(i)));
        return combine(query.get_type(), parts);
    }
    default: return query;
    }
}

/// Xapian 1.4.22 reads weights that it has not computed where AND_MAYBE stands in an AND on the right side of AND_NOT,
/// and by chance leaves matches of that side out.
Query but_not(const Query& query, const Query& unwanted) {
    return Query(Query::OP_AND_NOT, query, matches_only(unwanted));
}

std::string_view without_asterisk(std::string_view text) {
    while (text.ends_with('*')) text.remove_suffix(1);
    return text;
}

bool is_prefix_pattern(std::string_view text) {
    return text.ends_with('*') && without_asterisk(text).find_first_of("*?") == std::string_view::npos;
}

} // namespace

/// One walk over a tree.
class QueryBuilder::Leaves {
public:
    Leaves(QueryBuilder& builder, ListMode mode)
        : builder_(builder), leaf_(builder.reader_, builder.analyzer_, builder.deadline_), mode_(mode) {}

    /// Nothing for a leaf that asks for nothing (no letter, no digit).
    std::optional<Query> of(const QueryNode& node) {
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
    std::vector<Query> children(const QueryNode& node) {
        std::vector<Query> queries;
        for (const QueryNode& child : node.children)
            if (auto query = of(child)) queries.push_back(*query);
        return queries;
    }

    std::optional<Query> list(const QueryNode& node) {
        std::vector<Query> must;
        std::vector<Query> may;
        std::vector<Query> stop_words;
        std::vector<Query> must_not;
        for (const QueryNode& child : node.children) {
            const std::optional<Query> query = child.mark == QueryMark::must_not ? excluded(child) : of(child);
            if (!query) continue;
            if (child.mark == QueryMark::must)
                must.push_back(*query);
            else if (child.mark == QueryMark::must_not)
                must_not.push_back(*query);
            else if (is_stop_word(child))
                stop_words.push_back(*query);
            else
                may.push_back(*query);
        }
        if (must.empty() && may.empty()) may = stop_words;
        if (mode_ == ListMode::all) {
            must.insert(must.end(), may.begin(), may.end());
            may.clear();
        }
        if (must.empty() && may.empty() && must_not.empty()) return std::nullopt;
        Query found = every_document();
        if (!must.empty() && !may.empty())
            found = Query(Query::OP_AND_MAYBE, combine(Query::OP_AND, must), combine(Query::OP_OR, may));
        else if (!must.empty())
            found = combine(Query::OP_AND, must);
        else if (!may.empty())
            found = combine(Query::OP_OR, may);
        return must_not.empty() ? found : but_not(found, combine(Query::OP_OR, must_not));
    }

    std::optional<Query> all_of(const QueryNode& node) {
        std::vector<Query> wanted;
        std::vector<Query> unwanted;
        for (const QueryNode& child : node.children) {
            const bool negated = child.kind == QueryNodeKind::none_of;
            if (auto query = negated ? excluded(child.children.front()) : of(child))
                (negated ? unwanted : wanted).push_back(*query);
        }
        if (wanted.empty() && unwanted.empty()) return std::nullopt;
        const Query found = wanted.empty() ? every_document() : combine(Query::OP_AND, wanted);
        return unwanted.empty() ? found : but_not(found, combine(Query::OP_OR, unwanted));
    }

    /// What is excluded as a group goes word by word: -(a b) leaves neither.
    std::optional<Query> excluded(const QueryNode& node) {
        const ListMode mode = std::exchange(mode_, ListMode::any);
        std::optional<Query> query = of(node);
        mode_ = mode;
        return query;
    }

    std::optional<Query> any_of(const QueryNode& node) {
        const std::vector<Query> queries = children(node);
        if (queries.empty()) return std::nullopt;
        return combine(Query::OP_OR, queries);
    }

    std::optional<Query> none_of(const QueryNode& node) {
        const std::optional<Query> unwanted = excluded(node.children.front());
        if (!unwanted) return std::nullopt;
        return but_not(every_document(), *unwanted);
    }

    /// Words near each other in any field; what is no single word stands for itself anywhere.
    std::optional<Query> near(const QueryNode& node) {
        std::vector<std::string> terms;
        for (const QueryNode& child : node.children) {
            const std::vector<QueryWord> words = query_words(builder_.analyzer_, child.text);
            const bool single = child.kind == QueryNodeKind::word && child.field == nullptr && words.size() == 1;
            if (!single) {
                builder_.note(node, "near_words_only",
                              "NEAR and ADJ take single words; the parts were searched anywhere");
                const std::vector<Query> queries = children(node);
                return queries.empty() ? std::nullopt : std::optional(combine(Query::OP_AND, queries));
            }
            terms.push_back(words.front().joined ? words.front().joined->term : words.front().parts.front().term);
        }
        if (terms.empty()) return std::nullopt;
        const std::size_t window = std::max(node.distance + terms.size() - 1, terms.size());
        return words_together(
            {terms, static_cast<std::uint32_t>(window), node.kind == QueryNodeKind::adjacent, std::nullopt},
            builder_.deadline_);
    }

    std::optional<Query> leaf(const QueryNode& node) {
        if (node.kind == QueryNodeKind::years) return without_weight(leaf_.years(node.first_year, node.last_year));
        if (node.kind == QueryNodeKind::value) return without_weight(leaf_.value(*node.field, node.text));
        const FieldKind kind = node.field == nullptr ? FieldKind::text : node.field->kind;
        if (node.kind == QueryNodeKind::wildcard && is_prefix_pattern(node.text)) return pattern(node, kind);
        if (node.kind == QueryNodeKind::wildcard || node.kind == QueryNodeKind::fuzzy)
            builder_.note(node, "read_as_word", "This kind of pattern is not searched; it was read as a word");
        if (kind == FieldKind::name)
            return leaf_.name(node.text, node.first_author ? kFirstAuthorPrefix : kAuthorKeyPrefix);
        if (kind == FieldKind::value || kind == FieldKind::year)
            return without_weight(leaf_.value(*node.field, node.text));
        return words(node);
    }

    std::optional<Query> words(const QueryNode& node) {
        const std::vector<QueryWord> words = query_words(builder_.analyzer_, node.text);
        if (words.empty()) return std::nullopt;
        const bool exact = node.kind == QueryNodeKind::exact_word || node.kind == QueryNodeKind::exact_phrase;
        if (exact) return leaf_.exact(words, node.field);
        if (node.field != nullptr && node.field->id == FieldId::journal) return leaf_.journal(words);
        return leaf_.phrase(words, node.field, node.text);
    }

    Query pattern(const QueryNode& node, FieldKind kind) {
        const std::string_view start = without_asterisk(node.text);
        if (kind == FieldKind::name) return leaf_.name_prefix(start);
        if (node.field != nullptr && node.field->id == FieldId::journal) return leaf_.journal_prefix(start);
        Query found = leaf_.prefix(start, node.field);
        if (leaf_.capped())
            builder_.note(node, "expansion_capped",
                          "This pattern stands for too many words; the most frequent were searched");
        return found;
    }

    bool is_stop_word(const QueryNode& node) {
        if (node.kind != QueryNodeKind::word || node.field != nullptr) return false;
        const std::vector<QueryWord> words = query_words(builder_.analyzer_, node.text);
        return !words.empty() && std::ranges::all_of(words, &QueryWord::stop);
    }

    QueryBuilder& builder_;
    LeafQuery leaf_;
    ListMode mode_;
};

Query QueryBuilder::build(const QueryNode& root, ListMode mode) {
    Leaves leaves(*this, mode);
    const std::optional<Query> query = leaves.of(root);
    capped_ = capped_ || leaves.capped();
    add_expansions(leaves.expansions());
    return query ? *query : every_document();
}

Query QueryBuilder::build_value(const Field& field, std::string_view text) {
    LeafQuery leaf(reader_, analyzer_, deadline_);
    switch (field.kind) {
    case FieldKind::name: {
        Query found = leaf.name(text, kAuthorKeyPrefix);
        add_expansions(leaf.expansions());
        return found;
    }
    case FieldKind::text: {
        const std::vector<QueryWord> words = query_words(analyzer_, text);
        if (words.empty()) return Query::MatchNothing;
        return field.id == FieldId::journal ? leaf.journal(words) : leaf.phrase(words, &field, text);
    }
    default: return leaf.value(field, text);
    }
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
