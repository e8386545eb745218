// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/filters.h"

#include "common/facet_counts.h"
#include "searcher/evaluation.h"
#include "searcher/expansion.h"
#include "searcher/journal_keys.h"
#include "searcher/person_keys.h"
#include "searcher/search.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace annota {

namespace {

void unite(std::vector<DocSet>& documents, const std::vector<DocSet>& more) {
    for (std::size_t shard = 0; shard < documents.size(); ++shard) documents[shard] |= more[shard];
}

} // namespace

Filters::Filters(const SearchRequest& request, Collection& collection, QueryBuilder& builder)
    : collection_(collection), builder_(builder) {
    for (const Filter& filter : request.filters) {
        const Field* const field = find_field(filter.field);
        if (field == nullptr)
            throw RequestFault("unknown_field", "there is no field '" + filter.field + "' to filter by");
        std::vector<std::string> keys;
        ByShard documents = documents_of(filter, *field, keys);
        if (!filter.exclude)
            restrict({field->id, std::move(documents), std::move(keys)});
        else if (excluded_)
            unite(*excluded_, documents);
        else
            excluded_ = std::move(documents);
    }
    if (request.first_year || request.last_year) {
        Expansion years = year_terms(collection.vocabulary(), request.first_year.value_or(0),
                                     request.last_year.value_or(std::numeric_limits<int>::max()));
        ByShard documents = nothing();
        add_matches(plan::group(std::move(years.terms)), documents);
        restrict({FieldId::year, std::move(documents), {}});
    }
}

Filters::ByShard Filters::nothing() const {
    ByShard documents;
    documents.reserve(collection_.size());
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
        documents.emplace_back(collection_[shard].doc_limit());
    return documents;
}

void Filters::add_matches(const Plan& plan, ByShard& documents) const {
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
        documents[shard] |= matching_documents(plan, collection_[shard], builder_.deadline());
}

/// Whether a document that is not hidden has one of the keys.
bool Filters::add_buckets(std::size_t facet, const std::vector<std::string>& keys, ByShard& documents) const {
    bool any = false;
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard) {
        IndexReader& reader = collection_[shard];
        DocSet bucket = documents_with(reader.column(facet), keys, reader.doc_limit());
        if (const DocSet* const hidden = collection_.hidden(shard)) bucket -= *hidden;
        any = any || bucket.size() > 0;
        documents[shard] |= bucket;
    }
    return any;
}

/// The keys of buckets that a key is one of now.
std::vector<std::string> Filters::present_keys(FieldId field, const std::string& value) const {
    if (field != FieldId::author && field != FieldId::journal) return {value};
    std::set<std::string> present;
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
        if (field == FieldId::author)
            present.merge(present_person_keys(collection_[shard], value));
        else
            present.insert(present_journal_key(collection_[shard], value));
    return {present.begin(), present.end()};
}

void Filters::add_bearers(std::size_t facet, const std::string& name, ByShard& documents) const {
    std::set<std::string> keys;
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard) keys.merge(bearers_of(collection_[shard], name));
    add_buckets(facet, {keys.begin(), keys.end()}, documents);
}

/// A value is a bucket's key, or else what the query language finds in that field.
Filters::ByShard Filters::documents_of(const Filter& filter, const Field& field, std::vector<std::string>& keys) {
    const std::optional<std::size_t> facet = facet_ordinal(field.id);
    if (filter.keys_only && !facet)
        throw RequestFault("unknown_field", "the field '" + filter.field + "' has no keys to filter by");
    ByShard documents = nothing();
    for (const std::string& value : filter.values) {
        if (facet) {
            const std::vector<std::string> present = present_keys(field.id, value);
            // A key that no document has any more is none.
            const bool known = add_buckets(*facet, present, documents) || filter.keys_only;
            if (known) keys.insert(keys.end(), present.begin(), present.end());
            // A family name alone may be some bucket's key, and is asked of everybody who bears it.
            const bool is_family_name = field.kind == FieldKind::name && value.find(',') == std::string::npos;
            if (known && (filter.keys_only || !is_family_name)) continue;
        }
        if (field.id == FieldId::author) add_bearers(*facet, value, documents);
        add_matches(builder_.build_value(field, value), documents);
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
    unite(same->documents, restriction.documents);
    same->keys.insert(same->keys.end(), restriction.keys.begin(), restriction.keys.end());
}

void Filters::apply(std::uint32_t shard, DocSet& documents, std::span<const FieldId> left_out) const {
    for (const OneField& one : fields_)
        if (std::ranges::find(left_out, one.field) == left_out.end()) documents &= one.documents[shard];
    if (excluded_) documents -= (*excluded_)[shard];
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
