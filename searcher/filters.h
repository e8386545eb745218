// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a request restricts its matches to, field by field, so that a facet can leave out the filter of its own field.

#pragma once

#include "common/doc_set.h"
#include "common/field.h"
#include "common/index_reader.h"
#include "searcher/query_builder.h"
#include "searcher/search_request.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annota {

/// Values of one field are alternatives; fields restrict together; exclusions hold for everything.
class Filters {
public:
    /// Throws RequestFault for an unknown field, or a field without keys where keys are asked for.
    Filters(const SearchRequest& request, IndexReader& reader, QueryBuilder& builder);

    bool empty() const { return fields_.empty() && !excluded_; }

    /// Takes from `documents` what the filters do not let through; those of the fields `left_out` do not count.
    void apply(DocSet& documents, std::span<const FieldId> left_out = {}) const;

    /// Whether one of the fields has a filter.
    bool restricts(std::span<const FieldId> fields) const;

    /// Keys of a facet's buckets by which the request filters.
    std::vector<std::string> selected_keys(FieldId field) const;

private:
    struct OneField {
        FieldId field;
        DocSet documents;
        std::vector<std::string> keys;
    };

    DocSet documents_of(const Filter& filter, const Field& field, std::vector<std::string>& keys);
    void restrict(OneField restriction);

    IndexReader& reader_;
    QueryBuilder& builder_;
    std::vector<OneField> fields_;
    std::optional<DocSet> excluded_;
};

} // namespace annota
