// SPDX-License-Identifier: GPL-2.0-or-later
//
// Text that is no UTF-8, told from text with a few bad bytes.

#pragma once

#include "common/problem.h"

#include <optional>
#include <string_view>

namespace annota {

/// What a beginning of a file shows about its encoding.
enum class Encoding : std::uint8_t {
    utf8,         ///< Or binary data, or UTF-8 with damage here and there.
    utf16,        ///< With its mark, or with NULs in one half of its pairs of bytes.
    windows_1251, ///< By the half of the table in which most of its letters are: small ones there,
    koi8_r,       ///< capitals here.
    eight_bit     ///< Any other table: few of its letters are beyond ASCII.
};

/// `head` may be cut anywhere. An 8-bit table is told from damage by more malformed than well-formed sequences, and
/// three at least.
Encoding guess_encoding(std::string_view head);

/// The rejection of a whole file in such an encoding: reading it would lose its letters without a word. None for UTF-8.
std::optional<Problem> encoding_problem(Encoding encoding, std::string_view file);

} // namespace annota
