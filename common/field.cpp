// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/field.h"

#include "common/utf8.h"

#include <algorithm>
#include <string>

namespace annota {

namespace {

constexpr bool rows_stand_in_order() {
    for (std::size_t i = 0; i < kFields.size(); ++i)
        if (static_cast<std::size_t>(kFields[i].id) != i) return false;
    return true;
}
static_assert(rows_stand_in_order(), "field() takes the row by its enumerator");

} // namespace

const Field* find_field(std::string_view name) {
    const std::string folded = to_lower(name);
    if (folded.empty()) return nullptr;
    const auto found = std::ranges::find_if(kFields, [&](const Field& row) {
        return row.name == folded || std::ranges::find(row.aliases, folded) != row.aliases.end();
    });
    return found == kFields.end() ? nullptr : &*found;
}

} // namespace annota
