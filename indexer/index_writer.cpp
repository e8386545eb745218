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
#include "indexer/build_summary.h"

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
    State(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout)
        : folder(existing_folder(root, mode)), lock(folder, lock_timeout) {
        folder.remove_leftovers();
        const std::optional<unsigned> current = folder.current_build();
        aside = !current || mode == WriteMode::rebuild;
        number = aside ? folder.next_build() : *current;
        if (aside) {
            build = std::make_unique<Build>(folder.unpublished_path(number), number, BuildKind::aside);
            if (current) replace(*current);
            if (mode == WriteMode::incremental) publish_aside();
        } else {
            build = std::make_unique<Build>(folder.build_path(number), number, BuildKind::published);
        }
    }

    ~State() {
        if (!aside) return;
        build.reset();
        std::error_code ignored; // the next writer removes what is left
        std::filesystem::remove_all(folder.unpublished_path(number), ignored);
    }

    void replace(unsigned current) {
        old = summarize_build(folder, current);
        build->follow(old->generation);
    }

    /// Afterwards the build is whole, but nobody's.
    void finish_aside() {
        if (!build) return;
        build->finish();
        build.reset();
    }

    void publish_aside() {
        finish_aside();
        folder.publish(number, old ? "rebuild" : "add");
        build = std::make_unique<Build>(folder.build_path(number), number, BuildKind::published);
        aside = false;
    }

    std::vector<Match> matching_documents(const RecordIds& ids) const;
    StoredDocument join(std::vector<Match>&& matches) const;
    bool contribute(StoredDocument& document, const Contribution& contribution) const;

    /// All of a build aside was read by this run.
    bool was_read(const Contribution& contribution) const { return aside || read.contains(short_hash(contribution)); }

    IndexFolder folder;
    IndexLock lock;
    unsigned number = 0;
    bool aside = false;
    std::optional<BuildSummary> old; ///< What a rebuild replaces.
    std::unique_ptr<Build> build;
    std::unordered_set<std::uint64_t> read; ///< Contributions that this run has read, but not into a build aside.
};

/// Documents that the record belongs to; the first keeps its id.
std::vector<Match> IndexWriter::State::matching_documents(const RecordIds& ids) const {
    std::vector<Match> matches;
    // What all of them together must not contradict.
    std::string doi = ids.doi;
    bool named = !ids.own.empty();
    const auto consider = [&](const std::string& id) {
        for (const std::uint32_t docid : build->find(id, kMostNamesakes)) {
            if (std::ranges::find(matches, docid, &Match::docid) != matches.end()) continue;
            Match match{docid, build->document(docid)};
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
        build->remove(matches[i].docid);
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

IndexWriter::IndexWriter(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout)
    : state_(std::make_unique<State>(root, mode, lock_timeout)) {}

IndexWriter::~IndexWriter() = default;

Upsert IndexWriter::upsert(Record record) {
    record.position = {};
    const RecordIds ids = record_ids(record, state_->build->analyzer().words());
    const ContentHash hash = content_hash(record);
    const Contribution contribution{std::move(record), hash};
    std::vector<Match> matches = state_->matching_documents(ids);
    const std::size_t count = matches.size();
    const std::uint32_t docid = count == 0 ? 0 : matches.front().docid;
    StoredDocument document = count == 0 ? StoredDocument{ids.primary(), {}, {}} : state_->join(std::move(matches));

    const bool known =
        std::ranges::find(document.contributions, hash, &Contribution::hash) != document.contributions.end();
    const bool repeated = known && state_->was_read(contribution);
    if (!state_->aside) state_->read.insert(short_hash(contribution));
    const bool contributes = !known && state_->contribute(document, contribution);
    const bool changed = contributes || count > 1;
    const Outcome outcome = count == 0 ? Outcome::added : changed ? Outcome::updated : Outcome::unchanged;
    if (changed) {
        add_aliases(document, ids);
        state_->build->write(count == 0 ? std::nullopt : std::optional(docid), document);
    }
    return {outcome, repeated || document.contributions.size() > 1};
}

bool IndexWriter::remove(std::string_view id) {
    const std::vector<std::uint32_t> docids = state_->build->find(id);
    if (docids.empty()) return false;
    // The record that lives under the id comes before those that have it as an alias.
    const auto named = std::ranges::find_if(
        docids, [&](std::uint32_t docid) { return docids.size() == 1 || state_->build->document(docid).id == id; });
    state_->build->remove(named == docids.end() ? docids.front() : *named);
    return true;
}

void IndexWriter::commit() {
    state_->build->commit();
}

std::optional<IdComparison> IndexWriter::finish_rebuild() {
    State& state = *state_;
    state.finish_aside();
    if (!state.old || !state.old->readable) return std::nullopt;
    // Both builds are whole here and the new one is not published yet: what it takes over from the old one besides the
    // generation belongs here.
    return compare_ids(state.folder.build_path(state.old->number) / "index",
                       state.folder.unpublished_path(state.number) / "index");
}

void IndexWriter::close() {
    if (state_->aside)
        state_->publish_aside();
    else
        state_->build->commit();
}

std::optional<Compaction> IndexWriter::compact_if_grown() {
    State& state = *state_;
    const auto made = state.folder.bytes_when_made(state.number);
    const std::uint64_t now = bytes_below(state.folder.build_path(state.number) / "index");
    if (!made || !is_worth_compacting(*made, now)) return std::nullopt;
    const auto done = compact_index(state.folder, Replaced::removed, {});
    if (!done) return std::nullopt;
    state.number = done->build;
    state.build = std::make_unique<Build>(state.folder.build_path(done->build), done->build, BuildKind::published);
    return done;
}

std::uint64_t IndexWriter::generation() const {
    return state_->build->state().generation;
}

std::uint64_t IndexWriter::document_count() const {
    return state_->build->document_count();
}

} // namespace annota
