// SPDX-License-Identifier: GPL-2.0-or-later
//
// Commit order of a published build: columns of the coming generation under their final name, synced; then Xapian's
// commit with the generation in its metadata; then the directory (glass syncs its tables, but not the directory into
// which it renames their root). A kill between any two leaves columns that belong to no generation, which nobody reads.

#include "indexer/build.h"

#include "common/change_log.h"
#include "common/column_builder.h"
#include "common/glass_root.h"
#include "common/index_folder.h"
#include "common/index_reader.h"
#include "common/journal_buckets.h"
#include "common/person_update.h"
#include "common/schema.h"
#include "indexer/column_files.h"
#include "indexer/xapian_document.h"
#include "indexer/xapian_errors.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

namespace annota {

namespace {

namespace fs = std::filesystem;

// Small flushes keep Xapian's in-memory inverter in the processor's cache: 1,000 documents at a time took half the
// processor time of 10,000, and a third of that of 100,000.
// Xapian takes the number from the environment alone.
constexpr const char* kFlushDocuments = "1000";

std::uint64_t number_of(const std::string& text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Side files of a build but for those of two generations: the published one and its predecessor, whose readers may
/// still open theirs.
void remove_old_columns(const fs::path& folder, std::uint64_t generation, std::uint64_t previous) {
    std::set<std::string> kept;
    for (const std::uint64_t of : {generation, previous}) {
        kept.insert(columns_file_name(of));
        if (const auto base = base_generation(folder / columns_file_name(of))) kept.insert(columns_file_name(*base));
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("columns-") && !kept.contains(name)) fs::remove(entry.path());
    }
}

} // namespace

struct Build::Database {
    Database(fs::path build_folder, std::uint32_t number) : folder(std::move(build_folder)) {
        state.build = number;
        ::setenv("XAPIAN_FLUSH_THRESHOLD", kFlushDocuments, 0);
        if (const std::string fault = glass_root_fault(folder / "index"); !fault.empty())
            throw Xapian::DatabaseCorruptError(fault);
        xapian = Xapian::WritableDatabase((folder / "index").string(), Xapian::DB_OPEN);
        check_versions(xapian, folder.parent_path());
        state.generation = number_of(xapian.get_metadata(kGenerationKey));
        codec = std::make_unique<DocumentCodec>(xapian.get_metadata(kDictionaryKey));
        // What a kill or a power cut left: a commit that changes nothing would not come to it.
        remove_old_columns(folder, state.generation, state.generation - 1);
        // Only a transaction can be given up: closing a database outside of one commits it.
        xapian.begin_transaction();
    }

    /// Of the documents as they stand; read or computed once.
    ColumnBuilder& columns() {
        if (!column_builder) {
            auto base = Columns::open(folder / columns_file_name(state.generation), state);
            if (!base || !base->sound()) base = Columns::from_bytes(compute_columns(xapian, state));
            column_builder = std::make_unique<ColumnBuilder>(base);
        }
        return *column_builder;
    }

    /// What changed since the last whole file, or a whole one.
    void write_columns(const IndexState& next, const PersonRules& rules) {
        const fs::path path = folder / columns_file_name(next.generation);
        std::optional<std::string> changes;
        if (!metadata.contains(kPersonRulesKey) && columns().has_few_changes()) { // new rules may concern everybody
            update_persons(columns(), rules);
            columns().set_journal_buckets(journal_buckets(*columns().columns()));
            changes = columns().changes(next);
        }
        has_whole_columns = !changes;
        if (changes)
            write_file_durably(path, *changes);
        else
            write_whole_columns({{columns().columns()}}, rules, next, path);
    }

    /// One of a document that was deleted in an earlier run, else a new one: where records come and go for years,
    /// columns and sets of documents would grow with all that ever were.
    std::uint32_t next_docid() {
        if (last_docid == 0) find_free_docids();
        if (free_docids.empty()) return ++last_docid;
        const std::uint32_t docid = free_docids.back();
        free_docids.pop_back();
        return docid;
    }

    void find_free_docids() {
        std::uint32_t next = 1;
        for (auto at = xapian.postlist_begin(""); at != xapian.postlist_end(""); ++at) {
            for (; next < *at; ++next) free_docids.push_back(next);
            next = *at + 1;
        }
        last_docid = next - 1;
    }

    std::string value(std::uint32_t docid, Slot slot) { return xapian.get_document(docid).get_value(slot); }

    std::uint64_t added(std::uint32_t docid) { return decode_generation(value(docid, kAddedSlot)); }

    /// Gives up what is not committed. A commit that failed has ended its transaction, but keeps its changes, which
    /// closing the database would write after all, on top of what it had written until then.
    void abandon() {
        try {
            xapian.cancel_transaction();
        } catch (const Xapian::InvalidOperationError&) {
            xapian.begin_transaction(false); // commits nothing
            xapian.cancel_transaction();
        }
    }

    void write_metadata() {
        for (const auto& [key, text] : metadata) xapian.set_metadata(key, text);
        metadata.clear();
    }

    void write(std::uint32_t docid, const StoredDocument& document, std::uint64_t added_in) {
        const Record merged = merged_record(document);
        DocumentTerms terms = analyzer.analyze(document, merged);
        add_history(terms, document, added_in, state.generation + 1);
        ColumnBuilder& builder = columns();
        xapian.replace_document(docid, xapian_document(terms, codec->encode(document)));
        builder.set(docid, analyzer.facets(document, merged, terms));
    }

    fs::path folder;
    IndexState state;
    Xapian::WritableDatabase xapian;
    std::unique_ptr<DocumentCodec> codec;
    DocumentAnalyzer analyzer;
    std::unique_ptr<ColumnBuilder> column_builder;
    std::map<std::string, std::string> metadata; ///< For the coming commit.
    std::uint32_t last_docid = 0;                ///< 0: not asked yet, or none in use.
    std::vector<std::uint32_t> free_docids;      ///< Below it.
    bool changed = false;
    bool has_whole_columns = false; ///< The commit has, from which the next one goes on.
};

Build::Build(fs::path folder, std::uint32_t number) {
    const fs::path where = folder;
    database_ = with_translated_errors(where, [&] { return std::make_unique<Database>(std::move(folder), number); });
}

Build::~Build() {
    if (!database_) return;
    try {
        database_->abandon();
        database_->xapian.close();
    } catch (const Xapian::Error&) { // a failed commit has closed it already
    }
}

void Build::follow(std::uint64_t generation) {
    database_->columns(); // those of the present generation
    database_->state.generation = generation;
    database_->changed = true;
}

std::vector<std::uint32_t> Build::find(std::string_view id, std::size_t at_most) {
    std::vector<std::uint32_t> docids;
    with_translated_errors(database_->folder, [&] {
        for (const std::string_view prefix : {kIdPrefix, kAliasPrefix}) {
            const std::string term = make_term(prefix, id);
            const auto end = database_->xapian.postlist_end(term);
            for (auto at = database_->xapian.postlist_begin(term); at != end && docids.size() < at_most; ++at)
                docids.push_back(*at);
        }
    });
    std::ranges::sort(docids);
    return docids;
}

StoredDocument Build::document(std::uint32_t docid) {
    return with_translated_errors(database_->folder, [&] {
        return database_->codec->decode(database_->xapian.get_document(docid).get_value(kRecordSlot));
    });
}

std::vector<std::uint32_t> Build::find_source(std::string_view source) {
    return with_translated_errors(database_->folder, [&] {
        const std::string term = make_term(kSourcePrefix, source);
        return std::vector<std::uint32_t>(database_->xapian.postlist_begin(term), database_->xapian.postlist_end(term));
    });
}

std::vector<std::uint32_t> Build::find_sources_beginning(std::string_view beginning) {
    std::set<std::uint32_t> docids;
    with_translated_errors(database_->folder, [&] {
        const Xapian::WritableDatabase& xapian = database_->xapian;
        // The term of a long name ends in a hash.
        const std::string wanted = make_term(kSourcePrefix, beginning.substr(0, kMaxTermBytes / 2));
        for (auto term = xapian.allterms_begin(wanted); term != xapian.allterms_end(wanted); ++term)
            docids.insert(xapian.postlist_begin(*term), xapian.postlist_end(*term));
    });
    return {docids.begin(), docids.end()};
}

std::string Build::content(std::uint32_t docid) {
    return with_translated_errors(database_->folder, [&] { return database_->value(docid, kContentSlot); });
}

std::uint64_t Build::added(std::uint32_t docid) {
    return with_translated_errors(database_->folder, [&] { return database_->added(docid); });
}

std::string Build::metadata(const std::string& key) {
    const auto waiting = database_->metadata.find(key);
    if (waiting != database_->metadata.end()) return waiting->second;
    return with_translated_errors(database_->folder, [&] { return database_->xapian.get_metadata(key); });
}

void Build::set_metadata(const std::string& key, const std::string& value) {
    const std::string before =
        with_translated_errors(database_->folder, [&] { return database_->xapian.get_metadata(key); });
    if (value == before)
        database_->metadata.erase(key);
    else
        database_->metadata[key] = value;
}

void Build::for_each_metadata(std::string_view beginning, const MetadataUse& use) {
    const std::string prefix(beginning);
    with_translated_errors(database_->folder, [&] {
        Xapian::TermIterator stored = database_->xapian.metadata_keys_begin(prefix);
        const Xapian::TermIterator stored_end = database_->xapian.metadata_keys_end(prefix);
        for (std::string key = prefix;; key += '\0') { // from here on
            const auto waiting = database_->metadata.lower_bound(key);
            const bool has_waiting = waiting != database_->metadata.end() && waiting->first.starts_with(prefix);
            if (stored == stored_end && !has_waiting) return;
            const bool is_stored = stored != stored_end && (!has_waiting || *stored <= waiting->first);
            key = is_stored ? *stored : waiting->first;
            if (is_stored) ++stored;
            if (const std::string value = metadata(key); !value.empty() && !use(key, value)) return;
        }
    });
}

std::uint32_t Build::write(std::optional<std::uint32_t> docid, const StoredDocument& document, std::uint64_t added) {
    return with_translated_errors(database_->folder, [&] {
        const std::uint32_t where = docid ? *docid : database_->next_docid();
        if (added == 0) added = docid ? database_->added(where) : coming_generation();
        database_->changed = true;
        database_->write(where, document, added);
        return where;
    });
}

void Build::remove(std::uint32_t docid) {
    with_translated_errors(database_->folder, [&] {
        database_->changed = true;
        database_->columns().remove(docid);
        if (database_->last_docid == 0) database_->find_free_docids(); // without this one
        database_->xapian.delete_document(docid);
    });
}

void Build::commit() {
    if (!database_->changed && database_->metadata.empty()) return;
    const std::uint64_t previous = database_->state.generation;
    IndexState next = database_->state;
    if (database_->changed || database_->metadata.contains(kPersonRulesKey)) {
        ++next.generation;
        database_->write_columns(next, stored_person_rules(metadata(kPersonRulesKey)));
    }
    with_translated_errors(database_->folder, [&] {
        database_->write_metadata();
        database_->xapian.set_metadata(kGenerationKey, std::to_string(next.generation));
        database_->xapian.commit_transaction();
        database_->xapian.begin_transaction();
    });
    sync_directory(database_->folder / "index");
    database_->state = next;
    database_->changed = false;
    if (std::exchange(database_->has_whole_columns, false)) database_->column_builder.reset();
    if (next.generation != previous) remove_old_columns(database_->folder, next.generation, previous);
}

bool Build::has_changed() const {
    return database_->changed;
}

const IndexState& Build::state() const {
    return database_->state;
}

std::uint32_t Build::document_count() const {
    return with_translated_errors(database_->folder, [&] { return database_->xapian.get_doccount(); });
}

} // namespace annota
