// SPDX-License-Identifier: GPL-2.0-or-later
//
// What column files know of each document beside its facet values.

#pragma once

#include "common/column_sections.h"
#include "common/doc_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace annota {

/// The documents that a file of changes has rows of.
class ChangedRows {
public:
    ChangedRows() = default;
    /// `docids` ascend; they are below `doc_limit`.
    ChangedRows(std::span<const std::uint32_t> docids, std::uint32_t doc_limit);

    /// Place of its row; nullopt where the document did not change.
    std::optional<std::size_t> place(std::uint32_t docid) const {
        return changed_.contains(docid) ? std::optional(find(docid)) : std::nullopt;
    }

private:
    std::size_t find(std::uint32_t docid) const;

    std::span<const std::uint32_t> docids_;
    DocSet changed_{0};
};

/// What one file says.
struct DocumentPart {
    std::span<const std::uint32_t> docids;  ///< As of ColumnPart.
    std::span<const std::uint32_t> records; ///< record_mark() of each, two words; 0 where there is no document.
    std::span<const std::uint32_t> lengths; ///< In words, as ranking counts them (schema.h).
    StringTable ids;                        ///< Of records; empty where there is no document.
};

/// Views into column files.
class DocumentFacts {
public:
    DocumentFacts(const DocumentPart& whole, const DocumentPart& changes, std::uint32_t doc_limit);

    /// record_mark(); 0 where there is no document.
    std::uint64_t record(std::uint32_t docid) const;

    std::uint32_t length(std::uint32_t docid) const;

    /// Record id; empty where there is no document.
    std::string_view id(std::uint32_t docid) const;

    /// Of all docids below `limit`, 0 where there is no document: a view, or what is put into `room`.
    std::span<const std::uint32_t> lengths(std::uint32_t limit, std::vector<std::uint32_t>& room) const;

    const DocumentPart& whole() const { return whole_; }
    const DocumentPart& changes() const { return changes_; }

private:
    DocumentPart whole_;
    DocumentPart changes_;
    ChangedRows changed_;
};

} // namespace annota
