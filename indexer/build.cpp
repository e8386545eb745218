// SPDX-License-Identifier: GPL-2.0-or-later
//
// Commit order of a published build: columns of the coming generation under their final name, synced; then Xapian's
// commit with the generation in its metadata; then the directory (glass syncs its tables, but not the directory into
// which it renames their root). A kill between any two leaves columns that belong to no generation, which nobody reads.

#include "indexer/build.h"

#include "common/change_log.h"
#include "common/column_builder.h"
#include "common/index_folder.h"
#include "common/index_reader.h"
#include "common/schema.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>
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
        throw IndexError(IndexFault::damaged, folder.string() + ": the index is damaged (" + error.get_msg() +
                                                  "); rebuild it: annota-index add --db NEW_FOLDER with its sources");
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
        for (const auto& [docid, document] : held) write(docid, document, state.generation + 1);
        held.clear();
    }

    std::string value(std::uint32_t docid, Slot slot) { return xapian.get_document(docid).get_value(slot); }

    /// Of a build aside all documents come at once.
    std::uint64_t added(std::uint32_t docid) {
        return kind == BuildKind::aside ? state.generation + 1 : decode_generation(value(docid, kAddedSlot));
    }

    void write_metadata() {
        for (const auto& [key, text] : metadata) xapian.set_metadata(key, text);
        metadata.clear();
    }

    void write(std::uint32_t docid, const StoredDocument& document, std::uint64_t added_in) {
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
        written.add_value(kAddedSlot, encode_generation(added_in));
        written.add_value(kChangedSlot, encode_generation(state.generation + 1));
        if (const std::string marks = content_marks(document); !marks.empty()) written.add_value(kContentSlot, marks);
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
    std::map<std::string, std::string> metadata;  ///< For the coming commit.
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

std::vector<std::uint32_t> Build::find_source(std::string_view source) {
    return translated(database_->folder, [&] {
        const std::string term = make_term(kSourcePrefix, source);
        return std::vector<std::uint32_t>(database_->xapian.postlist_begin(term), database_->xapian.postlist_end(term));
    });
}

std::vector<std::uint32_t> Build::find_sources_beginning(std::string_view beginning) {
    std::set<std::uint32_t> docids;
    translated(database_->folder, [&] {
        const Xapian::WritableDatabase& xapian = database_->xapian;
        // The term of a long name ends in a hash.
        const std::string wanted = make_term(kSourcePrefix, beginning.substr(0, kMaxTermBytes / 2));
        for (auto term = xapian.allterms_begin(wanted); term != xapian.allterms_end(wanted); ++term)
            docids.insert(xapian.postlist_begin(*term), xapian.postlist_end(*term));
    });
    return {docids.begin(), docids.end()};
}

std::string Build::content(std::uint32_t docid) {
    return translated(database_->folder, [&] {
        return database_->held.contains(docid) ? std::string() : database_->value(docid, kContentSlot);
    });
}

std::uint64_t Build::added(std::uint32_t docid) {
    return translated(database_->folder, [&] { return database_->added(docid); });
}

std::string Build::metadata(const std::string& key) {
    const auto waiting = database_->metadata.find(key);
    if (waiting != database_->metadata.end()) return waiting->second;
    return translated(database_->folder, [&] { return database_->xapian.get_metadata(key); });
}

void Build::set_metadata(const std::string& key, const std::string& value) {
    const std::string before = translated(database_->folder, [&] { return database_->xapian.get_metadata(key); });
    if (value == before)
        database_->metadata.erase(key);
    else
        database_->metadata[key] = value;
}

void Build::for_each_metadata(std::string_view beginning,
                              const std::function<bool(const std::string& key, const std::string& value)>& use) {
    const std::string prefix(beginning);
    translated(database_->folder, [&] {
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
    return translated(database_->folder, [&] {
        const std::uint32_t where = docid ? *docid : database_->next_docid();
        if (added == 0) added = docid ? database_->added(where) : coming_generation();
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
        database_->write(where, document, added);
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
    if (database_->kind == BuildKind::aside || (!database_->changed && database_->metadata.empty())) return;
    const std::uint64_t previous = database_->state.generation;
    IndexState next = database_->state;
    if (database_->changed) {
        ++next.generation;
        write_file_durably(database_->folder / columns_file_name(next.generation), database_->columns().finish(next));
    }
    translated(database_->folder, [&] {
        database_->write_metadata();
        database_->xapian.set_metadata(kGenerationKey, std::to_string(next.generation));
        database_->xapian.commit_transaction();
        database_->xapian.begin_transaction();
    });
    sync_directory(database_->folder / "index");
    database_->state = next;
    database_->changed = false;
    if (next.generation != previous) remove_old_columns(database_->folder, next.generation, previous);
}

void Build::finish() {
    IndexState next = database_->state;
    if (database_->changed) ++next.generation;
    translated(database_->folder, [&] {
        database_->write_held();
        database_->write_metadata();
        database_->xapian.set_metadata(kGenerationKey, std::to_string(next.generation));
        database_->xapian.commit();
        // Keeps the docids, to which the columns belong.
        database_->xapian.compact((database_->folder / "index").string(), Xapian::DBCOMPACT_NO_RENUMBER);
        database_->xapian.close();
    });
    write_file_durably(database_->folder / columns_file_name(next.generation), database_->columns().finish(next));
    fs::remove_all(database_->folder / "load");
    database_->state = next;
    database_->changed = false;
}

bool Build::has_changed() const {
    return database_->changed;
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
