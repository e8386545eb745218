// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/person_evidence.h"

#include <xxhash.h>

#include <array>
#include <cstddef>

namespace annota {

std::string_view name_of(Evidence evidence) {
    constexpr std::array<std::string_view, 7> kNames{"rule",        "orcid",   "full name",         "co-author",
                                                     "affiliation", "journal", "both forms printed"};
    return kNames[static_cast<std::size_t>(evidence)];
}

std::uint64_t clue_hash(std::string_view text) {
    return XXH3_64bits(text.data(), text.size());
}

} // namespace annota
