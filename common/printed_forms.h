// SPDX-License-Identifier: GPL-2.0-or-later
//
// The ways in which the value of a bucket is printed.

#pragma once

#include "common/facet_counts.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace annota {

struct PrintedForm {
    std::uint32_t count = 0;  ///< Counted documents that print it.
    bool in_script = false;   ///< Of a person: it is in the script that is wanted.
    std::size_t key_size = 0; ///< The longer the key, the fuller the name.
    std::uint32_t first = 0;  ///< How often it is the first one that a record prints of the author.
};

/// By text, which lives in a column.
using PrintedForms = std::map<std::string_view, PrintedForm>;

/// Adds what another index says of the same bucket.
void add_forms(PrintedForms& forms, const PrintedForms& others);

/// The best first; equal ones in the order of their texts, so that the choice depends on nothing else.
std::vector<std::string_view> best_forms(const PrintedForms& forms);

} // namespace annota
