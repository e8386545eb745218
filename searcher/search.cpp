// SPDX-License-Identifier: GPL-2.0-or-later
//
// One request: the query's matches as a set (for totals, filters and facets), the best of them, and the records of one
// page.

#include "searcher/search.h"

#include "common/record_id.h"
#include "common/schema.h"
#include "searcher/cursor.h"
#include "searcher/evaluation.h"
#include "searcher/explanation.h"
#include "searcher/facet_counter.h"
#include "searcher/filters.h"
#include "searcher/hit.h"
#include "searcher/hit_order.h"
#include "searcher/journal_keys.h"
#include "searcher/language_versions.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/suggestion.h"
#include "searcher/telling_terms.h"
#include "searcher/word_terms.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>

namespace annota {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kFeedbackTerms = 20;
constexpr std::size_t kSimilarTerms = 30;
constexpr double kThousand = 1000;

/// Answers one request on one state of the collection.
class Search {
public:
    Search(const SearchRequest& request, Collection& collection, Analyzer& analyzer, const Deadline& deadline)
        : collection_(collection), analyzer_(analyzer), deadline_(deadline),
          builder_(collection.vocabulary(), analyzer, deadline,
                   [this](const std::string& name) { return other_journals(name); }) {
        page_.request = request;
        if (request.terms) {
            page_.request.facets.clear();
            page_.request.histogram = Histogram::none;
        }
        page_.generation = collection.generation();
        if (collection.size() == 1) return;
        for (std::uint32_t shard = 0; shard < collection.size(); ++shard)
            page_.shards.push_back({collection[shard].root().string(), collection[shard].state().generation});
    }

    ResultPage answer() {
        run([this](const HitOrder& order, const ParsedQuery& query) { add_hits(order, query); });
        return std::move(page_);
    }

    HitList list() {
        std::vector<RankedDocument> documents;
        run([&](const HitOrder& order, const ParsedQuery&) { documents = order.stretch({0, page_.total}); });
        HitList list(std::move(page_), collection_.states());
        for (const RankedDocument& document : documents)
            list.add(document, collection_.id({document.shard, document.docid}));
        return list;
    }

    ResultPage fetch() {
        HitMaker maker({}, collection_, analyzer_, true);
        for (const std::string& id : page_.request.get) {
            const std::optional<ShardDocument> found = collection_.find(normalise_id(id));
            if (found)
                page_.hits.push_back(maker.make({found->docid, 0, found->shard}, page_.hits.size() + 1));
            else
                page_.missing_ids.push_back(id);
        }
        page_.total = page_.hits.size();
        return std::move(page_);
    }

private:
    using TakeHits = std::function<void(const HitOrder& order, const ParsedQuery& query)>;

    /// Fills the page step by step, so that what there is stays when the time is over.
    void run(const TakeHits& take_hits) {
        read_cursor();
        if (!find_similar()) return;
        const ParsedQuery query = parse(page_.request.text);
        page_.notes.insert(page_.notes.end(), query.notes.begin(), query.notes.end());
        try {
            search(query, take_hits);
            add_suggestion(query, take_hits);
        } catch (const DeadlinePassed&) {
            page_.timed_out = true;
            page_.total_exact = false;
            for (FacetResult& facet : page_.facets) facet.exact = false;
            if (page_.histogram) page_.histogram->exact = false;
        }
        page_.expansions.insert(page_.expansions.begin(), builder_.expansions().begin(), builder_.expansions().end());
        page_.notes.insert(page_.notes.end(), builder_.notes().begin(), builder_.notes().end());
    }

    ParsedQuery parse(const std::string& text) {
        ParsedQuery query = parse_query(text, page_.request.plain ? QuerySyntax::plain : QuerySyntax::full);
        page_.parsed = print_tree(query.root);
        return query;
    }

    /// What was typed in the other keyboard layout is searched instead where nothing else is found.
    void add_suggestion(const ParsedQuery& query, const TakeHits& take_hits) {
        const std::optional<Suggestion> found =
            suggest(page_.request.text, query, collection_.vocabulary(), analyzer_, page_.total == 0);
        if (!found) return;
        page_.suggestion = found->text;
        if (page_.total > 0 || !found->layout) return;
        page_.notes.push_back({"other_layout",
                               "Nothing has these words; they were read in the other keyboard layout: " + found->text,
                               0, 0});
        page_.facets.clear();
        page_.histogram.reset();
        search(parse(found->text), take_hits);
    }

    std::set<std::string> other_journals(const std::string& name) {
        std::set<std::string> names;
        for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
            names.merge(other_journal_keys(collection_[shard], name));
        return names;
    }

    /// False where there is no such record.
    bool find_similar() {
        if (page_.request.similar.empty()) return true;
        similar_ = collection_.find(normalise_id(page_.request.similar));
        if (!similar_) page_.notes.push_back({"unknown_id", "No record has the id " + page_.request.similar, 0, 0});
        return similar_.has_value();
    }

    void read_cursor() {
        if (page_.request.cursor.empty()) return;
        cursor_ = decode_cursor(page_.request.cursor);
        if (!cursor_) throw RequestFault("bad_cursor", "the cursor is none that an answer gave");
        if (cursor_->request != request_hash(page_.request))
            throw RequestFault("foreign_cursor", "the cursor belongs to a request with another query, filter or order");
        if (page_.request.offset != 0)
            throw RequestFault("cursor_and_offset", "a request takes a cursor or an offset, not both");
        if (cursor_->generation != page_.generation)
            page_.notes.push_back({"generation_changed",
                                   "The index has changed since the page before; this page goes on behind its last hit",
                                   0, 0});
    }

    /// What is sought and how it is weighed.
    struct Question {
        Plan plan;
        Bm25Parameters parameters;
        std::optional<Plan> first_group; ///< What those match that come before all others.
    };

    /// By shard; the question must outlive it.
    struct Found {
        std::vector<Evaluation> evaluations;
        std::vector<DocSet> matches;
        std::vector<DocSet> shown; ///< What filters leave of them.
    };

    void search(const ParsedQuery& query, const TakeHits& take_hits) {
        const QueryShape shape = similar_ ? QueryShape() : query_shape(query.root, analyzer_);
        SortOrder sort = page_.request.sort;
        if (query.empty() && !similar_ && sort == SortOrder::relevance) sort = SortOrder::newest;
        const bool by_score = sort == SortOrder::relevance && !page_.request.count_only && !page_.request.terms;
        const Filters filters(page_.request, collection_, builder_);
        const bool feedback = page_.request.feedback && !shape.words.empty();
        Question question =
            ask(query, shape, by_score || feedback); // the best hits are so by score, whatever the order
        Found found = find(question, filters, by_score || feedback);
        if (feedback) {
            const std::vector<RankedDocument> best =
                order(question, found, SortOrder::relevance, shape).stretch({0, kFeedbackHits});
            question.plan =
                with_feedback(std::move(question.plan), feedback_terms(best), shape, question.parameters, collection_);
            found = find(question, filters, by_score);
        }
        for (const DocSet& documents : found.shown) page_.total += documents.size();
        page_.total_exact = !builder_.capped();
        if (page_.request.count_only) return;
        if (!page_.request.terms) take_hits(order(question, found, sort, shape), query);
        add_facets(found.matches, found.shown, filters);
        if (page_.request.terms) add_terms(found.shown, filters, found.matches);
        if (page_.request.explain) explain(query, found);
    }

    Question ask(const ParsedQuery& query, const QueryShape& shape, bool by_score) {
        Question question{builder_.build(query.root, list_mode(page_.request.match)), bm25_parameters(shape),
                          std::nullopt};
        if (similar_) {
            question.plan = like_the_record(std::move(question.plan), query.empty());
        } else if (page_.request.match == MatchMode::automatic && by_score) {
            question.first_group = builder_.build(query.root, ListMode::all);
        }
        return question;
    }

    /// `wanted` restricts it.
    Plan like_the_record(Plan wanted, bool everything) {
        const RankedDocument itself{similar_->docid, 1, similar_->shard};
        const std::vector<TellingTerm> terms = telling_terms(std::span(&itself, 1), kSimilarTerms, 1, collection_);
        Plan like = similar_to(terms, {}, collection_);
        if (!everything) {
            std::vector<Plan> parts;
            parts.push_back(std::move(like));
            parts.push_back(plan::unweighted(std::move(wanted)));
            like = plan::all_of(std::move(parts));
        }
        return plan::but_not(std::move(like), plan::word(make_term(kIdPrefix, collection_.id(*similar_))));
    }

    Found find(const Question& question, const Filters& filters, bool by_score) {
        Found found;
        found.evaluations = evaluate(question);
        found.matches = by_shard([&](std::uint32_t shard) {
            Evaluation& evaluation = found.evaluations[shard];
            DocSet documents = by_score ? evaluation.scored_matches() : evaluation.matches();
            if (similar_) remove_language_versions(*similar_, shard, documents, collection_);
            return documents;
        });
        found.shown = by_shard([&](std::uint32_t shard) {
            DocSet documents = found.matches[shard];
            filters.apply(shard, documents);
            return documents;
        });
        return found;
    }

    HitOrder order(const Question& question, Found& found, SortOrder sort, const QueryShape& shape) {
        std::vector<MatchedHits> hits;
        hits.reserve(collection_.size());
        for (std::uint32_t shard = 0; shard < collection_.size(); ++shard) {
            hits.push_back({found.evaluations[shard], found.shown[shard], std::nullopt});
            if (!question.first_group || sort != SortOrder::relevance) continue;
            hits.back().first_group = matching_documents(*question.first_group, collection_[shard], deadline_);
            *hits.back().first_group &= found.shown[shard];
        }
        HitOrder order(std::move(hits), sort, collection_, deadline_);
        order.refine(shape);
        return order;
    }

    /// And says that they were looked for.
    std::vector<TellingTerm> feedback_terms(std::span<const RankedDocument> best) {
        std::vector<TellingTerm> terms = telling_terms(best, kFeedbackTerms, 2, collection_);
        for (const TellingTerm& term : terms)
            page_.expansions.push_back({"", term.term, "feedback", std::round(term.share * kThousand) / kThousand});
        return terms;
    }

    template <class Make> std::vector<DocSet> by_shard(Make make) {
        std::vector<DocSet> documents;
        documents.reserve(collection_.size());
        for (std::uint32_t shard = 0; shard < collection_.size(); ++shard) documents.push_back(make(shard));
        return documents;
    }

    /// Of several indexes with the statistics of all, so that scores are those of one.
    std::vector<Evaluation> evaluate(const Question& question) {
        statistics_ = {};
        std::vector<Evaluation> evaluations;
        evaluations.reserve(collection_.size());
        for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
            evaluations.emplace_back(question.plan, collection_[shard], deadline_, question.parameters,
                                     collection_.hidden(shard));
        if (evaluations.size() == 1) return evaluations;
        for (Evaluation& evaluation : evaluations) statistics_ += evaluation.statistics();
        for (Evaluation& evaluation : evaluations) evaluation.use(statistics_);
        return evaluations;
    }

    void add_hits(const HitOrder& order, const ParsedQuery& query) {
        if (cursor_) {
            const bool same = cursor_->generation == page_.generation;
            page_.request.offset = same ? cursor_->offset : order.hits_up_to(*cursor_);
        }
        const std::vector<RankedDocument> best = order.stretch({page_.request.offset, page_.request.limit});
        const bool ids_alone = wants_ids_alone(page_.request);
        HitMaker maker(highlight_rules(query.root, list_mode(page_.request.match), analyzer_), collection_, analyzer_,
                       wants_links(page_.request));
        std::uint64_t rank = page_.request.offset;
        listed_ = best;
        for (const RankedDocument& document : best) {
            deadline_.check();
            page_.hits.push_back(ids_alone ? maker.bare(document, ++rank) : maker.make(document, ++rank));
        }
        if (best.empty() || rank >= page_.total) return;
        page_.next_cursor =
            encode_cursor({page_.generation, request_hash(page_.request), rank, order.key(best.back())});
    }

    void add_facets(const std::vector<DocSet>& matches, const std::vector<DocSet>& shown, const Filters& filters) {
        if (page_.request.facets.empty() && page_.request.histogram == Histogram::none) return;
        const FacetCounter counter(collection_, filters, matches, shown);
        for (const FacetRequest& wanted : page_.request.facets) {
            deadline_.check();
            page_.facets.push_back(counter.count(wanted, page_.request.script()));
            page_.facets.back().exact = page_.total_exact;
        }
        if (page_.request.histogram == Histogram::none) return;
        deadline_.check();
        page_.histogram = counter.histogram(page_.request.histogram);
        page_.histogram->exact = page_.total_exact;
    }

    void explain(const ParsedQuery& query, Found& found) {
        Explainer explainer(page_.request, builder_, collection_, deadline_);
        page_.explanation = explainer.explain(query.root, found.matches, page_.total);
        for (std::size_t i = 0; i < page_.hits.size(); ++i)
            page_.hits[i].score_parts = explainer.parts_of(listed_[i], found.evaluations);
    }

    /// In the place of facets.
    void add_terms(const std::vector<DocSet>& shown, const Filters& filters, const std::vector<DocSet>& matches) {
        const auto& [field, prefix] = *page_.request.terms;
        const auto& [limit, offset] = std::pair(page_.request.limit, page_.request.offset);
        deadline_.check();
        const Field* const row = find_field(field);
        if (row != nullptr && row->facet) {
            FacetRequest wanted{field, limit};
            wanted.offset = offset;
            wanted.order = FacetOrder::value;
            wanted.prefix = prefix;
            page_.facets.push_back(
                FacetCounter(collection_, filters, matches, shown).count(wanted, page_.request.script()));
            page_.facets.back().exact = page_.total_exact;
            return;
        }
        WordTerms words = list_words(*page_.request.terms, {offset, limit}, shown, collection_, analyzer_, deadline_);
        page_.facets.push_back(
            {field.empty() ? "word" : field, {}, std::move(words.counts), {}, page_.total_exact && words.exact});
    }

    Collection& collection_;
    Analyzer& analyzer_;
    const Deadline& deadline_;
    QueryBuilder builder_;
    Statistics statistics_; ///< Of several indexes.
    ResultPage page_;
    std::vector<RankedDocument> listed_;   ///< The hits of the page.
    std::optional<Cursor> cursor_;         ///< Of the request.
    std::optional<ShardDocument> similar_; ///< The record whose like is sought.
};

Deadline deadline_of(const SearchRequest& request) {
    return request.timeout_ms > 0 ? Deadline(std::chrono::milliseconds(request.timeout_ms)) : Deadline();
}

} // namespace

ResultPage Searcher::search(const SearchRequest& request) {
    const Clock::time_point start = Clock::now();
    const Deadline deadline = deadline_of(request);
    ResultPage page = with_stable_index(collection_, [&] {
        Search search(request, collection_, analyzer_, deadline);
        return request.get.empty() ? search.answer() : search.fetch();
    });
    page.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return page;
}

HitStream Searcher::stream(const SearchRequest& request) {
    const Deadline deadline = deadline_of(request);
    HitList list =
        with_stable_index(collection_, [&] { return Search(request, collection_, analyzer_, deadline).list(); });
    return {std::move(list), collection_, analyzer_};
}

} // namespace annota
