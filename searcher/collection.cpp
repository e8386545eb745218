// SPDX-License-Identifier: GPL-2.0-or-later
//
// Xapian numbers the documents of several databases anew, and columns do not: so each index is asked by itself, and the
// databases as one serve for their lists of terms alone.

#include "searcher/collection.h"

#include "common/schema.h"

#include <xapian.h>

#include <algorithm>
#include <numeric>

namespace annota {

namespace {

/// The ids of records in order, with their documents.
class RecordIds {
public:
    explicit RecordIds(const Xapian::Database& database)
        : database_(database), at_(database.allterms_begin(std::string(kIdPrefix))),
          end_(database.allterms_end(std::string(kIdPrefix))) {}

    bool at_end() const { return at_ == end_; }
    std::string term() const { return *at_; }
    std::uint32_t docid() const { return *database_.postlist_begin(*at_); }
    void skip_to(const std::string& term) { at_.skip_to(term); }
    void next() { ++at_; }

private:
    const Xapian::Database& database_;
    Xapian::TermIterator at_;
    Xapian::TermIterator end_;
};

/// Adds the documents of `later` whose records `earlier` has.
void add_known(const Xapian::Database& earlier, const Xapian::Database& later, DocSet& known) {
    RecordIds theirs(earlier);
    RecordIds ours(later);
    while (!theirs.at_end() && !ours.at_end()) {
        const std::string their_term = theirs.term();
        const std::string our_term = ours.term();
        if (their_term == our_term) {
            known.insert(ours.docid());
            ours.next();
        } else if (their_term < our_term) {
            theirs.skip_to(our_term);
        } else {
            ours.skip_to(their_term);
        }
    }
}

} // namespace

Collection::Collection(const std::vector<std::filesystem::path>& indexes) {
    for (const std::filesystem::path& index : indexes) readers_.push_back(std::make_unique<IndexReader>(index));
    open_together();
}

Collection::~Collection() = default;

void Collection::refresh() {
    const std::vector<IndexState> before = states();
    for (const std::unique_ptr<IndexReader>& reader : readers_) reader->refresh();
    if (states() != before) open_together();
}

void Collection::open_together() {
    if (size() == 1) return;
    together_ = std::make_unique<Xapian::Database>();
    for (const std::unique_ptr<IndexReader>& reader : readers_) together_->add_database(reader->database());
    hide_known_records();
}

void Collection::hide_known_records() {
    hidden_.assign(size(), std::nullopt);
    for (std::uint32_t shard = 1; shard < size(); ++shard) {
        DocSet known(readers_[shard]->doc_limit());
        for (std::uint32_t earlier = 0; earlier < shard; ++earlier)
            add_known(readers_[earlier]->database(), readers_[shard]->database(), known);
        if (known.size() > 0) hidden_[shard] = std::move(known);
    }
}

const Xapian::Database& Collection::vocabulary() const {
    return together_ ? *together_ : readers_.front()->database();
}

const DocSet* Collection::hidden(std::uint32_t shard) const {
    return shard < hidden_.size() && hidden_[shard] ? &*hidden_[shard] : nullptr;
}

std::vector<IndexState> Collection::states() const {
    std::vector<IndexState> states;
    states.reserve(readers_.size());
    for (const std::unique_ptr<IndexReader>& reader : readers_) states.push_back(reader->state());
    return states;
}

std::uint64_t Collection::generation() const {
    return std::accumulate(readers_.begin(), readers_.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& reader) { return sum + reader->state().generation; });
}

std::optional<ShardDocument> Collection::find(std::string_view id) const {
    for (std::uint32_t shard = 0; shard < size(); ++shard) {
        const std::optional<std::uint32_t> docid = readers_[shard]->find(id);
        const DocSet* const others = hidden(shard);
        if (docid && (others == nullptr || !others->contains(*docid))) return ShardDocument{shard, *docid};
    }
    return std::nullopt;
}

std::vector<std::string> Collection::linking(std::string_view prefix, std::string_view id) const {
    std::vector<std::string> ids;
    for (const std::unique_ptr<IndexReader>& reader : readers_)
        for (std::string& other : reader->linking(prefix, id)) ids.push_back(std::move(other));
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::filesystem::path Collection::root() const {
    std::string roots;
    for (const std::unique_ptr<IndexReader>& reader : readers_)
        roots += (roots.empty() ? "" : ", ") + reader->root().string();
    return roots;
}

} // namespace annota
