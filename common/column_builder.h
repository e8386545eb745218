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
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace annota {

using FamilyKeys = std::set<std::string, std::less<>>;

class ColumnBuilder {
public:
    /// From nothing.
    ColumnBuilder();

    /// From the columns of an earlier state, which are sound.
    explicit ColumnBuilder(const std::shared_ptr<const Columns>& earlier);

    /// Replaces what is known of a document. `docid` > 0; cheapest in ascending order. Authors of whom it says nothing
    /// new stay the persons that they are; the others are nobody until set_persons().
    void set(std::uint32_t docid, const FacetValues& values);
    void remove(std::uint32_t docid) { set(docid, {}); }

    /// Keys of the family names whose persons have to be told apart again since the last call.
    FamilyKeys take_changed_families() { return std::exchange(changed_families_, {}); }

    /// Who a document's authors are.
    void set_persons(std::uint32_t docid, std::vector<PersonKey> persons);

    /// For each key of columns()[kJournalColumn] the one whose bucket it is in; until the next set().
    void set_journal_buckets(std::vector<std::uint32_t> buckets) { journal_buckets_ = std::move(buckets); }

    /// Whether changes() has something to give.
    bool has_few_changes() const;

    /// Bytes of a file of what changed since the earlier state's whole file; nullopt where that has none, or where so
    /// much changed that a whole file is the better one.
    std::optional<std::string> changes(const IndexState& state) const;

    /// Everything set so far.
    std::shared_ptr<const Columns> columns() const;

    /// The same as the bytes of a whole file.
    std::string finish(const IndexState& state) const;

private:
    using Ordinals = std::vector<std::uint32_t>;

    /// What is written of a column, and in which order.
    struct Layout {
        Ordinals docids;
        Ordinals first{0};
        Ordinals printed; ///< Those that are new and used.
        Ordinals keys;
        Ordinals printed_places; ///< The ordinal of each new one in the file.
        Ordinals key_places;
    };

    /// One column. Ordinals count on from those of the whole file.
    class Facet {
    public:
        explicit Facet(const Column& whole) : whole_(whole) {}

        void set(std::uint32_t docid, const std::vector<FacetValue>& list);
        std::vector<FacetValue> values(std::uint32_t docid) const;
        bool has_values(std::uint32_t docid, const std::vector<FacetValue>& list) const;

        Layout layout() const;
        void write(class ColumnWriter& writer, const Layout& layout) const;
        /// Ordinal of a used key in the file.
        std::uint32_t key_in_file(std::string_view text, const Layout& layout) const;

    private:
        std::uint32_t ordinal(std::string_view key, std::string_view printed);
        std::string_view key(std::uint32_t ordinal) const;
        std::string_view printed(std::uint32_t ordinal) const;
        std::uint32_t key_of(std::uint32_t printed) const;
        std::span<const std::uint32_t> of(std::uint32_t docid) const;
        template <class Use> void for_each_document(Use use) const;

        Column whole_;
        Ordinals docids_; ///< In ascending order, with their values.
        Ordinals first_{0};
        Ordinals values_;
        std::map<std::uint32_t, Ordinals> replaced_; ///< What came in another order.
        StringPool printed_;                         ///< New ones; a printed value's tag is the ordinal of its key.
        StringPool keys_;
    };

    /// Of a document that changed.
    struct Writers {
        std::string id;
        std::uint64_t record = 0;
        std::uint32_t length = 0;
        std::vector<PersonKey> persons; ///< None where nobody was told apart.
    };

    ColumnBuilder(const std::shared_ptr<const Columns>& earlier, bool has_earlier);

    void take_changes(const Columns& earlier);
    static Writers writers_in(const Columns& columns, std::uint32_t docid);
    Writers earlier_writers(std::uint32_t docid) const;
    bool keeps_authors(std::uint32_t docid, const FacetValues& values) const;
    void note_families(std::uint32_t docid);
    std::string changes_bytes(const IndexState& state, std::uint64_t base) const;
    void write_persons(ColumnWriter& writer, const Layout& authors) const;
    void write_facts(ColumnWriter& writer) const;

    std::shared_ptr<const Columns> whole_;
    std::uint32_t doc_limit_;
    std::vector<Facet> facets_;
    std::map<std::uint32_t, Writers> writers_; ///< Of the documents that changed.
    FamilyKeys changed_families_;
    Ordinals journal_buckets_; ///< Empty where each is its own.
    bool has_earlier_;         ///< Else everybody is new.
};

} // namespace annota
