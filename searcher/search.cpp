// SPDX-License-Identifier: GPL-2.0-or-later
//
// One request: the query's matches as a set (for totals, filters and facets), the best of them, and the records of one
// page.

#include "searcher/search.h"

#include "common/record_id.h"
#include "searcher/cursor.h"
#include "searcher/evaluation.h"
#include "searcher/facet_counter.h"
#include "searcher/filters.h"
#include "searcher/hit.h"
#include "searcher/hit_order.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"

#include <algorithm>
#include <chrono>
#include <functional>

namespace annota {

namespace {

using Clock = std::chrono::steady_clock;

/// Answers one request on one state of the index.
class Search {
public:
    Search(const SearchRequest& request, IndexReader& reader, Analyzer& analyzer, const Deadline& deadline)
        : reader_(reader), analyzer_(analyzer), deadline_(deadline), builder_(reader, analyzer, deadline) {
        page_.request = request;
        page_.state = reader.state();
    }

    ResultPage answer() {
        run([this](const HitOrder& order, const ParsedQuery& query) { add_hits(order, query); });
        return std::move(page_);
    }

    HitList list() {
        std::vector<RankedDocument> documents;
        run([&](const HitOrder& order, const ParsedQuery&) { documents = order.stretch({0, page_.total}); });
        HitList list(std::move(page_));
        for (const RankedDocument& document : documents) list.add(document, reader_.id(document.docid));
        return list;
    }

    ResultPage fetch() {
        HitMaker maker({}, reader_, analyzer_, true);
        for (const std::string& id : page_.request.get) {
            const std::optional<std::uint32_t> docid = reader_.find(normalise_id(id));
            if (docid)
                page_.hits.push_back(maker.make({*docid, 0}, page_.hits.size() + 1));
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
        const ParsedQuery query =
            parse_query(page_.request.text, page_.request.plain ? QuerySyntax::plain : QuerySyntax::full);
        page_.parsed = print_tree(query.root);
        page_.notes.insert(page_.notes.end(), query.notes.begin(), query.notes.end());
        try {
            search(query, take_hits);
        } catch (const DeadlinePassed&) {
            page_.timed_out = true;
            page_.total_exact = false;
            for (FacetResult& facet : page_.facets) facet.exact = false;
            if (page_.histogram) page_.histogram->exact = false;
        }
        page_.expansions = builder_.expansions();
        page_.notes.insert(page_.notes.end(), builder_.notes().begin(), builder_.notes().end());
    }

    void read_cursor() {
        if (page_.request.cursor.empty()) return;
        cursor_ = decode_cursor(page_.request.cursor);
        if (!cursor_) throw RequestFault("bad_cursor", "the cursor is none that an answer gave");
        if (cursor_->request != request_hash(page_.request))
            throw RequestFault("foreign_cursor", "the cursor belongs to a request with another query, filter or order");
        if (page_.request.offset != 0)
            throw RequestFault("cursor_and_offset", "a request takes a cursor or an offset, not both");
        if (cursor_->generation != page_.state.generation)
            page_.notes.push_back({"generation_changed",
                                   "The index has changed since the page before; this page goes on behind its last hit",
                                   0, 0});
    }

    void search(const ParsedQuery& query, const TakeHits& take_hits) {
        const Plan wanted =
            builder_.build(query.root, page_.request.match == MatchMode::all ? ListMode::all : ListMode::any);
        SortOrder sort = page_.request.sort;
        if (query.empty() && sort == SortOrder::relevance) sort = SortOrder::newest;
        Evaluation evaluation(wanted, reader_, deadline_);
        const bool by_score = sort == SortOrder::relevance && !page_.request.count_only;
        const DocSet matches = by_score ? evaluation.scored_matches() : evaluation.matches();
        const Filters filters(page_.request, reader_, builder_);
        DocSet shown = matches;
        filters.apply(shown);
        page_.total = shown.size();
        page_.total_exact = !builder_.capped();
        if (page_.request.count_only) return;
        take_hits(HitOrder({evaluation, shown, first_group(query, shown, sort)}, sort, reader_, deadline_), query);
        add_facets(matches, shown, filters);
    }

    /// The hits with all words, where these come first.
    std::optional<DocSet> first_group(const ParsedQuery& query, const DocSet& shown, SortOrder sort) {
        if (page_.request.match != MatchMode::automatic || sort != SortOrder::relevance) return std::nullopt;
        DocSet group = matching_documents(builder_.build(query.root, ListMode::all), reader_, deadline_);
        group &= shown;
        return group;
    }

    void add_hits(const HitOrder& order, const ParsedQuery& query) {
        if (cursor_) {
            const bool same = cursor_->generation == page_.state.generation;
            page_.request.offset = same ? cursor_->offset : order.hits_up_to(*cursor_);
        }
        const std::vector<RankedDocument> best = order.stretch({page_.request.offset, page_.request.limit});
        const bool ids_alone = wants_ids_alone(page_.request);
        HitMaker maker(highlight_rules(query.root, analyzer_), reader_, analyzer_, wants_links(page_.request));
        std::uint64_t rank = page_.request.offset;
        for (const RankedDocument& document : best) {
            deadline_.check();
            page_.hits.push_back(ids_alone ? maker.bare(document, ++rank) : maker.make(document, ++rank));
        }
        if (best.empty() || rank >= page_.total) return;
        page_.next_cursor =
            encode_cursor({page_.state.generation, request_hash(page_.request), rank, order.key(best.back().docid)});
    }

    void add_facets(const DocSet& matches, const DocSet& shown, const Filters& filters) {
        if (page_.request.facets.empty() && page_.request.histogram == Histogram::none) return;
        const FacetCounter counter(reader_, filters, matches, shown);
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

    IndexReader& reader_;
    Analyzer& analyzer_;
    const Deadline& deadline_;
    QueryBuilder builder_;
    ResultPage page_;
    std::optional<Cursor> cursor_; ///< Of the request.
};

Deadline deadline_of(const SearchRequest& request) {
    return request.timeout_ms > 0 ? Deadline(std::chrono::milliseconds(request.timeout_ms)) : Deadline();
}

} // namespace

ResultPage Searcher::search(const SearchRequest& request) {
    const Clock::time_point start = Clock::now();
    const Deadline deadline = deadline_of(request);
    ResultPage page = with_stable_index(reader_, [&] {
        Search search(request, reader_, analyzer_, deadline);
        return request.get.empty() ? search.answer() : search.fetch();
    });
    page.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return page;
}

HitStream Searcher::stream(const SearchRequest& request) {
    const Deadline deadline = deadline_of(request);
    HitList list = with_stable_index(reader_, [&] { return Search(request, reader_, analyzer_, deadline).list(); });
    return {std::move(list), reader_, analyzer_};
}

} // namespace annota
