// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts of options read as values. What is wrong with a text is said as a predicate without its subject,
// "takes a whole number from 0 to 10,000, not 'many'", so that the command line and JSON requests can share it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// The predicate; nullopt where all is well.
using Complaint = std::optional<std::string>;

struct NumberBounds {
    std::uint64_t least = 0;
    std::uint64_t most = 0;
};

/// Digits alone.
Complaint read_number(std::string_view text, NumberBounds bounds, std::uint64_t& number);

/// One of `choices`.
Complaint check_choice(std::string_view text, const std::vector<std::string_view>& choices);

/// The text in quotation marks, without control characters and cut to 60 code points, for messages.
std::string in_quotes(std::string_view text);

/// ", did you mean 'format'?" where a word is near, with `before` in front of the word; else empty.
std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& words,
                         std::string_view before = "");

/// "10,000".
std::string grouped(std::uint64_t number);

} // namespace annota
