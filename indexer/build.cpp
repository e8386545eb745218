// SPDX-License-Identifier: GPL-2.0-or-later
//
// Commit order of a published build: columns of the coming generation under their final name, synced; then Xapian's
// commit with the generation in its metadata; then the directory (glass syncs its tables, but not the directory into
// which it renames their root). A kill between any two leaves columns that belong to no generation, which nobody reads.

#include "indexer/build.h"

#include "common/column_builder.h"
#include "common/glass_root.h"
#include "common/index_folder.h"
#include "common/index_reader.h"
#include "common/schema.h"
#include "indexer/free_space.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <unordered_map>

namespace annota {

namespace {

namespace fs = std::filesystem;

// Small flushes keep Xapian's in-memory inverter in the processor's cache: 1,000 documents at a time took half the
// processor time of 10,000, and a third of that of 100,000.
// Xapian takes the number from the environment alone.
constexpr const char* kFlushDocuments = "1000";

/// Runs `work`, with Xapian's exceptions turned into ours.
template <class Work> auto translated(const fs::path& folder, Work work) {
    try {
        return work();
    } catch (const Xapian::DatabaseLockError& error) {
        throw IndexError(IndexFault::locked, folder.string() + ": " + error.get_msg());
    } catch (const Xapian::DatabaseCorruptError& error) {
        throw IndexError(IndexFault::damaged, folder.string() + ": the index is damaged (" + error.get_msg() + "); " +
                                                  rebuild_advice(folder.parent_path()));
    } catch (const Xapian::InvalidOperationError&) {
        // With DB_DANGEROUS Xapian cannot give a failed write up, and says so in place of what failed.
        throw std::runtime_error(folder.string() + ": cannot write; is the disk full?");
    } catch (const Xapian::Error& error) {
        const char* const reason = error.get_error_string();
        throw std::runtime_error(folder.string() + ": " + error.get_msg() +
                                 (reason != nullptr ? std::string(": ") + reason : ""));
    }
}

// A new build's compression dictionary is learned from its first documents, which wait for it in memory.
constexpr std::size_t kDictionarySamples = 2000;

std::uint64_t number_of(const std::string& text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::uint64_t id_hash(std::string_view id) {
    return XXH3_64bits(id.data(), id.size());
}

template <class Use> void for_each_id(const StoredDocument& document, Use use) {
    use(document.id);
    for (const std::string& alias : document.aliases) use(alias);
}

bool has_id(const StoredDocument& document, std::string_view id) {
    return document.id == id || std::ranges::find(document.aliases, id) != document.aliases.end();
}

/// Side files of a build but for those of two generations: the published one and its predecessor, whose readers may
/// still open theirs.
void remove_old_columns(const fs::path& folder, std::uint64_t generation, std::uint64_t previous) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const bool kept = name == columns_file_name(generation) || name == columns_file_name(previous);
        if (name.starts_with("columns-") && !kept) fs::remove(entry.path());
    }
}

} // namespace

struct Build::Database {
    Database(fs::path build_folder, std::uint32_t number, BuildKind build_kind)
        : folder(std::move(build_folder)), kind(build_kind) {
        state.build = number;
        const bool aside = kind == BuildKind::aside;
        if (aside) fs::create_directories(folder);
        ::setenv("XAPIAN_FLUSH_THRESHOLD", kFlushDocuments, 0);
        const std::string fault = aside ? std::string() : glass_root_fault(folder / "index");
        if (!fault.empty()) throw Xapian::DatabaseCorruptError(fault);
        const int flags = aside ? Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC : Xapian::DB_OPEN;
        xapian = Xapian::WritableDatabase((folder / (aside ? "load" : "index")).string(), flags);
        if (aside) {
            xapian.set_metadata(kSchemaKey, std::to_string(kSchemaVersion));
            xapian.set_metadata(kAnalyzerKey, std::to_string(kAnalyzerVersion));
        }
        check_versions(xapian, folder.parent_path());
        state.generation = number_of(xapian.get_metadata(kGenerationKey));
        codec = std::make_unique<DocumentCodec>(xapian.get_metadata(kDictionaryKey));
        // Only a transaction can be given up: closing a database outside of one commits it.
        if (!aside) xapian.begin_transaction();
    }

    /// Of the documents as they stand; read or computed once.
    ColumnBuilder& columns() {
        if (!column_builder) {
            auto base = Columns::open(folder / columns_file_name(state.generation), state);
            if (!base && xapian.get_doccount() > 0) base = Columns::from_bytes(compute_columns(xapian, state));
            column_builder = base ? std::make_unique<ColumnBuilder>(*base) : std::make_unique<ColumnBuilder>();
        }
        return *column_builder;
    }

    std::uint32_t next_docid() {
        if (last_docid == 0) last_docid = xapian.get_lastdocid();
        return ++last_docid;
    }

    void remember_ids(std::uint32_t docid, const StoredDocument& document) {
        for_each_id(document, [&](const std::string& id) { ids.emplace(id_hash(id), docid); });
    }

    /// Of a document as it was written last.
    void forget_ids(std::uint32_t docid, const StoredDocument& document) {
        for_each_id(document, [&](const std::string& id) {
            const auto [first, last] = ids.equal_range(id_hash(id));
            const auto found = std::find_if(first, last, [docid](const auto& entry) { return entry.second == docid; });
            if (found != last) ids.erase(found);
        });
    }

    StoredDocument document(std::uint32_t docid) {
        if (const auto waiting = held.find(docid); waiting != held.end()) return waiting->second;
        return codec->decode(xapian.get_document(docid).get_data());
    }

    void write_held() {
        if (dictionary_learned) return;
        std::vector<StoredDocument> samples;
        for (const auto& [docid, document] : held) samples.push_back(document);
        const std::string dictionary = train_dictionary(samples);
        xapian.set_metadata(kDictionaryKey, dictionary);
        codec = std::make_unique<DocumentCodec>(dictionary);
        dictionary_learned = true;
        for (const auto& [docid, document] : held) write(docid, document);
        held.clear();
    }

    void write(std::uint32_t docid, const StoredDocument& document) {
        const Record merged = merged_record(document);
        const DocumentTerms terms = analyzer.analyze(document, merged);
        Xapian::Document written;
        for (const Posting& posting : terms.postings) {
            if (posting.position != 0)
                written.add_posting(posting.term, posting.position, posting.wdf);
            else
                written.add_term(posting.term, posting.wdf);
        }
        for (const auto& [slot, value] : terms.values) written.add_value(slot, value);
        written.set_data(codec->encode(document));
        ColumnBuilder& builder = columns();
        xapian.replace_document(docid, written);
        builder.set(docid, facet_values(merged, analyzer.words(), analyzer.names()));
    }

    fs::path folder;
    BuildKind kind;
    IndexState state;
    Xapian::WritableDatabase xapian;
    std::unique_ptr<DocumentCodec> codec;
    DocumentAnalyzer analyzer;
    std::unique_ptr<ColumnBuilder> column_builder;
    std::unordered_multimap<std::uint64_t, std::uint32_t>
        ids; ///< Of a build aside: hashes of identifiers, to save look-ups on disk.
    std::map<std::uint32_t, StoredDocument> held; ///< Of a build aside, until it has a dictionary.
    bool dictionary_learned = false;
    std::uint32_t last_docid = 0; ///< 0: not asked yet.
    bool changed = false;
};

Build::Build(fs::path folder, std::uint32_t number, BuildKind kind) {
    const fs::path where = folder;
    database_ = translated(where, [&] { return std::make_unique<Database>(std::move(folder), number, kind); });
}

Build::~Build() {
    if (!database_) return;
    try {
        if (database_->kind == BuildKind::published) database_->xapian.cancel_transaction();
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
    translated(database_->folder, [&] {
        if (database_->kind == BuildKind::aside) {
            const auto [first, last] = database_->ids.equal_range(id_hash(id));
            for (auto at = first; at != last && docids.size() < at_most; ++at)
                if (has_id(database_->document(at->second), id)) docids.push_back(at->second);
            return;
        }
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
    return translated(database_->folder, [&] { return database_->document(docid); });
}

std::uint32_t Build::write(std::optional<std::uint32_t> docid, const StoredDocument& document) {
    return translated(database_->folder, [&] {
        const std::uint32_t where = docid ? *docid : database_->next_docid();
        database_->changed = true;
        if (database_->kind == BuildKind::aside) {
            if (docid) database_->forget_ids(where, database_->document(where));
            database_->remember_ids(where, document);
            if (!database_->dictionary_learned) {
                database_->held.insert_or_assign(where, document);
                if (database_->held.size() == kDictionarySamples) database_->write_held();
                return where;
            }
        }
        database_->write(where, document);
        return where;
    });
}

void Build::remove(std::uint32_t docid) {
    translated(database_->folder, [&] {
        database_->changed = true;
        if (database_->kind == BuildKind::aside) database_->forget_ids(docid, database_->document(docid));
        if (database_->held.erase(docid) != 0) return;
        database_->columns().remove(docid);
        database_->xapian.delete_document(docid);
    });
}

void Build::commit() {
    if (database_->kind == BuildKind::aside || !database_->changed) return;
    const std::uint64_t previous = database_->state.generation;
    IndexState next = database_->state;
    ++next.generation;
    write_file_durably(database_->folder / columns_file_name(next.generation), database_->columns().finish(next));
    translated(database_->folder, [&] {
        database_->xapian.set_metadata(kGenerationKey, std::to_string(next.generation));
        database_->xapian.commit_transaction();
        database_->xapian.begin_transaction();
    });
    sync_directory(database_->folder / "index");
    database_->state = next;
    database_->changed = false;
    remove_old_columns(database_->folder, next.generation, previous);
}

void Build::finish() {
    IndexState next = database_->state;
    if (database_->changed) ++next.generation;
    translated(database_->folder, [&] {
        database_->write_held();
        database_->xapian.set_metadata(kGenerationKey, std::to_string(next.generation));
        database_->xapian.commit();
        require_space(database_->folder, bytes_below(database_->folder / "load"));
        // Keeps the docids, to which the columns belong.
        database_->xapian.compact((database_->folder / "index").string(), Xapian::DBCOMPACT_NO_RENUMBER);
        database_->xapian.close();
    });
    write_file_durably(database_->folder / columns_file_name(next.generation), database_->columns().finish(next));
    fs::remove_all(database_->folder / "load");
    database_->state = next;
    database_->changed = false;
}

const IndexState& Build::state() const {
    return database_->state;
}

std::uint32_t Build::document_count() const {
    return translated(database_->folder, [&] {
        return database_->xapian.get_doccount() + static_cast<std::uint32_t>(database_->held.size());
    });
}

DocumentAnalyzer& Build::analyzer() {
    return database_->analyzer;
}

} // namespace annota
