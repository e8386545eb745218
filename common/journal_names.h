// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which names are names of one journal. ISSNs decide where records state them; else a short form ("Вестник РАН",
// "J. Econ. Perspect.") belongs to the name that it can be read as, where there is but one.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// A name as it is printed, and the ISSNs that records usually give with it, as hashes or numbers of any kind.
struct JournalName {
    std::string_view printed;
    std::vector<std::uint64_t> issns{}; ///< Ascending.
};

/// For each name the index of the fullest one of the same journal. The names differ; their order changes nothing but
/// indices. Takes time by the number of short forms and of the names that begin like them.
std::vector<std::uint32_t> group_journals(std::span<const JournalName> names);

/// Whether a short form can be read as a full name: words may be cut where a full stop says so, capitals may stand for
/// the initials of several words, and function words may be missing. At least one word is whole, or they stand for
/// three, or the short form is of four initials.
bool is_short_for(std::string_view short_form, std::string_view full);

} // namespace annota
