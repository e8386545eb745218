// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which document a record belongs to: the one with its DOI; else the one with its own id, else, for a record that has
// neither or a document that has neither, the one with its fingerprint; but never a document with another DOI. A
// record that belongs to two documents joins them. An id never changes while its record lives: identifiers that come
// later are aliases.

#include "indexer/index_writer.h"

#include "common/record_id.h"
#include "indexer/build.h"

#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace annota {

namespace {

// So many records may share a title, a year and an author, or an id that tells nothing ("n/a"), before further ones are
// no longer compared with them: reading all of them for each would take quadratic time.
constexpr std::size_t kMostNamesakes = 64;

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

const std::string& source_of(const Contribution& contribution) {
    return contribution.record.source;
}

/// Adds the identifiers that follow from the contributions to those that the record once had.
void collect_aliases(StoredDocument& document, const Analyzer& analyzer) {
    std::set<std::string> aliases(document.aliases.begin(), document.aliases.end());
    for (const Contribution& contribution : document.contributions) {
        const RecordIds ids = record_ids(contribution.record, analyzer);
        for (const std::string* id : {&ids.doi, &ids.own, &ids.fingerprint})
            if (!id->empty()) aliases.insert(*id);
    }
    aliases.erase(document.id);
    document.aliases.assign(aliases.begin(), aliases.end());
}

std::pair<std::uint64_t, std::uint64_t> contribution_hash(const std::string& id, const std::string& source) {
    const std::string both = id + '\n' + source;
    const XXH128_hash_t hash = XXH3_128bits(both.data(), both.size());
    return {hash.high64, hash.low64};
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
        number = current ? *current : folder.next_build();
        aside = !current;
        if (aside) {
            build = std::make_unique<Build>(folder.unpublished_path(number), number, BuildKind::aside);
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

    void publish_aside() {
        build->finish();
        build.reset();
        folder.publish(number);
        build = std::make_unique<Build>(folder.build_path(number), number, BuildKind::published);
        aside = false;
    }

    std::vector<std::uint32_t> matching_documents(const RecordIds& ids) const;
    StoredDocument join(const std::vector<std::uint32_t>& docids);
    static bool contribute(StoredDocument& document, Record&& record, bool again);

    IndexFolder folder;
    IndexLock lock;
    unsigned number = 0;
    bool aside = false;
    std::unique_ptr<Build> build;
    std::set<std::pair<std::uint64_t, std::uint64_t>>
        touched; ///< Contributions written in this run, by 128 bits of hash.
};

/// Documents that the record belongs to; the first keeps its id.
std::vector<std::uint32_t> IndexWriter::State::matching_documents(const RecordIds& ids) const {
    std::vector<std::uint32_t> docids;
    if (!ids.doi.empty()) docids = build->find(ids.doi, kMostNamesakes);
    std::string doi = ids.doi;
    if (!ids.own.empty())
        for (const std::uint32_t docid : build->find(ids.own, kMostNamesakes)) {
            if (std::ranges::find(docids, docid) != docids.end()) continue;
            const StoredDocument document = build->document(docid);
            if (has_other_doi(document, doi)) continue;
            docids.push_back(docid);
            // The next one must not have another DOI than this one.
            if (doi.empty()) doi = doi_of(document);
        }
    if (!docids.empty()) return docids;
    for (const std::uint32_t docid : build->find(ids.fingerprint, kMostNamesakes)) {
        const StoredDocument document = build->document(docid);
        const bool told_apart = has_other_doi(document, ids.doi) || (!ids.own.empty() && has_own_id(document));
        if (!told_apart) return {docid};
    }
    return {};
}

StoredDocument IndexWriter::State::join(const std::vector<std::uint32_t>& docids) {
    StoredDocument joined = build->document(docids.front());
    for (std::size_t i = 1; i < docids.size(); ++i) {
        StoredDocument other = build->document(docids[i]);
        build->remove(docids[i]);
        joined.aliases.push_back(other.id);
        joined.aliases.insert(joined.aliases.end(), other.aliases.begin(), other.aliases.end());
        for (Contribution& contribution : other.contributions) {
            const std::string& source = source_of(contribution);
            if (touched.contains(contribution_hash(other.id, source)))
                touched.insert(contribution_hash(joined.id, source));
            const auto same = std::ranges::find(joined.contributions, contribution.record.source, source_of);
            if (same == joined.contributions.end())
                joined.contributions.push_back(std::move(contribution));
            else
                merge_contribution(*same, contribution);
        }
    }
    std::ranges::sort(joined.contributions, {}, source_of);
    return joined;
}

/// Puts the record among the document's contributions. False where it is there already.
bool IndexWriter::State::contribute(StoredDocument& document, Record&& record, bool again) {
    const ContentHash hash = content_hash(record);
    const auto same = std::ranges::find(document.contributions, record.source, source_of);
    if (same == document.contributions.end()) {
        document.contributions.push_back({std::move(record), {hash}});
        std::ranges::sort(document.contributions, {}, source_of);
        return true;
    }
    if (std::ranges::find(same->parts, hash) != same->parts.end()) return false;
    if (again)
        merge_contribution(*same, {std::move(record), {hash}});
    else
        *same = {std::move(record), {hash}};
    return true;
}

IndexWriter::IndexWriter(const std::filesystem::path& root, WriteMode mode, std::chrono::milliseconds lock_timeout)
    : state_(std::make_unique<State>(root, mode, lock_timeout)) {}

IndexWriter::~IndexWriter() = default;

Upsert IndexWriter::upsert(Record record) {
    record.position = {};
    const Analyzer& analyzer = state_->build->analyzer().words();
    const RecordIds ids = record_ids(record, analyzer);
    const std::vector<std::uint32_t> docids = state_->matching_documents(ids);
    StoredDocument document;
    if (docids.empty())
        document.id = ids.primary();
    else
        document = state_->join(docids);
    const bool again = !state_->touched.insert(contribution_hash(document.id, record.source)).second;
    const bool changed = state_->contribute(document, std::move(record), again) || docids.size() > 1;
    Upsert result{docids.empty() ? Outcome::added
                  : changed      ? Outcome::updated
                                 : Outcome::unchanged,
                  again || document.contributions.size() > 1};
    if (!changed) return result;
    collect_aliases(document, analyzer);
    if (docids.empty())
        state_->build->write(std::nullopt, document);
    else
        state_->build->write(docids.front(), document);
    return result;
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

void IndexWriter::close() {
    if (state_->aside)
        state_->publish_aside();
    else
        state_->build->commit();
}

std::uint64_t IndexWriter::generation() const {
    return state_->build->state().generation;
}

std::uint64_t IndexWriter::document_count() const {
    return state_->build->document_count();
}

} // namespace annota
