// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/column_builder.h"

#include "common/author_forms.h"
#include "common/column_format.h"

#include <xxhash.h>

#include <algorithm>

namespace annota {

ColumnBuilder::ColumnBuilder(const Columns& base) {
    for (std::size_t i = 0; i < kColumnCount; ++i) columns_[i] = GrowingColumn(base[i]);
    for (std::uint32_t docid = 1; docid < base.doc_limit(); ++docid) records_.push_back(base.record(docid));
}

void ColumnBuilder::note_families(std::uint32_t docid) {
    const GrowingColumn& authors = columns_[kAuthorColumn];
    for (const std::uint32_t author : authors.of(docid))
        for (const AuthorForm& form : unpack_forms(authors.printed(author)))
            changed_families_.emplace(family_key(form.key));
}

/// Whether the document says of its authors just what it said before.
bool ColumnBuilder::keeps_authors(std::uint32_t docid, const FacetValues& values) const {
    const auto is_same = [&](std::size_t column) {
        return std::ranges::equal(
            columns_[column].of(docid), values[column], {},
            [&](std::uint32_t ordinal) { return columns_[column].printed(ordinal); },
            [](const FacetValue& value) { return std::string_view(value.value); });
    };
    return record(docid) == values.record && is_same(kAuthorColumn) && is_same(kAffinityColumn) &&
           is_same(kSerialColumn);
}

void ColumnBuilder::set(std::uint32_t docid, const FacetValues& values) {
    const bool keeps = keeps_authors(docid, values) && docid < columns_[kAuthorColumn].doc_limit();
    if (!keeps) note_families(docid);
    for (std::size_t i = 0; i < kColumnCount; ++i)
        if (!keeps || i != kAuthorColumn) columns_[i].set(docid, values[i]);
    if (!keeps) note_families(docid);
    if (docid >= records_.size()) records_.resize(std::size_t{docid} + 1);
    records_[docid] = values.record;
}

void ColumnBuilder::append(const Columns& other, std::uint32_t first) {
    for (std::size_t i = 0; i < kColumnCount; ++i) columns_[i].append(other[i], first);
    records_.resize(first);
    for (std::uint32_t docid = 1; docid < other.doc_limit(); ++docid) records_.push_back(other.record(docid));
}

void ColumnBuilder::settle() {
    for (GrowingColumn& column : columns_) column.settle();
    records_.resize(columns_[0].doc_limit());
}

void ColumnBuilder::drop_unused() {
    settle();
    for (GrowingColumn& column : columns_) column.drop_unused();
}

std::string ColumnBuilder::finish(const IndexState& state) {
    settle();
    std::string bytes;
    std::size_t expected = sizeof(ColumnFileHeader) + (records_.size() + 1) * sizeof(std::uint64_t);
    for (const GrowingColumn& column : columns_) expected += column.body_bytes();
    bytes.reserve(expected);
    bytes.assign(sizeof(ColumnFileHeader), '\0');
    append_words(bytes, {reinterpret_cast<const std::uint32_t*>(records_.data()), 2 * records_.size()});
    for (const GrowingColumn& column : columns_) column.append_to(bytes);
    const std::size_t body = bytes.size() - sizeof(ColumnFileHeader);
    const std::uint64_t checksum = XXH3_64bits(bytes.data() + sizeof(ColumnFileHeader), body);
    ColumnFileHeader header;
    header.build = state.build;
    header.generation_low = static_cast<std::uint32_t>(state.generation);
    header.generation_high = static_cast<std::uint32_t>(state.generation >> 32);
    header.doc_limit = columns_[0].doc_limit();
    header.facets = kColumnCount;
    header.body_words = static_cast<std::uint32_t>(body / sizeof(std::uint32_t));
    header.checksum_low = static_cast<std::uint32_t>(checksum);
    header.checksum_high = static_cast<std::uint32_t>(checksum >> 32);
    bytes.replace(0, sizeof header, reinterpret_cast<const char*>(&header), sizeof header);
    return bytes;
}

} // namespace annota
