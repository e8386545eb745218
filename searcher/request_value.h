// SPDX-License-Identifier: GPL-2.0-or-later
//
// A small JSON document as it was written: numbers keep their digits, objects their order and repeated keys.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct RequestValue {
    enum class Kind : std::uint8_t { null, boolean, number, string, list, object };

    Kind kind = Kind::null;
    std::string key;  ///< Of a member of an object.
    std::string text; ///< Of a scalar: "true", "-1.50", a string's characters.
    std::vector<RequestValue> items;
};

/// "a number", "a list".
std::string_view name_of(RequestValue::Kind kind);

/// Why there is no value.
struct JsonFault {
    std::size_t byte = 0; ///< Of the text, where reading stopped.
    bool too_deep = false;
};

inline constexpr std::size_t kMaxRequestDepth = 3;

/// Objects and lists may nest kMaxRequestDepth deep; reading stops at once where they go deeper.
std::optional<JsonFault> read_value(std::string_view text, RequestValue& value);

/// A string as JSON text.
std::string json_string(std::string_view text);

} // namespace annota
