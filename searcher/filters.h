// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a request restricts its matches to, field by field, so that a facet can leave out the filter of its own field.

#pragma once

#include "common/doc_set.h"
#include "common/field.h"
#include "searcher/collection.h"
#include "searcher/query_builder.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annota {

/// Values of one field are alternatives; fields restrict together; exclusions hold for everything.
class Filters {
public:
    /// Throws RequestFault for an unknown field, or a field without keys where keys are asked for.
    Filters(const SearchRequest& request, Collection& collection, QueryBuilder& builder);

    /// Takes from `documents` of a shard what the filters do not let through; those of the fields `left_out` do not
    /// count.
    void apply(std::uint32_t shard, DocSet& documents, std::span<const FieldId> left_out = {}) const;

    /// Whether one of the fields has a filter.
    bool restricts(std::span<const FieldId> fields) const;

    /// Keys of a facet's buckets by which the request filters.
    std::vector<std::string> selected_keys(FieldId field) const;

private:
    using ByShard = std::vector<DocSet>;

    struct OneField {
        FieldId field;
        ByShard documents;
        std::vector<std::string> keys;
    };

    ByShard nothing() const;
    void add_matches(const Plan& plan, ByShard& documents) const;
    bool add_buckets(std::size_t facet, const std::vector<std::string>& keys, ByShard& documents) const;
    ByShard documents_of(const Filter& filter, const Field& field, std::vector<std::string>& keys);
    std::vector<std::string> present_keys(FieldId field, const std::string& value) const;
    void add_bearers(std::size_t facet, const std::string& name, ByShard& documents) const;
    void restrict(OneField restriction);

    Collection& collection_;
    QueryBuilder& builder_;
    std::vector<OneField> fields_;
    std::optional<ByShard> excluded_;
};

} // namespace annota
