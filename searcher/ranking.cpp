// SPDX-License-Identifier: GPL-2.0-or-later
//
// The matcher runs pruned: totals and facets come from elsewhere, so it may skip whatever cannot be on the page. But
// Xapian 1.4.22 loses documents where it prunes an AND_MAYBE: on turning it into an AND it steps over the document at
// which the right side already stands. A word with its boosts becomes an OR, which comes to the same; what else has an
// AND_MAYBE runs unpruned.

#include "searcher/ranking.h"

#include "common/columns.h"
#include "common/schema.h"
#include "searcher/bm25.h"
#include "searcher/doc_set_source.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace annota {

namespace {

const std::string kAfterAllValues = "\xFF";

/// Authors are in no value slot but in the columns beside the index, the first author first.
class FirstAuthorKeys : public Xapian::KeyMaker {
public:
    explicit FirstAuthorKeys(const Column& authors) : authors_(authors) {}

    std::string operator()(const Xapian::Document& document) const override {
        const std::span<const std::uint32_t> values = authors_.of(document.get_docid());
        std::string key(values.empty() ? kAfterAllValues : authors_.key(authors_.key_of(values.front())));
        key.push_back('\0'); // Before every letter of a longer key.
        return key + document.get_value(kIdSlot);
    }

private:
    const Column& authors_;
};

/// Values as sort keys, ascending, missing ones last.
std::unique_ptr<Xapian::KeyMaker> make_keys(IndexReader& reader, SortOrder sort) {
    if (sort == SortOrder::author)
        return std::make_unique<FirstAuthorKeys>(reader.column(*facet_ordinal(FieldId::author)));
    auto keys = std::make_unique<Xapian::MultiValueKeyMaker>();
    if (sort == SortOrder::oldest) keys->add_value(kYearSlot, false, kAfterAllValues);
    if (sort == SortOrder::newest) keys->add_value(kYearSlot, true);
    if (sort == SortOrder::title) keys->add_value(kTitleSlot, false, kAfterAllValues);
    if (sort == SortOrder::first_added) keys->add_value(kAddedSlot, false, kAfterAllValues);
    if (sort == SortOrder::last_added) keys->add_value(kAddedSlot, true);
    keys->add_value(kIdSlot);
    return keys;
}

using Query = Xapian::Query;

/// Whether all terms of `boosts` are the same word in a field, and so stand only where the word does.
bool boosts_word(const Query& word, const Query& boosts) {
    if (word.get_type() != Query::LEAF_TERM) return false;
    const std::string term = *word.get_terms_begin();
    return std::all_of(boosts.get_terms_begin(), boosts.get_terms_end(),
                       [&](const std::string& boost) { return boost.ends_with(term); });
}

Query without_boosted_words(const Query& query) {
    const Query::op type = query.get_type();
    if (type == Query::OP_AND_MAYBE && boosts_word(query.get_subquery(0), query.get_subquery(1)))
        return {Query::OP_OR, query.get_subquery(0), query.get_subquery(1)};
    if (type != Query::OP_OR && type != Query::OP_FILTER && type != Query::OP_AND_NOT) return query;
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        const bool weighted = i == 0 || type == Query::OP_OR;
        parts.push_back(weighted ? without_boosted_words(query.get_subquery(i)) : query.get_subquery(i));
    }
    return {type, parts.begin(), parts.end()};
}

bool can_be_pruned(const Query& query) {
    if (query.get_type() == Query::OP_AND_MAYBE) return false;
    if (query.get_type() == Query::OP_SYNONYM) return true; // Of many terms.
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        if (!can_be_pruned(query.get_subquery(i))) return false;
    return true;
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
    const Query query = without_boosted_words(wanted.query);
    enquire.set_query(wanted.within == nullptr ? query : Query(Query::OP_FILTER, query, doc_set_query(*wanted.within)));
    use_bm25(enquire);
    std::unique_ptr<Xapian::KeyMaker> keys;
    if (ranking.sort == SortOrder::relevance) {
        enquire.set_sort_by_relevance_then_value(kIdSlot, false);
    } else {
        keys = make_keys(reader, ranking.sort);
        enquire.set_sort_by_key(keys.get(), false);
    }
    const DeadlineDecider decider(deadline);
    const Xapian::doccount visited = can_be_pruned(query) ? 0 : reader.database().get_doccount();
    const Xapian::MSet found =
        enquire.get_mset(static_cast<Xapian::doccount>(ranking.offset), static_cast<Xapian::doccount>(ranking.limit),
                         visited, nullptr, deadline.is_set() ? &decider : nullptr);
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
