// SPDX-License-Identifier: GPL-2.0-or-later
//
// A column while documents come, change and go.

#pragma once

#include "common/columns.h"
#include "common/string_pool.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annota {

class GrowingColumn {
public:
    GrowingColumn() = default;

    /// Starts from a column of an earlier state.
    explicit GrowingColumn(const Column& base);

    /// Replaces the values of a document; cheapest in ascending order of new docids.
    void set(std::uint32_t docid, const std::vector<FacetValue>& list);

    /// Appends the documents of `other`, whose docid 1 becomes `first_docid`, above every docid so far.
    void append(const Column& other, std::uint32_t first_docid);

    /// Takes the documents that changed to their places, so that place() and put() are of all.
    void settle();

    /// Docids are below this.
    std::uint32_t doc_limit() const { return static_cast<std::uint32_t>(first_.size() - 1); }

    /// Ordinals of the document's printed values; good until the next change.
    std::span<const std::uint32_t> of(std::uint32_t docid) const;

    std::uint32_t printed_count() const { return printed_.size(); }
    std::string_view printed(std::uint32_t ordinal) const { return printed_[ordinal]; }
    std::string_view key_of(std::uint32_t ordinal) const { return keys_[printed_.tags()[ordinal]]; }

    /// Forgets the keys and printed values that no document has any more. Of a settled column.
    void drop_unused();

    /// Counts the `i`th value of a document under another key. Of a settled column.
    void put(std::uint32_t docid, std::size_t i, std::string_view key);

    /// The column's sections of a file (columns.cpp).
    void append_to(std::string& body) const;
    /// Their bytes.
    std::size_t body_bytes() const;

private:
    std::uint32_t ordinal(std::string_view key, std::string_view printed);

    std::vector<std::uint32_t> first_{0, 0}; ///< Of the documents appended so far; docid 0 has none.
    std::vector<std::uint32_t> values_;
    StringPool printed_; ///< A printed value's tag is the ordinal of its key.
    StringPool keys_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> changed_; ///< Documents changed since appended.
};

/// A section of numbers: how many, and they.
void append_words(std::string& body, std::span<const std::uint32_t> words);

} // namespace annota
