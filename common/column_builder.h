// SPDX-License-Identifier: GPL-2.0-or-later
//
// Collects the facet values of documents and lays them out as columns.

#pragma once

#include "common/columns.h"
#include "common/growing_column.h"

#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace annota {

class ColumnBuilder {
public:
    ColumnBuilder() = default;

    /// Starts from the columns of an earlier state.
    explicit ColumnBuilder(const Columns& base);

    /// Replaces what is known of a document. `docid` > 0; cheapest in ascending order of new docids. Authors of whom it
    /// says nothing new keep their keys.
    void set(std::uint32_t docid, const FacetValues& values);
    void remove(std::uint32_t docid) { set(docid, {}); }

    /// Appends the documents of `other`, whose docid 1 becomes `first`; `first` is above every docid so far.
    void append(const Columns& other, std::uint32_t first);

    /// The columns of everything set so far, as the bytes of a column file. The builder stays usable.
    std::string finish(const IndexState& state);

    GrowingColumn& operator[](std::size_t column) { return columns_[column]; }
    const GrowingColumn& operator[](std::size_t column) const { return columns_[column]; }

    /// record_mark() of a document; 0 where there is none.
    std::uint64_t record(std::uint32_t docid) const { return docid < records_.size() ? records_[docid] : 0; }

    /// Keys of the family names whose persons have to be told apart again since the last call.
    std::set<std::string, std::less<>> take_changed_families() { return std::exchange(changed_families_, {}); }

    /// Takes what changed to its place in every column.
    void settle();

    /// Forgets what no document has any more.
    void drop_unused();

private:
    bool keeps_authors(std::uint32_t docid, const FacetValues& values) const;
    void note_families(std::uint32_t docid);

    std::array<GrowingColumn, kColumnCount> columns_;
    std::vector<std::uint64_t> records_{0}; ///< By docid; may end early.
    std::set<std::string, std::less<>> changed_families_;
};

} // namespace annota
