// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/document_check.h"

#include "common/facet_values.h"
#include "common/option_value.h"
#include "common/schema.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace annota {

namespace {

using WdfByTerm = std::map<std::string, std::uint32_t>;

WdfByTerm expected_terms(const DocumentTerms& terms) {
    WdfByTerm expected;
    for (std::uint32_t term = 0; term < terms.terms.size(); ++term)
        expected.emplace(terms.terms[term], terms.wdfs[term]);
    return expected;
}

WdfByTerm indexed_terms(const Xapian::Document& document) {
    WdfByTerm indexed;
    for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) indexed[*at] = at.get_wdf();
    return indexed;
}

/// The first difference in words; empty where there is none.
std::string first_difference(const WdfByTerm& indexed, const WdfByTerm& expected) {
    auto here = indexed.begin();
    auto there = expected.begin();
    for (; here != indexed.end() && there != expected.end(); ++here, ++there) {
        if (here->first < there->first) break;
        if (here->first > there->first) break;
        if (here->second != there->second)
            return "the term " + in_quotes(here->first) + " counts " + std::to_string(here->second) + ", not " +
                   std::to_string(there->second);
    }
    if (here != indexed.end() && (there == expected.end() || here->first < there->first))
        return "the term " + in_quotes(here->first) + " is not of this record";
    if (there != expected.end()) return "the term " + in_quotes(there->first) + " is missing";
    return {};
}

} // namespace

std::uint64_t posting_hash(std::string_view term, std::uint32_t wdf) {
    return XXH3_64bits_withSeed(term.data(), term.size(), wdf);
}

DocumentCheck::DocumentCheck(const Xapian::Database& database, FlawSink sink)
    : database_(database), sink_(std::move(sink)) {}

void DocumentCheck::tell(const char* code, const StoredDocument& stored, std::string message) {
    sink_({code, stored.id, std::move(message)});
}

std::uint64_t DocumentCheck::check_ids(std::uint32_t docid, const Xapian::Document& document,
                                       const StoredDocument& stored) {
    if (document.get_value(kIdSlot) != stored.id) tell("id_value", stored, "the slot of the id names another record");
    std::set<std::string> missing;
    for (const std::string& alias : stored.aliases) missing.insert(make_term(kAliasPrefix, alias));
    missing.insert(make_term(kIdPrefix, stored.id));
    std::uint64_t sum = 0;
    std::uint64_t length = 0;
    for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) {
        const std::string term = *at;
        const std::uint32_t wdf = at.get_wdf();
        sum += posting_hash(term, wdf);
        length += wdf;
        const bool is_id = term.starts_with(kIdPrefix) || term.starts_with(kAliasPrefix);
        if (missing.erase(term) == 0 && is_id)
            tell("id_term", stored, "found under " + in_quotes(term) + ", which is not its id");
    }
    for (const std::string& term : missing) tell("id_term", stored, "not found under " + in_quotes(term));
    if (length != database_.get_doclength(docid))
        tell("document_length", stored, "its length is not that of its terms");
    return sum;
}

void DocumentCheck::check_values(const Xapian::Document& document, const StoredDocument& stored,
                                 const DocumentTerms& terms) {
    // Not the generations, which are not of the record alone.
    for (const Slot slot : {kYearSlot, kTitleSlot, kIdSlot, kLengthsSlot, kJournalSlot, kContentSlot, kWordsSlot}) {
        const auto found = std::ranges::find(terms.values, slot, &std::pair<std::uint32_t, std::string>::first);
        const std::string expected = found == terms.values.end() ? std::string() : found->second;
        if (document.get_value(slot) != expected)
            tell("value", stored, "value slot " + std::to_string(slot) + " is not of this record");
    }
}

void DocumentCheck::check_analysis(const Xapian::Document& document, const StoredDocument& stored,
                                   const Record& merged) {
    DocumentTerms terms = analyzer_.analyze(stored, merged);
    add_history(terms, stored, 0, 0);
    std::string difference = first_difference(indexed_terms(document), expected_terms(terms));
    if (!difference.empty()) tell("analysis", stored, std::move(difference));
    check_values(document, stored, terms);
}

void DocumentCheck::check_facets(std::uint32_t docid, const StoredDocument& stored, const Record& merged,
                                 const Columns& columns) {
    const FacetValues expected = analyzer_.facets(stored, merged, {});
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const Column& column = columns[i];
        std::vector<FacetValue> present;
        if (docid < columns.doc_limit())
            for (const std::uint32_t value : column.of(docid))
                present.push_back({std::string(column.key(column.key_of(value))), std::string(column.printed(value))});
        const std::string name = i < kFacetCount ? "facet " + std::string(field(kFacetFields[i]).name)
                                                 : std::string("columns about authors");
        if (present != expected[i]) tell("facet", stored, "counted under other values of the " + name);
        if (i < kFacetCount && i != kAuthorColumn)
            for (const FacetValue& value : expected[i]) ++tally_[i][value.key];
    }
    if (docid < columns.doc_limit() &&
        (columns.facts()->record(docid) != expected.record || columns.facts()->id(docid) != expected.id))
        tell("facet", stored, "the columns name another record");
    for (const std::uint32_t person : columns.persons().of(docid)) // which ones, is checked over all documents
        ++tally_[kAuthorColumn][columns.persons().text(person)];
}

} // namespace annota
