// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why a text is no usable JSON, told in words. Slower than parsing, so asked only once parsing has failed.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace annota {

/// Objects and arrays that a record may open inside each other.
inline constexpr std::size_t kMaxJsonDepth = 1024;

struct JsonFault {
    std::string code;       ///< bad_utf8, lone_surrogate, too_deep, bad_json
    std::string message;    ///< What is wrong, without where.
    std::size_t offset = 0; ///< Byte of the text, from 0.
    std::string id;         ///< The value of a top-level "id" before the fault; else empty.
};

/// `text` is one that a strict parser refuses; the longest time is linear in it.
JsonFault find_json_fault(std::string_view text);

/// The top-level "id" of a text that may be cut short; empty where there is none.
std::string find_json_id(std::string_view text);

/// A copy in which every number outside of strings is a string: numbers of any size are JSON, but not for every parser.
std::string quote_json_numbers(std::string_view text);

} // namespace annota
