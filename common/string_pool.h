// SPDX-License-Identifier: GPL-2.0-or-later
//
// Strings once each, by ordinal: what the columns of a million documents are collected in.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Each string has a tag, and is another one under another tag. At most 4 GiB of text; std::length_error beyond.
class StringPool {
public:
    /// The ordinal of the string, the next free one where it is new.
    std::uint32_t add(std::uint32_t tag, std::string_view text);

    std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    std::string_view operator[](std::uint32_t ordinal) const;

    /// By ordinal: the tags, and where each string ends in text().
    const std::vector<std::uint32_t>& tags() const { return tags_; }
    const std::vector<std::uint32_t>& ends() const { return ends_; }
    const std::string& text() const { return text_; }

private:
    void grow();
    std::size_t slot_of(std::uint32_t tag, std::string_view text) const;

    std::string text_;
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> tags_;
    std::vector<std::uint32_t> slots_; ///< Hash table of ordinals + 1, 0 where free; its size is a power of two.
};

} // namespace annota
