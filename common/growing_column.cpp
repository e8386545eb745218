// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/growing_column.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace annota {

namespace {

void append_strings(std::string& body, const StringPool& strings) {
    append_words(body, strings.ends());
    const auto size = static_cast<std::uint32_t>(strings.text().size());
    body.append(reinterpret_cast<const char*>(&size), sizeof size);
    body += strings.text();
    body.resize((body.size() + 3) / 4 * 4);
}

} // namespace

void append_words(std::string& body, std::span<const std::uint32_t> words) {
    const auto count = static_cast<std::uint32_t>(words.size());
    body.append(reinterpret_cast<const char*>(&count), sizeof count);
    body.append(reinterpret_cast<const char*>(words.data()), words.size_bytes());
}

GrowingColumn::GrowingColumn(const Column& base)
    : first_(base.first.begin(), base.first.end()), values_(base.values.begin(), base.values.end()) {
    if (first_.size() < 2) first_.assign(2, 0);
    for (std::uint32_t k = 0; k < base.keys.size(); ++k) keys_.add(0, base.keys[k]);
    for (std::uint32_t p = 0; p < base.printed.size(); ++p) printed_.add(base.key_of[p], base.printed[p]);
}

std::uint32_t GrowingColumn::ordinal(std::string_view key, std::string_view printed) {
    return printed_.add(keys_.add(0, key), printed);
}

void GrowingColumn::set(std::uint32_t docid, const std::vector<FacetValue>& list) {
    std::vector<std::uint32_t> ordinals;
    ordinals.reserve(list.size());
    for (const FacetValue& value : list) ordinals.push_back(ordinal(value.key, value.value));
    if (docid < doc_limit()) {
        changed_[docid] = std::move(ordinals);
        return;
    }
    first_.resize(std::size_t{docid} + 1, first_.back());
    values_.insert(values_.end(), ordinals.begin(), ordinals.end());
    first_.push_back(static_cast<std::uint32_t>(values_.size()));
}

void GrowingColumn::append(const Column& other, std::uint32_t first_docid) {
    std::vector<std::uint32_t> ours(other.printed.size());
    for (std::uint32_t p = 0; p < ours.size(); ++p) ours[p] = ordinal(other.keys[other.key_of[p]], other.printed[p]);
    first_.resize(std::size_t{first_docid} + 1, first_.back());
    for (std::uint32_t docid = 1; docid + 1 < other.first.size(); ++docid) {
        for (const std::uint32_t value : other.of(docid)) values_.push_back(ours[value]);
        first_.push_back(static_cast<std::uint32_t>(values_.size()));
    }
}

void GrowingColumn::settle() {
    if (changed_.empty()) return;
    std::vector<std::uint32_t> first{0};
    std::vector<std::uint32_t> values;
    first.reserve(first_.size());
    values.reserve(values_.size());
    for (std::uint32_t docid = 0; docid < doc_limit(); ++docid) {
        const std::span<const std::uint32_t> list = of(docid);
        values.insert(values.end(), list.begin(), list.end());
        first.push_back(static_cast<std::uint32_t>(values.size()));
    }
    first_ = std::move(first);
    values_ = std::move(values);
    changed_.clear();
}

void GrowingColumn::drop_unused() {
    constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
    const StringPool printed = std::exchange(printed_, {});
    const StringPool keys = std::exchange(keys_, {});
    std::vector<std::uint32_t> now(printed.size(), kNone);
    for (std::uint32_t& value : values_) {
        if (now[value] == kNone) now[value] = ordinal(keys[printed.tags()[value]], printed[value]);
        value = now[value];
    }
}

std::span<const std::uint32_t> GrowingColumn::of(std::uint32_t docid) const {
    if (const auto change = changed_.find(docid); change != changed_.end()) return change->second;
    if (docid >= doc_limit()) return {};
    return std::span(values_).subspan(first_[docid], first_[docid + 1] - first_[docid]);
}

void GrowingColumn::put(std::uint32_t docid, std::size_t i, std::string_view key) {
    std::uint32_t& value = values_[first_[docid] + i];
    if (key_of(value) == key) return;
    const std::string printed_value(printed(value)); // adding may move it
    value = ordinal(key, printed_value);
}

void GrowingColumn::append_to(std::string& body) const {
    append_words(body, first_);
    append_words(body, values_);
    std::vector<std::uint32_t> by_key(keys_.size());
    std::iota(by_key.begin(), by_key.end(), 0u);
    std::ranges::sort(by_key, {}, [this](std::uint32_t k) { return keys_[k]; });
    append_words(body, printed_.tags());
    append_words(body, by_key);
    append_strings(body, printed_);
    append_strings(body, keys_);
}

std::size_t GrowingColumn::body_bytes() const {
    const std::size_t words =
        first_.size() + values_.size() + 2 * std::size_t{printed_.size()} + 2 * std::size_t{keys_.size()};
    constexpr std::size_t kSizesAndPadding = 64;
    return words * sizeof(std::uint32_t) + printed_.text().size() + keys_.text().size() + kSizesAndPadding;
}

} // namespace annota
