// SPDX-License-Identifier: GPL-2.0-or-later
//
// A build's folder holds the Xapian database in "index" and side files beside it. After a swap a new Database is
// opened, never reopen()ed: two builds may share a revision number, and reopen() would mix their tables.

#include "common/index_reader.h"

#include "common/column_builder.h"
#include "common/glass_root.h"
#include "common/person_update.h"
#include "common/schema.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>

namespace annota {

namespace {

constexpr int kOpenTries = 5;

[[noreturn]] void throw_damaged(const std::filesystem::path& root, const std::string& what) {
    throw IndexError(IndexFault::damaged,
                     root.string() + ": the index is damaged (" + what + "); " + rebuild_advice(root));
}

std::uint64_t metadata_number(const Xapian::Database& database, const char* key) {
    const std::string text = database.get_metadata(key);
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void check_version(const Xapian::Database& database, const char* key, unsigned version,
                   const std::filesystem::path& root) {
    const std::uint64_t found = metadata_number(database, key);
    if (found == version) return;
    throw IndexError(IndexFault::wrong_version, root.string() + ": the index has " +
                                                    (key == std::string_view(kSchemaKey) ? "schema" : "analyzer") +
                                                    " version " + std::to_string(found) + ", this program reads " +
                                                    std::to_string(version) + "; " + rebuild_advice(root));
}

/// Runs `work`. What is wrong with the index becomes an IndexError; a change under the reader stays what it is.
template <class Work> auto translated(const std::filesystem::path& root, Work work) {
    try {
        return work();
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const IndexError&) {
        throw;
    } catch (const Xapian::Error& error) {
        throw_damaged(root, error.get_msg());
    } catch (const std::runtime_error& error) {
        throw_damaged(root, error.what());
    }
}

} // namespace

struct IndexReader::Open {
    Xapian::Database database;
    std::unique_ptr<DocumentCodec> codec;
    std::shared_ptr<const Columns> columns;
    std::shared_ptr<const Columns> damaged_columns; ///< Their sound facets may be in use.
    std::vector<std::uint32_t> lengths;             ///< Where the columns have changes; empty: not asked for yet.
};

IndexReader::IndexReader(const std::filesystem::path& root) : folder_(root), open_(std::make_unique<Open>()) {
    open_build();
}

IndexReader::~IndexReader() = default;

void IndexReader::open_build() {
    for (int tried = 1;; ++tried) {
        const std::optional<unsigned> build = folder_.current_build();
        if (!build)
            throw IndexError(IndexFault::missing, folder_.root().string() +
                                                      ": no index here; make one: annota-index add --db " +
                                                      folder_.root().string() + " INPUT...");
        try {
            open_build(*build);
            return;
        } catch (const Xapian::DatabaseModifiedError&) {
            if (tried == kOpenTries) throw_changing(folder_.root());
        } catch (const IndexError&) {
            // The build may have been replaced and removed since annota.index was read.
            if (tried == kOpenTries || folder_.current_build() == build) throw;
        }
    }
}

/// Changes nothing where it throws.
void IndexReader::open_build(std::uint32_t build) {
    Open opened;
    const std::filesystem::path tables = folder_.build_path(build) / "index";
    const std::string fault = glass_root_fault(tables);
    if (!fault.empty()) throw_damaged(folder_.root(), fault);
    IndexState state{build, 0};
    translated(folder_.root(), [&] {
        opened.database = Xapian::Database(tables.string());
        check_versions(opened.database, folder_.root());
        opened.codec = std::make_unique<DocumentCodec>(opened.database.get_metadata(kDictionaryKey));
        state.generation = metadata_number(opened.database, kGenerationKey);
    });
    *open_ = std::move(opened);
    state_ = state;
}

void IndexReader::refresh() {
    if (folder_.current_build() != state_.build) {
        open_build();
        return;
    }
    try {
        translated(folder_.root(), [this] {
            if (!open_->database.reopen()) return;
            state_.generation = metadata_number(open_->database, kGenerationKey);
            open_->columns.reset();
            open_->damaged_columns.reset();
            open_->lengths.clear();
        });
    } catch (const IndexError&) {
        if (folder_.current_build() == state_.build) throw;
        open_build();
    }
}

const Xapian::Database& IndexReader::database() const {
    return open_->database;
}

const DocumentFacts& IndexReader::facts() {
    open_columns();
    if (open_->columns->facts() == nullptr) compute_columns();
    return *open_->columns->facts();
}

std::span<const std::uint32_t> IndexReader::lengths() {
    if (!open_->lengths.empty()) return open_->lengths;
    return facts().lengths(doc_limit(), open_->lengths);
}

const std::shared_ptr<const Columns>& IndexReader::columns() {
    open_columns();
    if (!open_->columns->sound()) compute_columns();
    return open_->columns;
}

const Column& IndexReader::column(std::size_t facet) {
    open_columns();
    if (open_->columns->find(facet) == nullptr) compute_columns();
    return (*open_->columns)[facet];
}

void IndexReader::open_columns() {
    if (!open_->columns) open_->columns = Columns::open(build_folder() / columns_file_name(state_.generation), state_);
    if (!open_->columns) compute_columns();
}

void IndexReader::compute_columns() {
    open_->damaged_columns =
        std::exchange(open_->columns, translated(folder_.root(), [this] {
                          return Columns::from_bytes(annota::compute_columns(open_->database, state_));
                      }));
}

std::uint32_t IndexReader::doc_limit() const {
    return open_->database.get_lastdocid() + 1;
}

StoredDocument IndexReader::document(std::uint32_t docid) {
    return translated(folder_.root(),
                      [&] { return open_->codec->decode(open_->database.get_document(docid).get_value(kRecordSlot)); });
}

std::string IndexReader::id(std::uint32_t docid) const {
    return translated(folder_.root(), [&] { return open_->database.get_document(docid).get_value(kIdSlot); });
}

std::optional<std::uint32_t> IndexReader::find(std::string_view id) const {
    return translated(folder_.root(), [&]() -> std::optional<std::uint32_t> {
        for (const std::string_view prefix : {kIdPrefix, kAliasPrefix}) {
            const std::string term = make_term(prefix, id);
            const Xapian::PostingIterator found = open_->database.postlist_begin(term);
            if (found != open_->database.postlist_end(term)) return *found;
        }
        return std::nullopt;
    });
}

std::vector<std::string> IndexReader::linking(std::string_view prefix, std::string_view id) const {
    return translated(folder_.root(), [&] {
        std::vector<std::string> ids;
        const std::string term = make_term(prefix, id);
        for (auto at = open_->database.postlist_begin(term); at != open_->database.postlist_end(term); ++at)
            ids.push_back(this->id(*at));
        std::ranges::sort(ids);
        return ids;
    });
}

void check_versions(const Xapian::Database& database, const std::filesystem::path& root) {
    check_version(database, kSchemaKey, kSchemaVersion, root);
    check_version(database, kAnalyzerKey, kAnalyzerVersion, root);
}

void throw_changing(const std::filesystem::path& root) {
    throw IndexError(IndexFault::changing, root.string() + ": the index kept changing under the search; try again");
}

void expect_index_modified(const std::filesystem::path& root) {
    try {
        throw;
    } catch (const Xapian::DatabaseModifiedError&) { // the caller repeats its work
    } catch (const Xapian::Error& error) {
        throw_damaged(root, error.get_msg());
    } catch (const DamagedColumns& error) {
        throw_damaged(root, error.what());
    }
}

std::string compute_columns(const Xapian::Database& database, const IndexState& state) {
    DocumentCodec codec(database.get_metadata(kDictionaryKey));
    const Analyzer analyzer;
    NameKeyCache names;
    ColumnBuilder builder;
    for (Xapian::PostingIterator at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const StoredDocument document = codec.decode(database.get_document(*at).get_value(kRecordSlot));
        FacetValues values = facet_values(document, merged_record(document), analyzer, names);
        values.length = at.get_doclength();
        builder.set(*at, values);
    }
    std::string bytes;
    write_with_persons(*Columns::from_bytes(builder.finish(state)),
                       stored_person_rules(database.get_metadata(kPersonRulesKey)), state,
                       [&](std::string_view more) { bytes += more; });
    return bytes;
}

} // namespace annota
