// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sections of a column file as views. Readers do not verify the checksums of what may be gigabytes, but look at no
// place outside of a file either, whatever its numbers are.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>

namespace annota {

/// Numbers in a column file that cannot be.
class DamagedColumns : public std::runtime_error {
public:
    DamagedColumns() : std::runtime_error("numbers in a column file cannot be") {}
};

/// `number`, or DamagedColumns where it is not below `limit`.
inline std::uint32_t below(std::uint32_t number, std::size_t limit) {
    if (number >= limit) [[unlikely]]
        throw DamagedColumns();
    return number;
}

/// A stretch of a section, or DamagedColumns where it does not lie within it.
inline std::span<const std::uint32_t> stretch(std::span<const std::uint32_t> section, std::uint32_t begin,
                                              std::uint32_t end) {
    if (begin > end || end > section.size()) [[unlikely]]
        throw DamagedColumns();
    return section.subspan(begin, end - begin);
}

/// Number `i` of those that are two words each, the low one first.
inline std::uint64_t mark_at(std::span<const std::uint32_t> words, std::size_t i) {
    return words[2 * i] | std::uint64_t{words[2 * i + 1]} << 32;
}

/// Strings by ordinal.
class StringTable {
public:
    StringTable() = default;
    /// `ends[i]` is where string i ends in `bytes`.
    StringTable(std::span<const std::uint32_t> ends, std::string_view bytes) : ends_(ends), bytes_(bytes) {}

    std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    std::string_view operator[](std::uint32_t i) const {
        const std::uint32_t end = ends_[below(i, ends_.size())];
        const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
        if (begin > end || end > bytes_.size()) [[unlikely]]
            throw DamagedColumns();
        return bytes_.substr(begin, end - begin);
    }

private:
    std::span<const std::uint32_t> ends_;
    std::string_view bytes_;
};

} // namespace annota
