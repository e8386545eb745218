// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/schema.h"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace annota {

namespace {

constexpr std::size_t kHashDigits = 16;

// Titles and keywords come first and close together: small positions are cheaper to store.
constexpr std::array<std::array<PositionRange, kLanguageCount>, kTextFieldCount> kRanges{{
    {{{0x1, 0x400}, {0x400, 0x800}, {0x800, 0xC00}}},
    {{{0x1000, 0x4000}, {0x4000, 0x7000}, {0x7000, 0xA000}}},
    {{{0x10000, 0x110000}, {0x110000, 0x210000}, {0x210000, 0x310000}}},
}};

} // namespace

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    if (prefix.size() > 1 && !value.empty() && ((value[0] >= 'A' && value[0] <= 'Z') || value[0] == ':')) term += ':';
    if (term.size() + value.size() <= kMaxTermBytes) return term.append(value);
    const std::size_t kept = kMaxTermBytes - kHashDigits - term.size();
    const std::string_view tail = value.substr(kept);
    std::array<char, kHashDigits + 1> hex{};
    std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(XXH3_64bits(tail.data(), tail.size())));
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
