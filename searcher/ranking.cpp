// SPDX-License-Identifier: GPL-2.0-or-later
//
// The matcher runs pruned: totals and facets come from elsewhere, so it may skip whatever cannot be on the page.

#include "searcher/ranking.h"

#include "common/schema.h"
#include "searcher/bm25.h"
#include "searcher/doc_set_source.h"

#include <xapian.h>

namespace annota {

namespace {

const std::string kAfterAllValues = "\xFF";

/// Values as sort keys, ascending, missing ones last.
void add_sort_values(Xapian::MultiValueKeyMaker& keys, SortOrder sort) {
    if (sort == SortOrder::oldest) keys.add_value(kYearSlot, false, kAfterAllValues);
    if (sort == SortOrder::newest) keys.add_value(kYearSlot, true);
    if (sort == SortOrder::title) keys.add_value(kTitleSlot, false, kAfterAllValues);
    keys.add_value(kIdSlot);
}

/// Lets all documents pass, as long as there is time.
class DeadlineDecider : public Xapian::MatchDecider {
public:
    explicit DeadlineDecider(const Deadline& deadline) : deadline_(deadline) {}
    bool operator()(const Xapian::Document&) const override {
        deadline_.check();
        return true;
    }

private:
    const Deadline& deadline_;
};

} // namespace

std::vector<RankedDocument> rank(const Xapian::Database& database, const Xapian::Query& query, const DocSet* within,
                                 const Ranking& ranking, const Deadline& deadline) {
    deadline.check();
    Xapian::Enquire enquire(database);
    enquire.set_query(within == nullptr ? query
                                        : Xapian::Query(Xapian::Query::OP_FILTER, query, doc_set_query(*within)));
    use_bm25(enquire);
    Xapian::MultiValueKeyMaker keys;
    add_sort_values(keys, ranking.sort);
    if (ranking.sort == SortOrder::relevance)
        enquire.set_sort_by_relevance_then_value(kIdSlot, false);
    else
        enquire.set_sort_by_key(&keys, false);
    const DeadlineDecider decider(deadline);
    const Xapian::MSet found =
        enquire.get_mset(static_cast<Xapian::doccount>(ranking.offset), static_cast<Xapian::doccount>(ranking.limit), 0,
                         nullptr, deadline.is_set() ? &decider : nullptr);
    std::vector<RankedDocument> documents;
    for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit)
        documents.push_back({*hit, hit.get_weight()});
    return documents;
}

} // namespace annota
