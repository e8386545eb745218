// SPDX-License-Identifier: GPL-2.0-or-later
//
// A hash table of ordinals alone, at most two thirds full, with linear probing: 4 bytes a slot, and no string twice.

#include "common/string_pool.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace annota {

std::string_view StringPool::operator[](std::uint32_t ordinal) const {
    const std::uint32_t begin = ordinal == 0 ? 0 : ends_[ordinal - 1];
    return std::string_view(text_).substr(begin, ends_[ordinal] - begin);
}

/// Where the string stands or would stand.
std::size_t StringPool::slot_of(std::uint32_t tag, std::string_view text) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = XXH3_64bits_withSeed(text.data(), text.size(), tag) & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        const std::uint32_t ordinal = slots_[slot] - 1;
        if (tags_[ordinal] == tag && (*this)[ordinal] == text) break;
    }
    return slot;
}

std::uint32_t StringPool::add(std::uint32_t tag, std::string_view text) {
    if ((ends_.size() + 1) * 3 > slots_.size() * 2) grow();
    const std::size_t slot = slot_of(tag, text);
    if (slots_[slot] != 0) return slots_[slot] - 1;
    if (text_.size() + text.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("the facet values of the index are too many");
    text_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    tags_.push_back(tag);
    slots_[slot] = size();
    return size() - 1;
}

void StringPool::grow() {
    constexpr std::size_t kFewest = 16;
    slots_.assign(std::max(kFewest, slots_.size() * 2), 0);
    for (std::uint32_t ordinal = 0; ordinal < size(); ++ordinal)
        slots_[slot_of(tags_[ordinal], (*this)[ordinal])] = ordinal + 1;
}

} // namespace annota
