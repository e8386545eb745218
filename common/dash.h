// SPDX-License-Identifier: GPL-2.0-or-later
//
// The dashes and hyphens of print, which mean the same in numbers.

#pragma once

namespace annota {

constexpr bool is_dash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0x2E3A || c == 0x2E3B ||
           c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

} // namespace annota
