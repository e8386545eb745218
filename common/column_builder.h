// SPDX-License-Identifier: GPL-2.0-or-later
//
// Collects the facet values of documents and lays them out as columns.

#pragma once

#include "common/columns.h"
#include "common/string_pool.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace annota {

class ColumnBuilder {
public:
    ColumnBuilder() = default;

    /// Starts from the columns of an earlier state.
    explicit ColumnBuilder(const Columns& base);

    /// Replaces what is known of a document. `docid` > 0; cheapest in ascending order of new docids.
    void set(std::uint32_t docid, const FacetValues& values);
    void remove(std::uint32_t docid) { set(docid, {}); }

    /// Appends the documents of `other`, whose docid 1 becomes `first`; `first` is above every docid so far.
    void append(const Columns& other, std::uint32_t first);

    /// The columns of everything set so far, as the bytes of a column file. The builder stays usable.
    std::string finish(const IndexState& state) const;

private:
    struct Facet {
        std::vector<std::uint32_t> first{0, 0}; ///< Of the documents appended so far; docid 0 has none.
        std::vector<std::uint32_t> values;
        StringPool printed; ///< A printed value's tag is the ordinal of its key.
        StringPool keys;
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> replaced; ///< Documents changed since appended.

        std::uint32_t ordinal(std::string_view key, std::string_view printed_value);
        void set(std::uint32_t docid, const std::vector<FacetValue>& list);
        void append(const Column& other, std::uint32_t first_docid);
        void append_to(std::string& body) const;
        std::size_t body_bytes() const;
    };

    std::array<Facet, kFacetCount> facets_;
};

} // namespace annota
