// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/column_builder.h"

#include "common/column_merge.h"
#include "common/column_writer.h"

#include <algorithm>

namespace annota {

namespace {

/// A whole file is written anew where more than one of so many of its documents changed.
constexpr std::uint32_t kDocumentsAChange = 8;

using Ordinals = std::vector<std::uint32_t>;

std::shared_ptr<const Columns> no_columns() {
    std::string bytes;
    merge_columns({}, {}, [&](std::string_view more) { bytes += more; });
    return Columns::from_bytes(std::move(bytes));
}

/// Those of the strings that are used, in the order of `before`.
template <class Before> Ordinals sorted(const std::vector<bool>& used, Before before) {
    Ordinals order;
    for (std::uint32_t i = 0; i < used.size(); ++i)
        if (used[i]) order.push_back(i);
    std::ranges::sort(order, before);
    return order;
}

/// The place of each string in `order`, counted on from `first`.
Ordinals places(const Ordinals& order, std::size_t strings, std::uint32_t first) {
    Ordinals places(strings);
    for (std::uint32_t i = 0; i < order.size(); ++i) places[order[i]] = first + i;
    return places;
}

} // namespace

std::uint32_t ColumnBuilder::Facet::ordinal(std::string_view key, std::string_view printed) {
    const std::optional<std::uint32_t> known = whole_.find_key(key);
    if (known)
        if (const auto found = whole_.find_printed(*known, printed)) return *found;
    const std::uint32_t key_ordinal = known ? *known : whole_.key_count() + keys_.add(0, key);
    return whole_.printed_count() + printed_.add(key_ordinal, printed);
}

std::string_view ColumnBuilder::Facet::key(std::uint32_t ordinal) const {
    return ordinal < whole_.key_count() ? whole_.key(ordinal) : keys_[ordinal - whole_.key_count()];
}

std::uint32_t ColumnBuilder::Facet::key_of(std::uint32_t printed) const {
    return printed < whole_.printed_count() ? whole_.key_of(printed)
                                            : printed_.tags()[printed - whole_.printed_count()];
}

void ColumnBuilder::Facet::set(std::uint32_t docid, const std::vector<FacetValue>& list) {
    Ordinals ordinals;
    ordinals.reserve(list.size());
    for (const FacetValue& value : list) ordinals.push_back(ordinal(value.key, value.value));
    if (!docids_.empty() && docid <= docids_.back()) {
        replaced_[docid] = std::move(ordinals);
        return;
    }
    docids_.push_back(docid);
    values_.insert(values_.end(), ordinals.begin(), ordinals.end());
    first_.push_back(static_cast<std::uint32_t>(values_.size()));
}

void ColumnBuilder::Facet::take_changes(const Column& earlier) {
    for (const std::uint32_t docid : earlier.changes().docids) {
        std::vector<FacetValue> values;
        for (const std::uint32_t value : earlier.of(docid))
            values.push_back({std::string(earlier.key(earlier.key_of(value))), std::string(earlier.printed(value))});
        set(docid, values);
    }
}

/// Calls `use(docid, values)` in ascending order.
template <class Use> void ColumnBuilder::Facet::for_each_document(Use use) const {
    auto replaced = replaced_.begin();
    for (std::size_t i = 0; i <= docids_.size(); ++i) {
        const std::uint32_t docid = i < docids_.size() ? docids_[i] : static_cast<std::uint32_t>(-1);
        for (; replaced != replaced_.end() && replaced->first < docid; ++replaced)
            use(replaced->first, std::span<const std::uint32_t>(replaced->second));
        if (i == docids_.size()) return;
        if (replaced != replaced_.end() && replaced->first == docid) continue; // comes before the next
        use(docid, std::span<const std::uint32_t>(values_).subspan(first_[i], first_[i + 1] - first_[i]));
    }
}

void ColumnBuilder::Facet::write(ColumnWriter& writer) const {
    const std::uint32_t whole_printed = whole_.printed_count();
    const std::uint32_t whole_keys = whole_.key_count();
    Ordinals docids;
    Ordinals first{0};
    std::vector<bool> used(printed_.size());
    for_each_document([&](std::uint32_t docid, std::span<const std::uint32_t> values) {
        docids.push_back(docid);
        first.push_back(first.back() + static_cast<std::uint32_t>(values.size()));
        for (const std::uint32_t value : values)
            if (value >= whole_printed) used[value - whole_printed] = true;
    });
    std::vector<bool> used_keys(keys_.size());
    for (std::uint32_t p = 0; p < printed_.size(); ++p)
        if (used[p] && printed_.tags()[p] >= whole_keys) used_keys[printed_.tags()[p] - whole_keys] = true;

    const Ordinals printed = sorted(used, [this](std::uint32_t a, std::uint32_t b) {
        const int order = key(printed_.tags()[a]).compare(key(printed_.tags()[b]));
        return order != 0 ? order < 0 : printed_[a] < printed_[b];
    });
    const Ordinals keys = sorted(used_keys, [this](std::uint32_t a, std::uint32_t b) { return keys_[a] < keys_[b]; });
    const Ordinals printed_places = places(printed, printed_.size(), whole_printed);
    const Ordinals key_places = places(keys, keys_.size(), whole_keys);

    writer.begin_part();
    writer.words(docids);
    writer.words(first);
    writer.begin_words(first.back());
    for_each_document([&](std::uint32_t, std::span<const std::uint32_t> values) {
        for (const std::uint32_t value : values)
            writer.put(value < whole_printed ? value : printed_places[value - whole_printed]);
    });
    writer.begin_words(printed.size());
    for (const std::uint32_t p : printed) {
        const std::uint32_t key_ordinal = printed_.tags()[p];
        writer.put(key_ordinal < whole_keys ? key_ordinal : key_places[key_ordinal - whole_keys]);
    }
    writer.strings(printed.size(), [&](std::size_t i) { return printed_[printed[i]]; });
    writer.strings(keys.size(), [&](std::size_t i) { return keys_[keys[i]]; });
    writer.end_part();
}

ColumnBuilder::ColumnBuilder() : ColumnBuilder(no_columns()) {}

ColumnBuilder::ColumnBuilder(const std::shared_ptr<const Columns>& earlier)
    : whole_(earlier->whole()), doc_limit_(earlier->doc_limit()) {
    for (std::size_t i = 0; i < kFacetCount; ++i) {
        facets_.emplace_back((*whole_)[i]);
        facets_.back().take_changes((*earlier)[i]);
    }
}

void ColumnBuilder::set(std::uint32_t docid, const FacetValues& values) {
    for (std::size_t i = 0; i < kFacetCount; ++i) facets_[i].set(docid, values[i]);
    doc_limit_ = std::max(doc_limit_, docid + 1);
}

std::string ColumnBuilder::changes_bytes(const IndexState& state, std::uint64_t base) const {
    std::string bytes;
    ColumnWriter writer([&](std::string_view more) { bytes += more; });
    for (const Facet& facet : facets_) facet.write(writer);
    writer.finish_changes(state, doc_limit_, base);
    return bytes;
}

std::optional<std::string> ColumnBuilder::changes(const IndexState& state) const {
    const std::optional<std::uint64_t> base = whole_->whole_generation();
    if (!base || facets_.front().size() > whole_->doc_limit() / kDocumentsAChange) return std::nullopt;
    return changes_bytes(state, *base);
}

std::shared_ptr<const Columns> ColumnBuilder::columns() const {
    return Columns::from_bytes(changes_bytes({}, 0), whole_.get());
}

std::string ColumnBuilder::finish(const IndexState& state) const {
    std::string bytes;
    merge_columns({{columns()}}, state, [&](std::string_view more) { bytes += more; });
    return bytes;
}

} // namespace annota
