// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/option_value.h"

#include "common/terminal.h"
#include "common/utf8.h"
#include "common/word_list.h"

#include <algorithm>
#include <charconv>

namespace annota {

Complaint read_number(std::string_view text, NumberBounds bounds, std::uint64_t& number) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc() || stop != end || value < bounds.least || value > bounds.most) {
        return "takes a whole number from " + grouped(bounds.least) + " to " + grouped(bounds.most) + ", not " +
               in_quotes(text);
    }
    number = value;
    return std::nullopt;
}

Complaint check_choice(std::string_view text, const std::vector<std::string_view>& choices) {
    if (std::ranges::count(choices, text) > 0) return std::nullopt;
    return "takes " + enumerate(choices, "or") + ", not " + in_quotes(text) + did_you_mean(text, choices);
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t kShown = 60;
    const std::string_view shown = first_code_points(text, kShown);
    return "'" + printable(shown) + (shown.size() < text.size() ? "…'" : "'");
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& words, std::string_view before) {
    const auto nearest = nearest_word(typed, words);
    return nearest ? ", did you mean '" + std::string(before).append(*nearest) + "'?" : std::string();
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

} // namespace annota
