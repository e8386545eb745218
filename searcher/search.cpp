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
    Search(const SearchRequest& request, IndexReader& reader, Analyzer& analyzer)
        : reader_(reader), analyzer_(analyzer), builder_(reader, analyzer) {
        page_.request = request;
        page_.state = reader.state();
        if (request.timeout_ms > 0) deadline_ = Clock::now() + std::chrono::milliseconds(request.timeout_ms);
    }

    ResultPage answer() {
        const ParsedQuery query =
            parse_query(page_.request.text, page_.request.plain ? QuerySyntax::plain : QuerySyntax::full);
        page_.parsed = print_tree(query.root);
        page_.notes = query.notes;
        const bool two_steps =
            page_.request.match == MatchMode::automatic && page_.request.sort == SortOrder::relevance;
        const ListMode mode = page_.request.match == MatchMode::all ? ListMode::all : ListMode::any;
        const Xapian::Query wanted = builder_.build(query.root, mode);
        DocSet matches = matching_documents(reader_.database(), wanted, reader_.doc_limit());
        const Filters filters(page_.request, reader_, builder_);
        DocSet shown = matches;
        filters.apply(shown);
        page_.total = shown.size();
        page_.total_exact = !builder_.capped();
        if (!page_.request.count_only) {
            const DocSet* const within = filters.empty() ? nullptr : &shown;
            std::vector<RankedDocument> best;
            if (query.empty())
                best = rank_all(wanted, within);
            else if (two_steps)
                best = rank_all_words_first(query, wanted, shown, within);
            else
                best = rank(reader_.database(), wanted, within, page_.request.sort, range());
            add_hits(best, query);
            add_facets(matches, shown, filters);
        }
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
    RankingRange range() const { return {page_.request.offset, page_.request.limit}; }

    bool out_of_time() {
        if (!deadline_ || Clock::now() < *deadline_) return false;
        page_.timed_out = true;
        page_.total_exact = false;
        return true;
    }

    std::vector<RankedDocument> rank_all(const Xapian::Query& everything, const DocSet* within) {
        const SortOrder sort = page_.request.sort == SortOrder::relevance ? SortOrder::newest : page_.request.sort;
        return rank(reader_.database(), everything, within, sort, range());
    }

    /// Documents with all words, then the rest.
    std::vector<RankedDocument> rank_all_words_first(const ParsedQuery& query, const Xapian::Query& any,
                                                     const DocSet& shown, const DocSet* within) {
        const Xapian::Query all = builder_.build(query.root, ListMode::all);
        DocSet with_all = matching_documents(reader_.database(), all, reader_.doc_limit());
        with_all &= shown;
        const std::uint64_t first_group = with_all.size();
        std::vector<RankedDocument> best;
        if (first_group == page_.total) return rank(reader_.database(), any, within, SortOrder::relevance, range());
        if (page_.request.offset < first_group)
            best = rank(reader_.database(), all, within, SortOrder::relevance, range());
        if (best.size() == page_.request.limit) return best;
        const std::uint64_t skipped = page_.request.offset > first_group ? page_.request.offset - first_group : 0;
        DocSet others = shown;
        others -= with_all;
        const std::vector<RankedDocument> rest =
            rank(reader_.database(), any, &others, SortOrder::relevance, {skipped, page_.request.limit - best.size()});
        best.insert(best.end(), rest.begin(), rest.end());
        return best;
    }

    void add_hits(const std::vector<RankedDocument>& best, const ParsedQuery& query) {
        const bool ids_alone = page_.request.fields == std::vector<std::string>{"id"};
        const bool with_links = std::ranges::find(page_.request.fields, "record") != page_.request.fields.end();
        HitMaker maker(highlight_rules(query.root, analyzer_), reader_, analyzer_, with_links);
        std::uint64_t rank = page_.request.offset;
        for (const RankedDocument& document : best) {
            if (out_of_time()) return;
            page_.hits.push_back(ids_alone ? maker.bare(document, ++rank) : maker.make(document, ++rank));
        }
    }

    void add_facets(const DocSet& matches, const DocSet& shown, const Filters& filters) {
        for (const FacetRequest& wanted : page_.request.facets) {
            const Field* const field = find_field(wanted.field);
            const std::optional<std::size_t> facet = field == nullptr ? std::nullopt : facet_ordinal(field->id);
            if (!facet) throw RequestFault("unknown_facet", "there is no facet '" + wanted.field + "'");
            if (out_of_time()) return;
            CountOptions options{wanted.count,
                                 field->id == FieldId::year ? BucketOrder::newest_first : BucketOrder::count,
                                 filters.selected_keys(field->id)};
            const Column& column = reader_.columns()[*facet];
            if (!filters.restricts(field->id)) {
                page_.facets.push_back(
                    {std::string(field->name), count_facet(column, shown, options), page_.total_exact});
                continue;
            }
            DocSet without_own = matches;
            filters.apply(without_own, field->id);
            page_.facets.push_back(
                {std::string(field->name), count_facet(column, without_own, options), page_.total_exact});
        }
    }

    IndexReader& reader_;
    Analyzer& analyzer_;
    QueryBuilder builder_;
    ResultPage page_;
    std::optional<Clock::time_point> deadline_;
};

} // namespace

ResultPage Searcher::search(const SearchRequest& request) {
    const Clock::time_point start = Clock::now();
    ResultPage page = with_stable_index(reader_, [&] {
        Search search(request, reader_, analyzer_);
        return request.get.empty() ? search.answer() : search.fetch();
    });
    page.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return page;
}

} // namespace annota
