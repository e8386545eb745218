// SPDX-License-Identifier: GPL-2.0-or-later
//
// One request: the query's matches as a set (for totals, filters and facets), the best of them by the matcher, and the
// records of one page.

#include "searcher/search.h"

#include "common/facet_values.h"
#include "common/matching.h"
#include "common/record_id.h"
#include "searcher/filters.h"
#include "searcher/hit.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/ranking.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>

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
        const ParsedQuery query =
            parse_query(page_.request.text, page_.request.plain ? QuerySyntax::plain : QuerySyntax::full);
        page_.parsed = print_tree(query.root);
        page_.notes = query.notes;
        try {
            search(query);
        } catch (const DeadlinePassed&) {
            page_.timed_out = true;
            page_.total_exact = false;
            for (FacetResult& facet : page_.facets) facet.exact = false;
        }
        page_.expansions = builder_.expansions();
        page_.notes.insert(page_.notes.end(), builder_.notes().begin(), builder_.notes().end());
        return std::move(page_);
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
    /// Fills the page step by step, so that what there is stays when the time is over.
    void search(const ParsedQuery& query) {
        const Xapian::Query wanted =
            builder_.build(query.root, page_.request.match == MatchMode::all ? ListMode::all : ListMode::any);
        const DocSet matches = matching(wanted);
        const Filters filters(page_.request, reader_, builder_);
        DocSet shown = matches;
        filters.apply(shown);
        page_.total = shown.size();
        page_.total_exact = !builder_.capped();
        if (page_.request.count_only) return;
        add_hits(best(query, wanted, shown, filters.empty() ? nullptr : &shown), query);
        add_facets(matches, shown, filters);
    }

    DocSet matching(const Xapian::Query& query) const {
        return matching_documents(reader_.database(), query, reader_.doc_limit(), deadline_);
    }

    std::vector<RankedDocument> rank(const Xapian::Query& query, const DocSet* within, const Ranking& ranking) const {
        return annota::rank(reader_.database(), query, within, ranking, deadline_);
    }

    /// The hits of the page. `within` is `shown` where that is less than what `wanted` matches, else null.
    std::vector<RankedDocument> best(const ParsedQuery& query, const Xapian::Query& wanted, const DocSet& shown,
                                     const DocSet* within) {
        Ranking ranking{page_.request.sort, page_.request.offset, page_.request.limit};
        if (query.empty() && ranking.sort == SortOrder::relevance) ranking.sort = SortOrder::newest;
        const bool two_groups = page_.request.match == MatchMode::automatic && ranking.sort == SortOrder::relevance;
        return two_groups ? all_words_first(query, wanted, shown, within) : rank(wanted, within, ranking);
    }

    /// Documents with all words, then the rest.
    std::vector<RankedDocument> all_words_first(const ParsedQuery& query, const Xapian::Query& any, const DocSet& shown,
                                                const DocSet* within) {
        const std::uint64_t offset = page_.request.offset;
        const std::uint64_t limit = page_.request.limit;
        const Xapian::Query all = builder_.build(query.root, ListMode::all);
        DocSet with_all = matching(all);
        with_all &= shown;
        const std::uint64_t first_group = with_all.size();
        if (first_group == page_.total) return rank(any, within, {SortOrder::relevance, offset, limit});
        std::vector<RankedDocument> best;
        if (offset < first_group) best = rank(all, within, {SortOrder::relevance, offset, limit});
        if (best.size() == limit) return best;
        DocSet others = shown;
        others -= with_all;
        const std::uint64_t skipped = offset > first_group ? offset - first_group : 0;
        const std::vector<RankedDocument> rest =
            rank(any, &others, {SortOrder::relevance, skipped, limit - best.size()});
        best.insert(best.end(), rest.begin(), rest.end());
        return best;
    }

    void add_hits(const std::vector<RankedDocument>& best, const ParsedQuery& query) {
        const bool ids_alone = page_.request.fields == std::vector<std::string>{"id"};
        const bool with_links = std::ranges::find(page_.request.fields, "record") != page_.request.fields.end();
        HitMaker maker(highlight_rules(query.root, analyzer_), reader_, analyzer_, with_links);
        std::uint64_t rank = page_.request.offset;
        for (const RankedDocument& document : best) {
            deadline_.check();
            page_.hits.push_back(ids_alone ? maker.bare(document, ++rank) : maker.make(document, ++rank));
        }
    }

    void add_facets(const DocSet& matches, const DocSet& shown, const Filters& filters) {
        for (const FacetRequest& wanted : page_.request.facets) {
            const Field* const field = find_field(wanted.field);
            const std::optional<std::size_t> facet = field == nullptr ? std::nullopt : facet_ordinal(field->id);
            if (!facet) throw RequestFault("unknown_facet", "there is no facet '" + wanted.field + "'");
            deadline_.check();
            CountOptions options{wanted.count,
                                 field->id == FieldId::year ? BucketOrder::newest_first : BucketOrder::count,
                                 filters.selected_keys(field->id)};
            options.persons = field->id == FieldId::author;
            options.script = page_.request.script();
            DocSet counted = shown;
            if (filters.restricts(field->id)) {
                counted = matches;
                filters.apply(counted, field->id);
            }
            page_.facets.push_back({std::string(field->name), count_facet(reader_.columns()[*facet], counted, options),
                                    page_.total_exact});
        }
    }

    IndexReader& reader_;
    Analyzer& analyzer_;
    const Deadline& deadline_;
    QueryBuilder builder_;
    ResultPage page_;
};

} // namespace

ResultPage Searcher::search(const SearchRequest& request) {
    const Clock::time_point start = Clock::now();
    const Deadline deadline =
        request.timeout_ms > 0 ? Deadline(std::chrono::milliseconds(request.timeout_ms)) : Deadline();
    ResultPage page = with_stable_index(reader_, [&] {
        Search search(request, reader_, analyzer_, deadline);
        return request.get.empty() ? search.answer() : search.fetch();
    });
    page.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return page;
}

} // namespace annota
