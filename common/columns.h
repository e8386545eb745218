// SPDX-License-Identifier: GPL-2.0-or-later
//
// Columns beside the index: for each facet the values of every document as small integers, memory-mapped, so that
// counting is a lookup a match.
//
// A column is what a whole file says of a facet, and what changed since: a commit of a few documents writes a small
// file. Behind the columns a file has the persons among the authors.

#pragma once

#include "common/document_facts.h"
#include "common/facet_values.h"
#include "common/persons.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace annota {

/// The state of an index that a side file belongs to; it is used for no other.
struct IndexState {
    std::uint32_t build = 0;
    std::uint64_t generation = 0;

    friend bool operator==(const IndexState&, const IndexState&) = default;
};

/// What one file says of a facet. Printed values have ordinals, and so have the keys to which they belong; in a file of
/// changes they count on from those of the whole file.
struct ColumnPart {
    std::span<const std::uint32_t> docids; ///< Those that changed, ascending; in a whole file none, which means all.
    std::span<const std::uint32_t> first;  ///< Where each document's values begin in `values`, and where the last end.
    std::span<const std::uint32_t> values; ///< Ordinals of printed values; within a document no two of one key.
    std::span<const std::uint32_t> key_of; ///< Key ordinal of each printed value.
    StringTable printed;                   ///< In the order of their keys' texts, then of their own.
    StringTable keys;                      ///< In order.
};

/// One facet, or one of the columns that are counted nowhere. A key is a bucket, but for authors, whose buckets are
/// persons. Where a file is damaged, all may throw DamagedColumns.
class Column {
public:
    Column() = default;
    /// `changes` may be empty. Docids are below `doc_limit`.
    Column(const ColumnPart& whole, const ColumnPart& changes, std::uint32_t doc_limit);

    std::uint32_t doc_limit() const { return doc_limit_; }
    std::uint32_t printed_count() const { return whole_.printed.size() + changes_.printed.size(); }
    std::uint32_t key_count() const { return whole_.keys.size() + changes_.keys.size(); }

    std::string_view printed(std::uint32_t ordinal) const {
        const std::uint32_t whole = whole_.printed.size();
        return ordinal < whole ? whole_.printed[ordinal] : changes_.printed[ordinal - whole];
    }
    std::string_view key(std::uint32_t ordinal) const {
        const std::uint32_t whole = whole_.keys.size();
        return ordinal < whole ? whole_.keys[ordinal] : changes_.keys[ordinal - whole];
    }
    /// In the order of their texts, which is that of ordinals within a file.
    bool is_key_before(std::uint32_t ordinal, std::uint32_t other) const {
        const bool in_whole = ordinal < whole_.keys.size() && other < whole_.keys.size();
        return in_whole ? ordinal < other : key(ordinal) < key(other);
    }
    /// Key ordinal of a printed value.
    std::uint32_t key_of(std::uint32_t printed) const {
        const std::uint32_t whole = whole_.printed.size();
        if (printed < whole) return below(whole_.key_of[printed], key_count());
        return below(changes_.key_of[below(printed - whole, changes_.key_of.size())], key_count());
    }

    /// Whether a key may be in another one's bucket.
    bool has_buckets() const { return !buckets_.empty(); }

    /// Ordinal of the key in whose bucket another one is: of journals that of a fuller name.
    std::uint32_t bucket_of(std::uint32_t key) const {
        return buckets_.empty() ? key : below(buckets_[below(key, buckets_.size())], key_count());
    }

    /// Ordinals of a document's printed values.
    std::span<const std::uint32_t> of(std::uint32_t docid) const {
        if (const auto place = changed_place(docid))
            return stretch(changes_.values, changes_.first[*place], changes_.first[*place + 1]);
        if (std::size_t{docid} + 1 >= whole_.first.size()) return {};
        return stretch(whole_.values, whole_.first[docid], whole_.first[docid + 1]);
    }

    /// Ordinal of a key by its text.
    std::optional<std::uint32_t> find_key(std::string_view text) const;
    /// Ordinal of a printed value of the whole file by key and text.
    std::optional<std::uint32_t> find_printed(std::uint32_t key, std::string_view text) const;

    const ColumnPart& whole() const { return whole_; }
    const ColumnPart& changes() const { return changes_; }

    /// Where a document's values stand among those of the changes; nullopt where it did not change.
    std::optional<std::size_t> changed_place(std::uint32_t docid) const { return changed_.place(docid); }

    /// Of the author column as Columns give it; else nullptr.
    const Persons* persons() const { return persons_; }

private:
    friend class Columns;

    const Persons* persons_ = nullptr;
    ColumnPart whole_;
    ColumnPart changes_;
    std::uint32_t doc_limit_ = 0;
    ChangedRows changed_;
    std::span<const std::uint32_t> buckets_; ///< By key; empty where each is its own.
};

inline std::span<const std::uint32_t> Persons::of(std::uint32_t docid) const {
    if (const auto place = authors_->changed_place(docid)) {
        if (changes_.persons.empty()) return {};
        const ColumnPart& changed = authors_->changes();
        return stretch(changes_.persons, changed.first[*place], changed.first[*place + 1]);
    }
    const ColumnPart& whole = authors_->whole();
    if (whole_.persons.empty() || std::size_t{docid} + 1 >= whole.first.size()) return {};
    return stretch(whole_.persons, whole.first[docid], whole.first[docid + 1]);
}

inline Persons::Persons(const Column& authors, const PersonPart& whole, const PersonPart& changes)
    : authors_(&authors), keys_(authors.key_count()), whole_(whole), changes_(changes) {}

template <class Use> void Persons::for_each_whole_count(Use use) const {
    const std::uint32_t keys = authors_->whole().keys.size();
    for (std::uint32_t i = 0; i < whole_.ends.size(); ++i)
        use(place(i < keys ? i : kMarkedPerson | (i - keys)), static_cast<std::uint32_t>(whole_documents(i).size()));
}

class ColumnFile;

/// All columns of one state of an index. Views live as long as the object.
class Columns {
public:
    /// Memory-maps a file, and the whole file beside it where it has changes; nullptr where one is missing, of another
    /// state, or has a damaged footer.
    static std::shared_ptr<const Columns> open(const std::filesystem::path& path, const IndexState& state);

    /// Takes the bytes of a file of any state; those of changes belong to the whole file of `base`.
    static std::shared_ptr<const Columns> from_bytes(std::string bytes, const Columns* base = nullptr);

    ~Columns();
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;

    /// Docids are below this.
    std::uint32_t doc_limit() const { return doc_limit_; }

    /// nullptr where the column's part of a file is not laid out as it should be.
    const Column* find(std::size_t column) const;

    /// The same of columns that are sound().
    const Column& operator[](std::size_t column) const { return *find(column); }

    /// Of the author column, which is not damaged.
    const Persons& persons() const { return *find(kAuthorColumn)->persons(); }

    /// The same; nullptr as of columns.
    const DocumentFacts* facts() const;

    /// Whether all checksums are right. Reads every byte.
    bool sound() const;

    /// The columns without changes: what the whole file says.
    std::shared_ptr<const Columns> whole() const;
    bool has_changes() const { return changes_ != nullptr; }

    /// Of a column of the whole file, as it stands there.
    std::span<const std::uint32_t> part(std::size_t column) const;

    /// Generation of the whole file; nullopt for bytes.
    std::optional<std::uint64_t> whole_generation() const;

private:
    Columns(std::shared_ptr<const ColumnFile> whole, std::shared_ptr<const ColumnFile> changes);

    std::shared_ptr<const ColumnFile> whole_;
    std::shared_ptr<const ColumnFile> changes_; ///< nullptr for none.
    bool read_persons(Column& authors) const;
    bool read_buckets(Column& journals) const;

    std::uint32_t doc_limit_ = 0;
    mutable std::array<std::optional<Column>, kColumnCount> read_{};
    mutable std::optional<Persons> persons_;
    mutable std::optional<DocumentFacts> facts_;
};

/// Name of the column file of a state within its build's folder.
std::string columns_file_name(std::uint64_t generation);

/// Generation of the whole file that a column file has the changes of; nullopt where it is whole itself or no column
/// file.
std::optional<std::uint64_t> base_generation(const std::filesystem::path& path);

} // namespace annota
