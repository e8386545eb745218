// SPDX-License-Identifier: GPL-2.0-or-later
//
// Collects the facet values of documents that are new, or that change since an earlier state.

#pragma once

#include "common/columns.h"
#include "common/string_pool.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace annota {

class ColumnBuilder {
public:
    /// From nothing.
    ColumnBuilder();

    /// From the columns of an earlier state, which are sound.
    explicit ColumnBuilder(const std::shared_ptr<const Columns>& earlier);

    /// Replaces what is known of a document. `docid` > 0; cheapest in ascending order.
    void set(std::uint32_t docid, const FacetValues& values);
    void remove(std::uint32_t docid) { set(docid, {}); }

    /// Bytes of a file of what changed since the earlier state's whole file; nullopt where that has none, or where so
    /// much changed that a whole file is the better one.
    std::optional<std::string> changes(const IndexState& state) const;

    /// Everything set so far.
    std::shared_ptr<const Columns> columns() const;

    /// The same as the bytes of a whole file.
    std::string finish(const IndexState& state) const;

private:
    /// Ordinals count on from those of the whole file.
    class Facet {
    public:
        explicit Facet(const Column& whole) : whole_(whole) {}

        void set(std::uint32_t docid, const std::vector<FacetValue>& list);
        void take_changes(const Column& earlier);
        void write(class ColumnWriter& writer) const;
        std::size_t size() const { return docids_.size() + replaced_.size(); } ///< Documents at most.

    private:
        std::uint32_t ordinal(std::string_view key, std::string_view printed);
        std::string_view key(std::uint32_t ordinal) const;
        std::uint32_t key_of(std::uint32_t printed) const;
        template <class Use> void for_each_document(Use use) const;

        Column whole_;
        std::vector<std::uint32_t> docids_; ///< In ascending order, with their values.
        std::vector<std::uint32_t> first_{0};
        std::vector<std::uint32_t> values_;
        std::map<std::uint32_t, std::vector<std::uint32_t>> replaced_; ///< What came in another order.
        StringPool printed_; ///< New ones; a printed value's tag is the ordinal of its key.
        StringPool keys_;
    };

    std::string changes_bytes(const IndexState& state, std::uint64_t base) const;

    std::shared_ptr<const Columns> whole_;
    std::uint32_t doc_limit_;
    std::vector<Facet> facets_;
};

} // namespace annota
