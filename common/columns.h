// SPDX-License-Identifier: GPL-2.0-or-later
//
// Columns beside the index: for each facet the values of every document as small integers, memory-mapped, so that
// counting is a lookup a match.

#pragma once

#include "common/facet_values.h"

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

/// Strings by ordinal, as views into a column file.
class StringTable {
public:
    StringTable() = default;
    /// `ends[i]` is where string i ends in `bytes`.
    StringTable(std::span<const std::uint32_t> ends, std::string_view bytes) : ends_(ends), bytes_(bytes) {}

    std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    std::string_view operator[](std::uint32_t i) const {
        const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
        return bytes_.substr(begin, ends_[i] - begin);
    }

private:
    std::span<const std::uint32_t> ends_;
    std::string_view bytes_;
};

/// One facet, or one of the columns that are counted nowhere. Printed values have ordinals; each belongs to a key,
/// which is a bucket.
struct Column {
    std::span<const std::uint32_t> first;  ///< Where a docid's values begin in `values`; doc_limit + 1 entries.
    std::span<const std::uint32_t> values; ///< Ordinals of printed values; within a document no two of one key.
    std::span<const std::uint32_t> key_of; ///< Key ordinal of each printed value.
    std::span<const std::uint32_t> by_key; ///< Key ordinals in the order of their texts.
    StringTable printed;
    StringTable keys;

    std::span<const std::uint32_t> of(std::uint32_t docid) const {
        return values.subspan(first[docid], first[docid + 1] - first[docid]);
    }
    /// Ordinal of a key by its text.
    std::optional<std::uint32_t> find_key(std::string_view key) const;
};

/// All columns of one state of an index. Immutable; views live as long as the object.
class Columns {
public:
    /// Memory-maps a file; nullptr where it is missing, damaged, or of another state.
    static std::shared_ptr<const Columns> open(const std::filesystem::path& path, const IndexState& state);

    /// Takes the bytes that ColumnBuilder::finish() gave.
    static std::shared_ptr<const Columns> from_bytes(std::string bytes);

    ~Columns();
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;

    /// Docids are below this.
    std::uint32_t doc_limit() const { return doc_limit_; }
    const Column& operator[](std::size_t column) const { return columns_[column]; }

    /// record_mark() of the document; 0 where there is none.
    std::uint64_t record(std::uint32_t docid) const {
        return records_[2 * std::size_t{docid}] | std::uint64_t{records_[2 * std::size_t{docid} + 1]} << 32;
    }

private:
    Columns() = default;
    bool parse(std::string_view bytes, const IndexState* state);

    std::string owned_;
    void* mapped_ = nullptr;
    std::size_t mapped_bytes_ = 0;
    std::uint32_t doc_limit_ = 0;
    std::span<const std::uint32_t> records_; ///< Two words a docid, the low half first.
    std::array<Column, kColumnCount> columns_{};
};

/// Name of the column file of a state within its build's folder.
std::string columns_file_name(std::uint64_t generation);

} // namespace annota
