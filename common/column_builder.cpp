// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/column_builder.h"

#include "common/column_format.h"

#include <xxhash.h>

#include <algorithm>
#include <span>

namespace annota {

namespace {

void append_words(std::string& out, std::span<const std::uint32_t> words) {
    const auto count = static_cast<std::uint32_t>(words.size());
    out.append(reinterpret_cast<const char*>(&count), sizeof count);
    out.append(reinterpret_cast<const char*>(words.data()), words.size_bytes());
}

/// Those of the strings that are `wanted`.
void append_strings(std::string& out, const StringPool& strings, const std::vector<bool>& wanted) {
    std::vector<std::uint32_t> ends;
    std::uint32_t size = 0;
    for (std::uint32_t i = 0; i < strings.size(); ++i)
        if (wanted[i]) ends.push_back(size += static_cast<std::uint32_t>(strings[i].size()));
    append_words(out, ends);
    out.append(reinterpret_cast<const char*>(&size), sizeof size);
    for (std::uint32_t i = 0; i < strings.size(); ++i)
        if (wanted[i]) out += strings[i];
    out.resize((out.size() + 3) / 4 * 4);
}

/// What each ordinal becomes where only the `wanted` ones stay, in their order.
std::vector<std::uint32_t> new_ordinals(const std::vector<bool>& wanted) {
    std::vector<std::uint32_t> ordinals(wanted.size());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i]) ordinals[i] = next++;
    return ordinals;
}

} // namespace

ColumnBuilder::ColumnBuilder(const Columns& base) {
    for (std::size_t i = 0; i < kFacetCount; ++i) {
        const Column& from = base[i];
        Facet& facet = facets_[i];
        facet.first.assign(from.first.begin(), from.first.end());
        if (facet.first.size() < 2) facet.first.assign(2, 0);
        facet.values.assign(from.values.begin(), from.values.end());
        for (std::uint32_t k = 0; k < from.keys.size(); ++k) facet.keys.add(0, from.keys[k]);
        for (std::uint32_t p = 0; p < from.printed.size(); ++p) facet.printed.add(from.key_of[p], from.printed[p]);
    }
}

std::uint32_t ColumnBuilder::Facet::ordinal(std::string_view key, std::string_view printed_value) {
    return printed.add(keys.add(0, key), printed_value);
}

void ColumnBuilder::Facet::set(std::uint32_t docid, const std::vector<FacetValue>& list) {
    std::vector<std::uint32_t> ordinals;
    ordinals.reserve(list.size());
    for (const FacetValue& value : list) ordinals.push_back(ordinal(value.key, value.value));
    const std::size_t appended = first.size() - 1;
    if (docid < appended) {
        replaced[docid] = std::move(ordinals);
        return;
    }
    first.resize(std::size_t{docid} + 1, first.back());
    values.insert(values.end(), ordinals.begin(), ordinals.end());
    first.push_back(static_cast<std::uint32_t>(values.size()));
}

void ColumnBuilder::Facet::append(const Column& other, std::uint32_t first_docid) {
    std::vector<std::uint32_t> ours(other.printed.size());
    for (std::uint32_t p = 0; p < ours.size(); ++p) ours[p] = ordinal(other.keys[other.key_of[p]], other.printed[p]);
    first.resize(std::size_t{first_docid} + 1, first.back());
    for (std::uint32_t docid = 1; docid + 1 < other.first.size(); ++docid) {
        for (const std::uint32_t value : other.of(docid)) values.push_back(ours[value]);
        first.push_back(static_cast<std::uint32_t>(values.size()));
    }
}

void ColumnBuilder::append(const Columns& other, std::uint32_t first) {
    for (std::size_t i = 0; i < kFacetCount; ++i) facets_[i].append(other[i], first);
}

void ColumnBuilder::set(std::uint32_t docid, const FacetValues& values) {
    for (std::size_t i = 0; i < kFacetCount; ++i) facets_[i].set(docid, values[i]);
}

void ColumnBuilder::Facet::append_to(std::string& body) const {
    std::vector<std::uint32_t> new_first{0};
    std::vector<std::uint32_t> new_values;
    new_values.reserve(values.size());
    for (std::uint32_t docid = 0; docid + 1 < first.size(); ++docid) {
        const auto change = replaced.empty() ? replaced.end() : replaced.find(docid);
        if (change != replaced.end())
            new_values.insert(new_values.end(), change->second.begin(), change->second.end());
        else
            new_values.insert(new_values.end(), values.begin() + first[docid], values.begin() + first[docid + 1]);
        new_first.push_back(static_cast<std::uint32_t>(new_values.size()));
    }
    // Values that no document has any more would stay for ever.
    std::vector<bool> has_document(printed.size());
    for (const std::uint32_t value : new_values) has_document[value] = true;
    const std::vector<std::uint32_t> printed_ordinals = new_ordinals(has_document);
    std::vector<bool> has_printed(keys.size());
    for (std::uint32_t p = 0; p < printed.size(); ++p)
        if (has_document[p]) has_printed[printed.tags()[p]] = true;
    const std::vector<std::uint32_t> key_ordinals = new_ordinals(has_printed);

    std::vector<std::uint32_t> key_of;
    for (std::uint32_t p = 0; p < printed.size(); ++p)
        if (has_document[p]) key_of.push_back(key_ordinals[printed.tags()[p]]);
    std::vector<std::uint32_t> by_key;
    for (std::uint32_t k = 0; k < keys.size(); ++k)
        if (has_printed[k]) by_key.push_back(k);
    std::ranges::sort(by_key, {}, [this](std::uint32_t k) { return keys[k]; });
    for (std::uint32_t& k : by_key) k = key_ordinals[k];
    for (std::uint32_t& value : new_values) value = printed_ordinals[value];
    append_words(body, new_first);
    append_words(body, new_values);
    append_words(body, key_of);
    append_words(body, by_key);
    append_strings(body, printed, has_document);
    append_strings(body, keys, has_printed);
}

/// At least what append_to() will need, where no document was replaced by a longer one.
std::size_t ColumnBuilder::Facet::body_bytes() const {
    const std::size_t words =
        first.size() + values.size() + 2 * std::size_t{printed.size()} + 2 * std::size_t{keys.size()};
    constexpr std::size_t kSizesAndPadding = 64;
    return words * sizeof(std::uint32_t) + printed.text().size() + keys.text().size() + kSizesAndPadding;
}

std::string ColumnBuilder::finish(const IndexState& state) const {
    std::string bytes;
    std::size_t expected = sizeof(ColumnFileHeader);
    for (const Facet& facet : facets_) expected += facet.body_bytes();
    bytes.reserve(expected);
    bytes.assign(sizeof(ColumnFileHeader), '\0');
    for (const Facet& facet : facets_) facet.append_to(bytes);
    const std::size_t body = bytes.size() - sizeof(ColumnFileHeader);
    const std::uint64_t checksum = XXH3_64bits(bytes.data() + sizeof(ColumnFileHeader), body);
    ColumnFileHeader header;
    header.build = state.build;
    header.generation_low = static_cast<std::uint32_t>(state.generation);
    header.generation_high = static_cast<std::uint32_t>(state.generation >> 32);
    header.doc_limit = static_cast<std::uint32_t>(facets_[0].first.size() - 1);
    header.facets = kFacetCount;
    header.body_words = static_cast<std::uint32_t>(body / sizeof(std::uint32_t));
    header.checksum_low = static_cast<std::uint32_t>(checksum);
    header.checksum_high = static_cast<std::uint32_t>(checksum >> 32);
    bytes.replace(0, sizeof header, reinterpret_cast<const char*>(&header), sizeof header);
    return bytes;
}

} // namespace annota
