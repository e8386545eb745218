// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/schema.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace annota {

namespace {

constexpr std::size_t kHashDigits = 16;

// Small positions are cheaper to store: with ranges of a million words for each abstract the position table of 100,000
// English records was a seventh larger. 12,288 words are more than any abstract has.
constexpr std::array<std::uint32_t, kTextFieldCount> kWordsOfField{255, 1280, 12288};

using Ranges = std::array<std::array<PositionRange, kLanguageCount>, kTextFieldCount>;

constexpr Ranges kRanges = [] {
    Ranges ranges{};
    std::uint32_t next = 1; // 0 stands for "no position"
    for (std::size_t field = 0; field < kTextFieldCount; ++field)
        for (PositionRange& range : ranges[field]) {
            range = {next, next + kWordsOfField[field]};
            next = range.end + kRangeGap;
        }
    return ranges;
}();

/// Xapian stores a zero byte of a term as two.
std::size_t stored_size(std::string_view text) {
    return text.size() + static_cast<std::size_t>(std::ranges::count(text, '\0'));
}

} // namespace

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    if (prefix.size() > 1 && !value.empty() && ((value[0] >= 'A' && value[0] <= 'Z') || value[0] == ':')) term += ':';
    if (term.size() + stored_size(value) <= kMaxTermBytes) return term.append(value);
    const std::size_t room = kMaxTermBytes - kHashDigits - term.size();
    std::size_t kept = 0;
    for (std::size_t used = 0; (used += stored_size(value.substr(kept, 1))) <= room;) ++kept;
    const std::string_view tail = value.substr(kept);
    std::array<char, kHashDigits + 1> hex{};
    std::snprintf(hex.data(), hex.size(), "%016llx",
                  static_cast<unsigned long long>(XXH3_64bits(tail.data(), tail.size())));
    return term.append(value.substr(0, kept)).append(hex.data(), kHashDigits);
}

std::size_t language_ordinal(std::string_view language) {
    if (language == "ru") return 0;
    if (language == "en") return 1;
    return 2;
}

PositionRange position_range(TextField field, std::size_t language) {
    return kRanges[static_cast<std::size_t>(field)][language];
}

} // namespace annota
