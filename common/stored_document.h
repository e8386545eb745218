// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the index keeps of a record: one contribution a source, from which everything searched and shown is made.

#pragma once

#include "common/record.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// 128 bits of XXH3 over a record's encoded content.
using ContentHash = std::array<std::uint8_t, 16>;

/// What one record of a source says. Its source's name is `record.source`.
struct Contribution {
    Record record;
    ContentHash hash{}; ///< content_hash(record)
};

/// The contents of a document, independent of the order in which its contributions came.
struct StoredDocument {
    std::string id;                   ///< The record id.
    std::vector<std::string> aliases; ///< Other identifiers, sorted, without `id`.
    /// At least one, sorted by source, then by hash. One a source, or several where it has the record more than once.
    std::vector<Contribution> contributions;
};

/// The hash by which an unchanged contribution is recognised: over all of the record but its position.
ContentHash content_hash(const Record& record);

/// Half of the hash: enough to tell the contributions of one document, or of one run, apart.
std::uint64_t content_mark(const ContentHash& hash);

/// The marks of all contributions as the value of kContentSlot, 8 bytes each; empty where there are more than 32.
/// Stored in the index: a change needs a new schema version.
std::string content_marks(const StoredDocument& document);

/// Reads what content_marks() gave.
std::vector<std::uint64_t> read_content_marks(std::string_view value);

/// Puts a contribution in its place; false, and nothing done, where the document has it already.
bool insert_contribution(StoredDocument& document, Contribution contribution);

/// The record that is searched and shown: a pure function of the set of contributions. Field by field the fuller value
/// wins (more code points, more entries, then more forms of names), then that of the contribution that stands first.
Record merged_record(const StoredDocument& document);

/// Encodes documents in the binary form of the index: a version byte, then tagged fields, compressed with zstd and
/// the dictionary of the build. One codec a thread. Throws std::runtime_error on data that it did not write.
/// Stored in the index: a change needs a new schema version.
class DocumentCodec {
public:
    explicit DocumentCodec(std::string_view dictionary);
    ~DocumentCodec();
    DocumentCodec(DocumentCodec&&) noexcept;
    DocumentCodec& operator=(DocumentCodec&&) noexcept;

    std::string encode(const StoredDocument& document);
    StoredDocument decode(std::string_view data);

private:
    struct Contexts;
    std::unique_ptr<Contexts> contexts_;
};

/// A dictionary of at most 64 KiB trained on sample documents; empty where there are too few to gain from.
std::string train_dictionary(const std::vector<StoredDocument>& samples);

} // namespace annota
