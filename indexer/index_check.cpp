// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passes: Xapian's own check of its tables; the columns' checksum; every document; every posting list. The sides are
// compared by one sum of hashes a document: the documents' pass adds the hash of each (term, wdf), that of the posting
// lists takes it away, and what is left over is a difference.

#include "indexer/index_check.h"

#include "common/facet_counts.h"
#include "common/interrupt.h"
#include "common/journal_buckets.h"
#include "common/option_value.h"
#include "common/person_columns.h"
#include "common/schema.h"
#include "indexer/document_check.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <span>
#include <sstream>
#include <utility>
#include <vector>

namespace annota {

namespace {

constexpr std::uint32_t kSlots = 16; // more than the schema has

/// What the documents say of a value slot.
struct SlotFacts {
    std::uint64_t documents = 0;
    std::string least;
    std::string most;
};

/// Of people it is their key itself.
std::string bucket_of(const Column& column, const std::string& key) {
    const auto found = column.persons() == nullptr ? column.find_key(key) : std::nullopt;
    return found ? std::string(column.key(column.bucket_of(*found))) : key;
}

} // namespace

struct IndexCheck::State {
    State(const Xapian::Database& opened, const FlawSink& sink)
        : database(opened), codec(opened.get_metadata(kDictionaryKey)), document_check(opened, sink),
          sums(std::size_t{opened.get_lastdocid()} + 1), seen(opened.get_lastdocid() + 1),
          unread(opened.get_lastdocid() + 1) {}

    const Xapian::Database& database;
    DocumentCodec codec;
    DocumentCheck document_check;
    std::shared_ptr<const Columns> columns;
    std::vector<std::uint64_t> sums; ///< By docid.
    DocSet seen;
    DocSet unread; ///< Of those seen: told once, and compared with nothing.
    std::array<SlotFacts, kSlots> slots;
    std::uint64_t length = 0; ///< Of all documents.
    std::uint32_t shortest = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t longest = 0;
    std::uint64_t unique_terms = 0;
    bool documents_read = false;
    bool postings_read = false;
};

IndexCheck::IndexCheck(const IndexReader& reader, bool deep, FlawSink sink,
                       std::function<void(const CheckCounts&)> progress)
    : reader_(reader), deep_(deep), progress_(std::move(progress)) {
    sink_ = [this, told = std::move(sink)](const IndexFlaw& flaw) {
        ++counts_.flaws;
        told(flaw);
    };
}

IndexCheck::~IndexCheck() = default;

void IndexCheck::tell(const char* code, std::string id, std::string message) {
    sink_({code, std::move(id), std::move(message)});
}

void IndexCheck::run() {
    const auto guarded = [this](const char* code, auto pass) {
        if (interrupt_signal() != 0) return;
        try {
            (this->*pass)();
        } catch (const Xapian::Error& error) {
            tell(code, {}, error.get_msg());
        } catch (const std::runtime_error& error) {
            tell(code, {}, error.what());
        }
    };
    guarded("table", &IndexCheck::check_tables);
    try {
        state_ = std::make_unique<State>(reader_.database(), sink_);
    } catch (const std::runtime_error& error) {
        tell("dictionary", {}, error.what());
        return;
    }
    guarded("columns", &IndexCheck::check_columns);
    guarded("documents", &IndexCheck::check_documents);
    guarded("columns", &IndexCheck::check_rows);
    guarded("postings", &IndexCheck::check_postings);
    guarded("postings", &IndexCheck::compare_sides);
    guarded("statistics", &IndexCheck::check_statistics);
    if (deep_) guarded("facet_counts", &IndexCheck::check_facet_counts);
    if (deep_) guarded("journals", &IndexCheck::check_journals);
    if (deep_) guarded("authors", &IndexCheck::check_persons);
}

void IndexCheck::check_tables() {
    std::ostringstream out;
    const std::size_t errors = Xapian::Database::check((reader_.build_folder() / "index").string(), 0, &out);
    if (errors == 0) return;
    std::string said = out.str();
    while (!said.empty() && said.back() == '\n') said.pop_back();
    tell("table", {}, std::to_string(errors) + " errors in the tables; the last: " + said.substr(said.rfind('\n') + 1));
}

void IndexCheck::check_columns() {
    const IndexState& state = reader_.state();
    if (state.generation == 0 && state_->database.get_doccount() != 0) tell("generation", {}, "no generation is named");
    const std::string name = columns_file_name(state.generation);
    state_->columns = Columns::open(reader_.build_folder() / name, state);
    if (state_->columns && !state_->columns->sound()) state_->columns.reset();
    if (!state_->columns) {
        tell("columns", {}, "the file " + name + " is missing or damaged");
    } else if (state_->columns->doc_limit() > state_->database.get_lastdocid() + 1) {
        tell("columns", {}, "the columns have more rows than there are documents");
    }
}

void IndexCheck::check_documents() {
    State& state = *state_;
    const Xapian::Database& database = state.database;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        if (interrupt_signal() != 0) return;
        ++counts_.documents;
        const std::uint32_t docid = *at;
        const std::uint32_t length = at.get_doclength();
        if (docid >= state.sums.size()) {
            tell("documents", {}, "there is a document beyond the last one");
            continue;
        }
        state.seen.insert(docid);
        state.length += length;
        if (length > 0) state.shortest = std::min(state.shortest, length);
        state.longest = std::max(state.longest, length);
        if (state.columns && docid < state.columns->doc_limit() && state.columns->facts()->length(docid) != length)
            tell("columns", {}, "the columns have another length of document " + std::to_string(docid));
        check_document(docid);
        progress_(counts_);
    }
    state.documents_read = true;
    if (counts_.documents != database.get_doccount())
        tell("documents", {},
             std::to_string(database.get_doccount()) + " documents are said to be, " +
                 std::to_string(counts_.documents) + " are there");
}

void IndexCheck::check_document(std::uint32_t docid) {
    State& state = *state_;
    std::string id;
    try {
        const Xapian::Document document = state.database.get_document(docid);
        id = document.get_value(kIdSlot);
        for (auto value = document.values_begin(); value != document.values_end(); ++value) {
            if (value.get_valueno() >= kSlots) continue;
            SlotFacts& facts = state.slots[value.get_valueno()];
            if (facts.documents++ == 0 || *value < facts.least) facts.least = *value;
            facts.most = std::max(facts.most, *value);
        }
        const StoredDocument stored = state.codec.decode(document.get_value(kRecordSlot));
        id = stored.id;
        state.sums[docid] += state.document_check.check_ids(docid, document, stored);
        if (!deep_) return;
        const Record merged = merged_record(stored);
        state.document_check.check_analysis(document, stored, merged);
        if (state.columns) state.document_check.check_facets(docid, stored, merged, *state.columns);
    } catch (const Xapian::Error& error) {
        state.unread.insert(docid);
        tell("record", id, error.get_msg());
    } catch (const std::runtime_error& error) {
        state.unread.insert(docid);
        tell("record", id, error.what());
    }
}

/// No row of the columns is of a document that is not there.
void IndexCheck::check_rows() {
    const State& state = *state_;
    if (!state.columns || !state.documents_read) return;
    for (std::uint32_t docid = 1; docid < state.columns->doc_limit(); ++docid) {
        if (state.seen.contains(docid)) continue;
        for (std::size_t column = 0; column < kColumnCount; ++column) {
            if ((*state.columns)[column].of(docid).empty()) continue;
            tell("columns", {}, "the columns have a row of a document that is not there");
            return;
        }
    }
}

void IndexCheck::check_postings() {
    State& state = *state_;
    for (auto term = state.database.allterms_begin(); term != state.database.allterms_end(); ++term) {
        if (interrupt_signal() != 0) return;
        ++counts_.terms;
        check_term(*term);
        progress_(counts_);
    }
    state.postings_read = true;
    if (state.unique_terms != counts_.documents)
        tell("id_term", {},
             std::to_string(state.unique_terms) + " ids for " + std::to_string(counts_.documents) + " documents");
}

void IndexCheck::check_term(const std::string& term) {
    State& state = *state_;
    const Xapian::Database& database = state.database;
    std::uint64_t documents = 0;
    std::uint64_t occurrences = 0;
    std::uint32_t most = 0;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        const std::uint32_t wdf = at.get_wdf();
        ++documents;
        occurrences += wdf;
        most = std::max(most, wdf);
        if (*at < state.sums.size() && state.seen.contains(*at))
            state.sums[*at] -= posting_hash(term, wdf);
        else
            tell("posting", {}, "the term " + in_quotes(term) + " stands in a document that is not there");
    }
    counts_.postings += documents;
    const bool is_id = term.starts_with(kIdPrefix);
    if (is_id) ++state.unique_terms;
    if (is_id && documents != 1) tell("id_term", term.substr(kIdPrefix.size()), "several documents have this id");
    if (documents != database.get_termfreq(term) || occurrences != database.get_collection_freq(term) ||
        most > database.get_wdf_upper_bound(term))
        tell("term_statistics", {}, "the numbers of the term " + in_quotes(term) + " are not those of its postings");
}

void IndexCheck::compare_sides() {
    const State& state = *state_;
    if (!state.documents_read || !state.postings_read) return;
    state.seen.for_each([&](std::uint32_t docid) {
        if (state.sums[docid] == 0 || state.unread.contains(docid)) return;
        std::string id;
        try {
            id = state.database.get_document(docid).get_value(kIdSlot);
        } catch (const Xapian::Error&) { // told before
        }
        tell("postings", id, "the lists of documents by term differ from the terms of this record");
    });
}

void IndexCheck::check_statistics() {
    const State& state = *state_;
    const Xapian::Database& database = state.database;
    if (!state.documents_read) return;
    if (state.length != database.get_total_length())
        tell("statistics", {}, "the total length is not that of the documents");
    const bool in_bounds = state.longest == 0 || (database.get_doclength_lower_bound() <= state.shortest &&
                                                  database.get_doclength_upper_bound() >= state.longest);
    if (!in_bounds) tell("statistics", {}, "a document is shorter or longer than the bounds say");
    for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
        const SlotFacts& facts = state.slots[slot];
        const bool right = facts.documents == database.get_value_freq(slot) &&
                           (facts.documents == 0 || (database.get_value_lower_bound(slot) <= facts.least &&
                                                     database.get_value_upper_bound(slot) >= facts.most));
        if (!right) tell("value_statistics", {}, "the numbers of value slot " + std::to_string(slot) + " are wrong");
    }
}

void IndexCheck::check_facet_counts() {
    const State& state = *state_;
    if (!state.columns || !state.documents_read || state.unread.size() > 0) return;
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        DocSet documents(state.columns->doc_limit());
        state.seen.for_each([&](std::uint32_t docid) {
            if (docid < documents.limit()) documents.insert(docid);
        });
        CountOptions all;
        all.buckets = std::numeric_limits<std::uint32_t>::max();
        std::map<std::string, std::uint64_t> counted;
        for (const Bucket& bucket : count_facet((*state.columns)[facet], documents, all).buckets)
            counted[bucket.key] = bucket.count;
        std::map<std::string, std::uint64_t> expected;
        for (const auto& [key, count] : state.document_check.tally()[facet])
            expected[bucket_of((*state.columns)[facet], key)] += count;
        if (counted != expected)
            tell("facet_counts", {},
                 "the counts of the facet " + std::string(field(kFacetFields[facet]).name) + " are wrong");
    }
}

/// Every name of a journal is in the bucket that all records together say.
void IndexCheck::check_journals() {
    if (!state_->columns || interrupt_signal() != 0) return;
    const Column& journals = (*state_->columns)[kJournalColumn];
    const std::vector<std::uint32_t> expected = journal_buckets(*state_->columns);
    for (std::uint32_t key = 0; key < journals.key_count(); ++key)
        if (journals.bucket_of(key) != (expected.empty() ? key : expected[key])) {
            tell("journals", {}, "the journal " + in_quotes(journals.key(key)) + " is counted under another name");
            return;
        }
}

/// Every author stands under the person that all authors together say.
void IndexCheck::check_persons() {
    const State& state = *state_;
    if (!state.columns || interrupt_signal() != 0) return;
    const Columns& columns = *state.columns;
    const Persons& persons = columns.persons();
    const PersonRules rules = stored_person_rules(state.database.get_metadata(kPersonRulesKey));
    group_persons(columns, {rules}, [&](const PersonGroup& group) {
        for (std::size_t m = 0; m < group.places.size(); ++m) {
            const auto [docid, place] = group.places[m];
            const std::span<const std::uint32_t> present = persons.of(docid);
            const PersonKey key = person_key(columns, group.names[m]);
            if (place < present.size() && present[place] != kNobody && persons.key(present[place]) == key) continue;
            const std::string id = state.database.get_document(docid).get_value(kIdSlot);
            tell("authors", id, "an author stands under another person than " + in_quotes(to_text(key)));
        }
    });
}

} // namespace annota
