// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/explanation.h"

#include "common/field.h"
#include "common/schema.h"
#include "searcher/filters.h"
#include "searcher/leaf_plan.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <utility>

namespace annota {

namespace {

constexpr std::size_t kShownTerms = 10;
constexpr double kLeastPart = 1e-4; ///< What floats lose in a sum is no part.

/// A term of the index as a user would ask for it: "author:danilin", "year:2020"; words of texts as they are.
std::string readable(const std::string& term) {
    for (const std::string_view prefix : {kAuthorKeyPrefix, kEditorKeyPrefix, kFirstAuthorPrefix})
        if (term.starts_with(prefix)) return "author:" + term.substr(prefix.size());
    const Field* longest = nullptr;
    for (const Field& field : kFields)
        if (!field.prefix.empty() && term.starts_with(field.prefix) &&
            (longest == nullptr || field.prefix.size() > longest->prefix.size()))
            longest = &field;
    if (longest == nullptr) return term;
    return std::string(longest->name) + ':' + term.substr(longest->prefix.size());
}

void add_terms(const Plan& plan, std::vector<std::string>& terms) {
    for (const std::string& term : plan.terms)
        if (const std::string shown = readable(term); std::ranges::find(terms, shown) == terms.end())
            terms.push_back(shown);
    for (const Plan& part : plan.parts) add_terms(part, terms);
}

/// The terms of a field for words of texts.
std::vector<std::string> in_field(const std::vector<std::string>& terms, FieldId id) {
    std::vector<std::string> found;
    for (const std::string& term : terms)
        if (is_bare_term(term)) found.push_back(make_term(field(id).prefix, term));
    return found;
}

/// A request with nothing but filters, of which some may be taken away.
SearchRequest filters_of(const SearchRequest& request) {
    SearchRequest filters;
    filters.filters = request.filters;
    filters.first_year = request.first_year;
    filters.last_year = request.last_year;
    return filters;
}

/// Each filter by itself, or, with `others`, all but this one.
std::vector<std::pair<std::string, SearchRequest>> single_filters(const SearchRequest& request, bool others) {
    std::vector<std::pair<std::string, SearchRequest>> single;
    const SearchRequest all = filters_of(request);
    for (std::size_t i = 0; i < request.filters.size(); ++i) {
        SearchRequest one = others ? all : SearchRequest();
        if (others)
            one.filters.erase(one.filters.begin() + static_cast<std::ptrdiff_t>(i));
        else
            one.filters = {request.filters[i]};
        single.emplace_back(filter_text(request.filters[i]), std::move(one));
    }
    if (request.first_year || request.last_year) {
        SearchRequest one = others ? all : SearchRequest();
        one.first_year = others ? std::nullopt : request.first_year;
        one.last_year = others ? std::nullopt : request.last_year;
        single.emplace_back(years_text(request), std::move(one));
    }
    return single;
}

std::uint64_t size_of(const std::vector<DocSet>& documents) {
    return std::transform_reduce(documents.begin(), documents.end(), std::uint64_t{0}, std::plus<>(),
                                 [](const DocSet& one) { return static_cast<std::uint64_t>(one.size()); });
}

} // namespace

Explanation Explainer::explain(const QueryNode& root, const std::vector<DocSet>& matches, std::uint64_t total) {
    Explanation made;
    read_words(root, made.words);
    made.matches = size_of(matches);
    made.filters = effects(matches);
    if (total == 0) made.alternatives = alternatives(root, matches);
    return made;
}

/// Of all leaves but excluded ones.
void Explainer::read_words(const QueryNode& node, std::vector<WordReading>& words) {
    deadline_.check();
    if (node.mark == QueryMark::must_not || node.kind == QueryNodeKind::none_of) return;
    if (node.is_leaf()) words.push_back(reading(node));
    for (const QueryNode& child : node.children) read_words(child, words);
}

WordReading Explainer::reading(const QueryNode& leaf) {
    QueryNode alone = leaf;
    alone.mark = QueryMark::none;
    const Plan plan = builder_.build(alone, ListMode::any);
    WordReading made{print_query(alone), {}, 0, size_of(matches_of(plan))};
    add_terms(plan, made.terms);
    if (made.terms.size() <= kShownTerms) return made;
    made.more_terms = made.terms.size() - kShownTerms;
    made.terms.resize(kShownTerms);
    return made;
}

std::vector<DocSet> Explainer::matches_of(const Plan& plan) {
    std::vector<DocSet> matches;
    matches.reserve(collection_.size());
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
        matches.push_back(matching_documents(plan, collection_[shard], deadline_, collection_.hidden(shard)));
    return matches;
}

std::uint64_t Explainer::count(const SearchRequest& filters, std::vector<DocSet> matches) {
    const Filters restriction(filters, collection_, builder_);
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard) restriction.apply(shard, matches[shard]);
    return size_of(matches);
}

/// What each filter takes by itself; several may take the same.
std::vector<FilterEffect> Explainer::effects(const std::vector<DocSet>& matches) {
    std::vector<FilterEffect> effects;
    for (const auto& [text, alone] : single_filters(request_, false))
        effects.push_back({text, size_of(matches) - count(alone, matches)});
    return effects;
}

/// What a part of the query or a filter less would find, if anything.
std::vector<Alternative> Explainer::alternatives(const QueryNode& root, const std::vector<DocSet>& matches) {
    std::vector<Alternative> found;
    for (const auto& [text, others] : single_filters(request_, true))
        if (const std::uint64_t total = count(others, matches); total > 0) found.push_back({text, total});
    const SearchRequest filters = filters_of(request_);
    const bool has_parts = root.kind == QueryNodeKind::list || root.kind == QueryNodeKind::all_of;
    for (std::size_t i = 0; has_parts && root.children.size() > 1 && i < root.children.size(); ++i) {
        QueryNode rest = root;
        rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(i));
        const std::uint64_t total = count(filters, matches_of(builder_.build(rest, list_mode(request_.match))));
        if (total > 0) found.push_back({print_query(root.children[i]), total});
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Alternative::total);
    return found;
}

std::vector<ScorePart> Explainer::parts_of(const RankedDocument& hit, std::span<Evaluation> evaluations) {
    Evaluation& evaluation = evaluations[hit.shard];
    std::vector<ScorePart> parts;
    double left = hit.score;
    for (const LeafScore& leaf : evaluation.leaf_scores(hit.docid)) {
        left -= leaf.score;
        ScorePart part{{}, leaf.leaf->kind == PlanKind::group ? "any" : "word", 0, 0, 0, 0, leaf.score};
        add_terms(*leaf.leaf, part.terms);
        if (part.terms.size() > kShownTerms) part.terms.resize(kShownTerms);
        part.occurrences = evaluation.occurrences(leaf.leaf->terms, hit.docid);
        part.in_title = evaluation.occurrences(in_field(leaf.leaf->terms, FieldId::title), hit.docid);
        part.in_keywords = evaluation.occurrences(in_field(leaf.leaf->terms, FieldId::keyword), hit.docid);
        for (Evaluation& one : evaluations)
            for (const std::string& term : leaf.leaf->terms) part.documents += one.frequency(term).documents;
        parts.push_back(std::move(part));
    }
    if (left > kLeastPart) parts.push_back({{}, "order", 0, 0, 0, 0, left});
    std::ranges::stable_sort(parts, std::ranges::greater(), &ScorePart::score);
    return parts;
}

} // namespace annota
