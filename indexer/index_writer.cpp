// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record that belongs to several documents joins them. An id never changes while its record lives: identifiers that
// come later are aliases. But a record that any of these documents has already, word for word, stays where it is and
// changes nothing, so that reading an unchanged file again, or not at all, is the same.
//
// A source may have one record more than once, so a document may have several contributions of it. What of them a run
// has not read goes with the first change that the run brings: it is what the source said before.

#include "indexer/index_writer.h"

#include "common/record_id.h"
#include "common/schema.h"
#include "indexer/build.h"
#include "indexer/build_summary.h"
#include "indexer/document_matches.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

namespace annota {

namespace {

// A source says no more than this of one record: comparing all of them with each other would take quadratic time.
constexpr std::ptrdiff_t kMostOfOneSource = 64;

/// Adds the identifiers that a record brings to those that the document once had.
void add_aliases(StoredDocument& document, const RecordIds& ids) {
    std::set<std::string> aliases(document.aliases.begin(), document.aliases.end());
    for (const std::string* id : {&ids.doi, &ids.own, &ids.fingerprint})
        if (!id->empty()) aliases.insert(*id);
    aliases.erase(document.id);
    document.aliases.assign(aliases.begin(), aliases.end());
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
    State(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout,
          WriterSettings wanted)
        : folder(existing_folder(root, mode)), settings(wanted), lock(folder, lock_timeout) {
        folder.remove_leftovers();
        const std::optional<unsigned> current = folder.current_build();
        if (current && mode != WriteMode::rebuild) {
            number = *current;
            build = std::make_unique<Build>(folder.build_path(number), number);
            return;
        }
        number = folder.next_build();
        if (current) old = summarize_build(folder, *current);
        const std::uint64_t generation = old ? old->generation + 1 : 1;
        load = std::make_unique<BulkLoad>(folder.unpublished_path(number), settings.limits, generation);
        // What became of the records of the old build is not known.
        if (old) load->set_metadata(kLogBeginKey, std::to_string(generation));
        // What the user told the index stays.
        if (old) load->set_metadata(kPersonRulesKey, old->person_rules);
        if (mode == WriteMode::incremental) publish_load([](const char*) {});
    }

    ~State() {
        if (!load) return;
        load.reset();
        std::error_code ignored; // the next writer removes what is left
        std::filesystem::remove_all(folder.unpublished_path(number), ignored);
    }

    /// Afterwards the new build is whole, but nobody's.
    void finish_load(const std::function<void(const char*)>& told) {
        if (!std::exchange(load_is_whole, true)) load->finish(number, told);
    }

    void publish_load(const std::function<void(const char*)>& told) {
        finish_load(told);
        told("publishing");
        folder.publish(number, old ? "rebuild" : "add");
        load.reset();
        build = std::make_unique<Build>(folder.build_path(number), number);
    }

    DocumentStore& store() const { return load ? static_cast<DocumentStore&>(*load) : *build; }

    /// Documents that are compared with what a run brings are read.
    bool reads_known() const { return settings.on_duplicate != DuplicateRule::merge; }
    std::optional<Matches> find_known(const std::string& id, const ContentHash& hash) const {
        // A bulk load has no marks to go by.
        return load ? std::nullopt : find_known_document(store(), id, hash, reads_known());
    }
    Matches matching_documents(const RecordIds& ids, const ContentHash& hash) const {
        for (const std::string* id : {&ids.doi, &ids.own, &ids.fingerprint})
            if (auto known = find_known(*id, hash)) return std::move(*known);
        return find_matching_documents(store(), ids, hash);
    }
    StoredDocument join(std::vector<Match>&& matches) const;
    bool contribute(StoredDocument& document, const Contribution& contribution) const;
    bool replace_all(StoredDocument& document, const Contribution& contribution);
    bool is_duplicate(const StoredDocument& document, const Contribution& contribution) const;
    Upsert write(const RecordIds& ids, Matches&& matches, const Contribution& contribution);

    void remove(std::uint32_t docid, const StoredDocument& document);
    bool is_outdated(const Contribution& contribution, const PruneScope& scope) const {
        return scope.covers(contribution.record.source) && !was_read(contribution);
    }
    bool has_outdated_marks(std::uint32_t docid) const;
    void forget_lost();
    void prepare_commit();

    /// All of a build aside was read by this run.
    bool was_read(std::uint64_t mark) const { return load || read.contains(mark); }
    bool was_read(const Contribution& contribution) const { return was_read(content_mark(contribution.hash)); }

    IndexFolder folder;
    WriterSettings settings;
    IndexLock lock;
    unsigned number = 0;
    Analyzer analyzer;
    std::optional<BuildSummary> old; ///< What a rebuild replaces.
    std::unique_ptr<BulkLoad> load;  ///< A new build, made aside.
    bool load_is_whole = false;
    std::unique_ptr<Build> build;           ///< Else the current one.
    std::unordered_set<std::uint64_t> read; ///< Marks of records that this run has read, but not into a build aside.
    std::set<std::string> lost; ///< Sources that lost contributions, but not to other records of the same source.
};

/// One document in place of several.
StoredDocument IndexWriter::State::join(std::vector<Match>&& matches) const {
    StoredDocument joined = std::move(matches.front().document);
    for (std::size_t i = 1; i < matches.size(); ++i) {
        StoredDocument& other = matches[i].document;
        leave_tombstone(store(), matches[i].docid, other.id);
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

/// Leaves nothing but what the record says. False where nothing changes.
bool IndexWriter::State::replace_all(StoredDocument& document, const Contribution& contribution) {
    const bool alone = document.contributions.size() == 1 && document.contributions[0].hash == contribution.hash;
    for (const Contribution& one : document.contributions)
        if (one.record.source != contribution.record.source) lost.insert(one.record.source);
    document.contributions = {contribution};
    return !alone;
}

bool IndexWriter::State::is_duplicate(const StoredDocument& document, const Contribution& contribution) const {
    bool has_own = false;
    for (const Contribution& one : document.contributions) {
        if (one.record.source != contribution.record.source) continue;
        if (was_read(one)) return true;
        has_own = true;
    }
    return !has_own;
}

/// Of a record that belongs to these documents, or to none yet.
Upsert IndexWriter::State::write(const RecordIds& ids, Matches&& matches, const Contribution& contribution) {
    const std::size_t count = matches.documents.size();
    const std::uint32_t docid = count == 0 ? 0 : matches.documents.front().docid;
    std::uint64_t added = count < 2 ? 0 : store().added(docid);
    for (std::size_t i = 1; i < count; ++i) added = std::min(added, store().added(matches.documents[i].docid));
    StoredDocument document = count == 0 ? StoredDocument{ids.primary(), {}, {}} : join(std::move(matches.documents));
    const bool contributes = settings.on_duplicate == DuplicateRule::replace ? replace_all(document, contribution)
                                                                             : contribute(document, contribution);
    const bool changed = contributes || count > 1;
    if (changed) {
        add_aliases(document, ids);
        store().write(count == 0 ? std::nullopt : std::optional(docid), document, added);
    }
    const Outcome outcome = count == 0 ? Outcome::added : changed ? Outcome::updated : Outcome::unchanged;
    return {outcome, document.contributions.size() > 1};
}

void IndexWriter::State::remove(std::uint32_t docid, const StoredDocument& document) {
    for (const Contribution& contribution : document.contributions) lost.insert(contribution.record.source);
    leave_tombstone(store(), docid, document.id);
    store().remove(docid);
}

/// False where the marks alone tell that all of the document was read by this run.
bool IndexWriter::State::has_outdated_marks(std::uint32_t docid) const {
    const std::vector<std::uint64_t> marks = read_content_marks(store().content(docid));
    return marks.empty() || !std::ranges::all_of(marks, [this](std::uint64_t mark) { return was_read(mark); });
}

void IndexWriter::State::forget_lost() {
    if (lost.empty()) return;
    store().for_each_metadata(kFileStampPrefix, [&](const std::string& key, const std::string& value) {
        const std::optional<FileStamp> stamp = decode_stamp(value);
        const auto is_lost = [&](const std::string& source) { return lost.contains(source); };
        if (!stamp || is_lost(stamp->path) || std::ranges::any_of(stamp->sources, is_lost))
            store().set_metadata(key, "");
        return true;
    });
    lost.clear();
}

void IndexWriter::State::prepare_commit() {
    forget_lost();
    if (store().has_changed()) drop_old_tombstones(store(), settings.tombstone_days);
}

IndexWriter::IndexWriter(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout,
                         WriterSettings settings)
    : state_(std::make_unique<State>(root, mode, lock_timeout, settings)) {}

IndexWriter::~IndexWriter() = default;

Upsert IndexWriter::upsert(Record record) {
    record.position = {};
    const ContentHash hash = content_hash(record);
    const Contribution contribution{std::move(record), hash};
    const DuplicateRule rule = state_->settings.on_duplicate;
    // Most records of most runs are known under the id that they state, which saves the work for the others.
    std::optional<Matches> matches = state_->find_known(stated_id(contribution.record), hash);
    RecordIds ids;
    if (!matches) {
        ids = record_ids(contribution.record, state_->analyzer);
        matches = state_->matching_documents(ids, hash);
    }
    const bool repeated = matches->known && state_->was_read(contribution);
    const bool duplicate = std::ranges::any_of(matches->documents, [&](const Match& match) {
        return rule != DuplicateRule::merge && state_->is_duplicate(match.document, contribution);
    });
    if (!state_->load) state_->read.insert(content_mark(hash));
    if (duplicate && rule == DuplicateRule::reject) return {Outcome::refused, false};
    const bool stays = matches->known ? rule != DuplicateRule::replace : duplicate && rule == DuplicateRule::keep;
    if (stays) return {Outcome::unchanged, repeated || (matches->known && matches->contributions > 1)};
    if (ids.fingerprint.empty()) ids = record_ids(contribution.record, state_->analyzer);
    Upsert upsert = state_->write(ids, std::move(*matches), contribution);
    upsert.merged = upsert.merged || repeated;
    return upsert;
}

std::optional<std::string> IndexWriter::find(std::string_view id) const {
    std::optional<std::string> found;
    for (const std::uint32_t docid : state_->store().find(id)) {
        const std::string record_id = state_->store().document(docid).id;
        // The record that lives under the id comes before those that have it as an alias.
        if (!found || record_id == id) found = record_id;
    }
    return found;
}

bool IndexWriter::remove(std::string_view id) {
    const std::optional<std::string> record_id = find(id);
    if (!record_id) return false;
    for (const std::uint32_t docid : state_->store().find(*record_id)) {
        const StoredDocument document = state_->store().document(docid);
        if (document.id != *record_id) continue;
        state_->remove(docid, document);
        break;
    }
    return true;
}

Outdated IndexWriter::find_outdated(const PruneScope& scope) const {
    std::set<std::uint32_t> docids;
    for (const std::string& source : scope.sources) {
        const std::vector<std::uint32_t> found = state_->store().find_source(source);
        docids.insert(found.begin(), found.end());
    }
    for (const std::string& folder : scope.folders) {
        const std::vector<std::uint32_t> found = state_->store().find_sources_beginning(folder);
        docids.insert(found.begin(), found.end());
    }
    Outdated outdated;
    for (const std::uint32_t docid : docids) {
        if (!state_->has_outdated_marks(docid)) continue;
        const StoredDocument document = state_->store().document(docid);
        const auto count = std::ranges::count_if(
            document.contributions, [&](const Contribution& one) { return state_->is_outdated(one, scope); });
        if (count == 0) continue;
        outdated.docids.push_back(docid);
        if (static_cast<std::size_t>(count) == document.contributions.size()) ++outdated.documents;
    }
    return outdated;
}

void IndexWriter::remove_outdated(const Outdated& outdated, const PruneScope& scope) {
    for (const std::uint32_t docid : outdated.docids) {
        StoredDocument document = state_->store().document(docid);
        StoredDocument left = document;
        std::erase_if(left.contributions, [&](const Contribution& one) {
            const bool goes = state_->is_outdated(one, scope);
            if (goes) state_->lost.insert(one.record.source);
            return goes;
        });
        if (left.contributions.empty())
            state_->remove(docid, document);
        else
            state_->store().write(docid, left);
    }
    state_->forget_lost();
}

std::vector<FileStamp> IndexWriter::stamps() const {
    std::vector<FileStamp> stamps;
    state_->store().for_each_metadata(kFileStampPrefix, [&](const std::string&, const std::string& value) {
        if (auto stamp = decode_stamp(value)) stamps.push_back(std::move(*stamp));
        return true;
    });
    return stamps;
}

void IndexWriter::set_stamp(const FileStamp& stamp) {
    state_->store().set_metadata(stamp_key(stamp.path), encode_stamp(stamp));
}

void IndexWriter::forget_stamp(std::string_view path) {
    state_->store().set_metadata(stamp_key(path), "");
}

void IndexWriter::set_person_rules(const std::string& text) {
    state_->store().set_metadata(kPersonRulesKey, text);
}

void IndexWriter::commit() {
    if (state_->load) return;
    state_->prepare_commit();
    state_->build->commit();
}

std::optional<IdComparison> IndexWriter::finish_rebuild(const std::function<void(const char*)>& told) {
    State& state = *state_;
    state.finish_load(told);
    if (!state.old || !state.old->readable) return std::nullopt;
    return compare_ids(state.folder.build_path(state.old->number) / "index",
                       state.folder.unpublished_path(state.number) / "index");
}

std::optional<Compaction> IndexWriter::compact_if_grown() {
    State& state = *state_;
    const auto made = state.folder.bytes_when_made(state.number);
    const std::uint64_t now = bytes_below(state.folder.build_path(state.number) / "index");
    if (!made || !is_worth_compacting(*made, now)) return std::nullopt;
    const auto done = compact_index(state.folder, Replaced::removed, {});
    if (!done) return std::nullopt;
    state.number = done->build;
    state.build = std::make_unique<Build>(state.folder.build_path(done->build), done->build);
    return done;
}

void IndexWriter::close(const std::function<void(const char*)>& told) {
    state_->prepare_commit();
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
