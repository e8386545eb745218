// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/filters.h"

#include "common/facet_counts.h"
#include "searcher/evaluation.h"
#include "searcher/expansion.h"
#include "searcher/person_keys.h"
#include "searcher/search.h"

#include <algorithm>
#include <limits>

namespace annota {

Filters::Filters(const SearchRequest& request, IndexReader& reader, QueryBuilder& builder)
    : reader_(reader), builder_(builder) {
    for (const Filter& filter : request.filters) {
        const Field* const field = find_field(filter.field);
        if (field == nullptr)
            throw RequestFault("unknown_field", "there is no field '" + filter.field + "' to filter by");
        std::vector<std::string> keys;
        DocSet documents = documents_of(filter, *field, keys);
        if (!filter.exclude)
            restrict({field->id, std::move(documents), std::move(keys)});
        else if (excluded_)
            *excluded_ |= documents;
        else
            excluded_ = std::move(documents);
    }
    if (request.first_year || request.last_year) {
        const Expansion years = year_terms(reader.database(), request.first_year.value_or(0),
                                           request.last_year.value_or(std::numeric_limits<int>::max()));
        restrict({FieldId::year, matching_documents(plan::group(years.terms), reader, builder.deadline()), {}});
    }
}

/// A value is a bucket's key, or else what the query language finds in that field.
DocSet Filters::documents_of(const Filter& filter, const Field& field, std::vector<std::string>& keys) {
    const std::optional<std::size_t> facet = facet_ordinal(field.id);
    if (filter.keys_only && !facet)
        throw RequestFault("unknown_field", "the field '" + filter.field + "' has no keys to filter by");
    DocSet documents(reader_.doc_limit());
    for (const std::string& value : filter.values) {
        if (facet) {
            const bool is_person = field.id == FieldId::author;
            const std::vector<std::string> present =
                is_person ? present_person_keys(reader_, value) : std::vector<std::string>{value};
            // A key that no document has any more is none.
            const DocSet bucket = documents_with(reader_.column(*facet), present, reader_.doc_limit());
            documents |= bucket;
            const bool known = filter.keys_only || bucket.size() > 0;
            if (known) keys.insert(keys.end(), present.begin(), present.end());
            // A family name alone may be some bucket's key, and is asked of everybody who bears it.
            const bool is_family_name = field.kind == FieldKind::name && value.find(',') == std::string::npos;
            if (known && (filter.keys_only || !is_family_name)) continue;
        }
        if (field.id == FieldId::author)
            documents |= documents_with(reader_.column(*facet), bearers_of(reader_, value), reader_.doc_limit());
        documents |= matching_documents(builder_.build_value(field, value), reader_, builder_.deadline());
    }
    return documents;
}

/// A second filter of a field adds alternatives.
void Filters::restrict(OneField restriction) {
    const auto same = std::ranges::find(fields_, restriction.field, &OneField::field);
    if (same == fields_.end()) {
        fields_.push_back(std::move(restriction));
        return;
    }
    same->documents |= restriction.documents;
    same->keys.insert(same->keys.end(), restriction.keys.begin(), restriction.keys.end());
}

void Filters::apply(DocSet& documents, std::span<const FieldId> left_out) const {
    for (const OneField& one : fields_)
        if (std::ranges::find(left_out, one.field) == left_out.end()) documents &= one.documents;
    if (excluded_) documents -= *excluded_;
}

bool Filters::restricts(std::span<const FieldId> fields) const {
    return std::ranges::any_of(
        fields_, [&](const OneField& one) { return std::ranges::find(fields, one.field) != fields.end(); });
}

std::vector<std::string> Filters::selected_keys(FieldId field) const {
    const auto found = std::ranges::find(fields_, field, &OneField::field);
    return found == fields_.end() ? std::vector<std::string>() : found->keys;
}

} // namespace annota
