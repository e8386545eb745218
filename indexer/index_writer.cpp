// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which document a record belongs to: the one with its DOI; else the one with its own id, else, for a record that has
// neither or a document that has neither, the one with its fingerprint; but never a document with another DOI. A
// record that belongs to several documents joins them. An id never changes while its record lives: identifiers that
// come later are aliases.
//
// A source may have one record more than once, so a document may have several contributions of it. What of them a run
// has not read goes with the first change that the run brings: it is what the source said before.

#include "indexer/index_writer.h"

#include "common/record_id.h"
#include "indexer/build.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace annota {

namespace {

struct Match {
    std::uint32_t docid;
    StoredDocument document;
};

// So many records may share a title, a year and an author, or an id that tells nothing ("n/a"), before further ones are
// no longer compared with them: reading all of them for each would take quadratic time.
constexpr std::size_t kMostNamesakes = 64;

// For the same reason a source says no more than this of one record.
constexpr std::ptrdiff_t kMostOfOneSource = 64;

/// One of the document's DOIs as an identifier; empty where it has none.
std::string doi_of(const StoredDocument& document) {
    if (document.id.starts_with("doi:")) return document.id;
    const auto found =
        std::ranges::find_if(document.aliases, [](const std::string& alias) { return alias.starts_with("doi:"); });
    return found == document.aliases.end() ? std::string() : *found;
}

bool has_other_doi(const StoredDocument& document, const std::string& doi) {
    const auto names_other = [&](const std::string& id) { return id.starts_with("doi:") && id != doi; };
    return !doi.empty() && (names_other(document.id) || std::ranges::any_of(document.aliases, names_other));
}

/// Ids that a source gave itself tell records apart; fingerprints are ours.
bool has_own_id(const StoredDocument& document) {
    return std::ranges::any_of(document.contributions, [](const Contribution& one) { return !one.record.id.empty(); });
}

/// Adds the identifiers that a record brings to those that the document once had.
void add_aliases(StoredDocument& document, const RecordIds& ids) {
    std::set<std::string> aliases(document.aliases.begin(), document.aliases.end());
    for (const std::string* id : {&ids.doi, &ids.own, &ids.fingerprint})
        if (!id->empty()) aliases.insert(*id);
    aliases.erase(document.id);
    document.aliases.assign(aliases.begin(), aliases.end());
}

/// Half of the hash: enough to tell the contributions of one run apart.
std::uint64_t short_hash(const Contribution& contribution) {
    std::uint64_t half = 0;
    std::memcpy(&half, contribution.hash.data(), sizeof half);
    return half;
}

/// Only those who may make an index may make its folder.
IndexFolder existing_folder(const std::filesystem::path& root, WriteMode mode) {
    IndexFolder folder(root);
    if (mode == WriteMode::existing && !folder.current_build())
        throw IndexError(IndexFault::missing, root.string() + ": no index here");
    return folder;
}

} // namespace

struct IndexWriter::State {
    State(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout, BulkLimits limits)
        : folder(existing_folder(root, mode)), lock(folder, lock_timeout) {
        folder.remove_leftovers();
        const std::optional<unsigned> current = folder.current_build();
        number = current ? *current : folder.next_build();
        if (current) {
            build = std::make_unique<Build>(folder.build_path(number), number);
        } else {
            load = std::make_unique<BulkLoad>(folder.unpublished_path(number), limits);
            if (mode == WriteMode::incremental) publish_load([](const char*) {});
        }
    }

    ~State() {
        if (!load) return;
        load.reset();
        std::error_code ignored; // the next writer removes what is left
        std::filesystem::remove_all(folder.unpublished_path(number), ignored);
    }

    void publish_load(const std::function<void(const char*)>& told) {
        load->finish({number, load->document_count() > 0 ? std::uint64_t{1} : 0}, told);
        told("publishing");
        load.reset();
        folder.publish(number);
        build = std::make_unique<Build>(folder.build_path(number), number);
    }

    DocumentStore& store() const { return load ? static_cast<DocumentStore&>(*load) : *build; }

    std::vector<Match> matching_documents(const RecordIds& ids) const;
    StoredDocument join(std::vector<Match>&& matches) const;
    bool contribute(StoredDocument& document, const Contribution& contribution) const;

    /// All of a build aside was read by this run.
    bool was_read(const Contribution& contribution) const { return load || read.contains(short_hash(contribution)); }

    IndexFolder folder;
    IndexLock lock;
    unsigned number = 0;
    Analyzer analyzer;
    std::unique_ptr<BulkLoad> load;         ///< A new build, made aside.
    std::unique_ptr<Build> build;           ///< Else the current one.
    std::unordered_set<std::uint64_t> read; ///< Contributions that this run has read, but not into a build aside.
};

/// Documents that the record belongs to; the first keeps its id.
std::vector<Match> IndexWriter::State::matching_documents(const RecordIds& ids) const {
    std::vector<Match> matches;
    // What all of them together must not contradict.
    std::string doi = ids.doi;
    bool named = !ids.own.empty();
    const auto consider = [&](const std::string& id) {
        for (const std::uint32_t docid : store().find(id, kMostNamesakes)) {
            if (std::ranges::find(matches, docid, &Match::docid) != matches.end()) continue;
            Match match{docid, store().document(docid)};
            const bool has_name = has_own_id(match.document);
            const bool namesake = &id == &ids.fingerprint && named && has_name;
            if (namesake || (&id != &ids.doi && has_other_doi(match.document, doi))) continue;
            if (doi.empty()) doi = doi_of(match.document);
            named = named || has_name;
            matches.push_back(std::move(match));
        }
    };
    if (!ids.doi.empty()) consider(ids.doi);
    if (!ids.own.empty()) consider(ids.own);
    consider(ids.fingerprint);
    return matches;
}

/// One document in place of several.
StoredDocument IndexWriter::State::join(std::vector<Match>&& matches) const {
    StoredDocument joined = std::move(matches.front().document);
    for (std::size_t i = 1; i < matches.size(); ++i) {
        StoredDocument& other = matches[i].document;
        store().remove(matches[i].docid);
        joined.aliases.push_back(other.id);
        joined.aliases.insert(joined.aliases.end(), other.aliases.begin(), other.aliases.end());
        for (Contribution& contribution : other.contributions) insert_contribution(joined, std::move(contribution));
    }
    return joined;
}

/// Puts what a record says among the document's contributions. False where nothing changes.
bool IndexWriter::State::contribute(StoredDocument& document, const Contribution& contribution) const {
    const auto same_source = [&](const Contribution& one) { return one.record.source == contribution.record.source; };
    const std::size_t outdated = std::erase_if(
        document.contributions, [&](const Contribution& one) { return same_source(one) && !was_read(one); });
    if (std::ranges::count_if(document.contributions, same_source) >= kMostOfOneSource) return outdated > 0;
    return insert_contribution(document, contribution) || outdated > 0;
}

IndexWriter::IndexWriter(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout,
                         BulkLimits limits)
    : state_(std::make_unique<State>(root, mode, lock_timeout, limits)) {}

IndexWriter::~IndexWriter() = default;

Upsert IndexWriter::upsert(Record record) {
    record.position = {};
    const RecordIds ids = record_ids(record, state_->analyzer);
    const ContentHash hash = content_hash(record);
    const Contribution contribution{std::move(record), hash};
    std::vector<Match> matches = state_->matching_documents(ids);
    const std::size_t count = matches.size();
    const std::uint32_t docid = count == 0 ? 0 : matches.front().docid;
    StoredDocument document = count == 0 ? StoredDocument{ids.primary(), {}, {}} : state_->join(std::move(matches));

    const bool known =
        std::ranges::find(document.contributions, hash, &Contribution::hash) != document.contributions.end();
    const bool repeated = known && state_->was_read(contribution);
    if (!state_->load) state_->read.insert(short_hash(contribution));
    const bool contributes = !known && state_->contribute(document, contribution);
    const bool changed = contributes || count > 1;
    const Outcome outcome = count == 0 ? Outcome::added : changed ? Outcome::updated : Outcome::unchanged;
    if (changed) {
        add_aliases(document, ids);
        state_->store().write(count == 0 ? std::nullopt : std::optional(docid), document);
    }
    return {outcome, repeated || document.contributions.size() > 1};
}

bool IndexWriter::remove(std::string_view id) {
    const std::vector<std::uint32_t> docids = state_->store().find(id, DocumentStore::kAll);
    if (docids.empty()) return false;
    // The record that lives under the id comes before those that have it as an alias.
    const auto named = std::ranges::find_if(
        docids, [&](std::uint32_t docid) { return docids.size() == 1 || state_->store().document(docid).id == id; });
    state_->store().remove(named == docids.end() ? docids.front() : *named);
    return true;
}

void IndexWriter::commit() {
    if (state_->build) state_->build->commit();
}

void IndexWriter::close(const std::function<void(const char*)>& told) {
    if (state_->load)
        state_->publish_load(told);
    else
        state_->build->commit();
}

std::uint64_t IndexWriter::generation() const {
    return state_->build ? state_->build->state().generation : 0;
}

std::uint64_t IndexWriter::document_count() const {
    return state_->store().document_count();
}

} // namespace annota
