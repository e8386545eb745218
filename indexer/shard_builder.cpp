// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/shard_builder.h"

#include "common/column_builder.h"
#include "indexer/xapian_document.h"
#include "indexer/xapian_errors.h"

#include <xapian.h>

#include <fstream>

namespace annota {

namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, const std::string& contents) {
    std::ofstream file(path, std::ios::binary);
    file << contents;
    file.close();
    if (!file) throw std::runtime_error(path.string() + ": cannot write; is the disk full?");
}

} // namespace

fs::path shard_database(const fs::path& folder) {
    return folder / "index";
}

fs::path shard_columns(const fs::path& folder) {
    return folder / "columns";
}

void ShardBuilder::build(const ShardPlan& plan, const DocumentFile& documents) {
    fs::remove_all(plan.folder);
    fs::create_directories(plan.folder);
    ColumnBuilder columns;
    with_translated_errors(plan.folder, [&] {
        // A shard that is not whole is thrown away, so nothing in it has to be safe.
        Xapian::WritableDatabase database(shard_database(plan.folder).string(),
                                          Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
        for (std::uint32_t i = 0; i < plan.documents.size(); ++i) {
            if (plan.documents[i].size == 0) continue;
            const std::string encoded = documents.read_flushed(plan.documents[i]);
            const StoredDocument document = codec_.decode(encoded);
            const Record merged = merged_record(document);
            DocumentTerms terms = analyzer_.analyze(document, merged);
            add_history(terms, document, generation_, generation_);
            database.replace_document(plan.first + i, xapian_document(terms, encoded));
            columns.set(i + 1, analyzer_.facets(document, merged, terms));
        }
        database.commit();
        database.close();
    });
    write_file(shard_columns(plan.folder), columns.finish({}));
}

} // namespace annota
