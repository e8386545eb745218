// SPDX-License-Identifier: GPL-2.0-or-later
//
// The matcher runs pruned: totals and facets come from elsewhere, so it may skip whatever cannot be on the page.

#include "searcher/ranking.h"

#include "common/columns.h"
#include "common/schema.h"
#include "searcher/bm25.h"
#include "searcher/doc_set_source.h"

#include <xapian.h>

#include <memory>

namespace annota {

namespace {

const std::string kAfterAllValues = "\xFF";

/// Authors are in no value slot but in the columns beside the index, the first author first.
class FirstAuthorKeys : public Xapian::KeyMaker {
public:
    explicit FirstAuthorKeys(const Column& authors) : authors_(authors) {}

    std::string operator()(const Xapian::Document& document) const override {
        const std::span<const std::uint32_t> values = authors_.of(document.get_docid());
        std::string key(values.empty() ? kAfterAllValues : authors_.keys[authors_.key_of[values.front()]]);
        key.push_back('\0'); // Before every letter of a longer key.
        return key + document.get_value(kIdSlot);
    }

private:
    const Column& authors_;
};

/// Values as sort keys, ascending, missing ones last.
std::unique_ptr<Xapian::KeyMaker> make_keys(IndexReader& reader, SortOrder sort) {
    if (sort == SortOrder::author)
        return std::make_unique<FirstAuthorKeys>(reader.columns()[*facet_ordinal(FieldId::author)]);
    auto keys = std::make_unique<Xapian::MultiValueKeyMaker>();
    if (sort == SortOrder::oldest) keys->add_value(kYearSlot, false, kAfterAllValues);
    if (sort == SortOrder::newest) keys->add_value(kYearSlot, true);
    if (sort == SortOrder::title) keys->add_value(kTitleSlot, false, kAfterAllValues);
    if (sort == SortOrder::first_added) keys->add_value(kAddedSlot, false, kAfterAllValues);
    if (sort == SortOrder::last_added) keys->add_value(kAddedSlot, true);
    keys->add_value(kIdSlot);
    return keys;
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

std::vector<RankedDocument> rank(IndexReader& reader, const RankedQuery& wanted, const Ranking& ranking,
                                 const Deadline& deadline) {
    deadline.check();
    Xapian::Enquire enquire(reader.database());
    enquire.set_query(wanted.within == nullptr
                          ? wanted.query
                          : Xapian::Query(Xapian::Query::OP_FILTER, wanted.query, doc_set_query(*wanted.within)));
    use_bm25(enquire);
    std::unique_ptr<Xapian::KeyMaker> keys;
    if (ranking.sort == SortOrder::relevance) {
        enquire.set_sort_by_relevance_then_value(kIdSlot, false);
    } else {
        keys = make_keys(reader, ranking.sort);
        enquire.set_sort_by_key(keys.get(), false);
    }
    const DeadlineDecider decider(deadline);
    const Xapian::MSet found =
        enquire.get_mset(static_cast<Xapian::doccount>(ranking.offset), static_cast<Xapian::doccount>(ranking.limit), 0,
                         nullptr, deadline.is_set() ? &decider : nullptr);
    std::vector<RankedDocument> documents;
    documents.reserve(found.size());
    for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit)
        documents.push_back({*hit, hit.get_weight()});
    return documents;
}

std::string sort_key(IndexReader& reader, std::uint32_t docid, SortOrder sort) {
    if (sort == SortOrder::relevance) return reader.id(docid);
    return (*make_keys(reader, sort))(reader.database().get_document(docid));
}

} // namespace annota
