// SPDX-License-Identifier: GPL-2.0-or-later
//
// What speaks for two authors of two records being one person.

#pragma once

#include <cstdint>
#include <string_view>

namespace annota {

/// From the strongest, which is believed first, to the weakest. Stored in no file, but authors are joined in this
/// order, so that a change of it changes persons.
enum class Evidence : std::uint8_t {
    rule,          ///< The user says so.
    orcid,         ///< One ORCID.
    full_name,     ///< One given name and patronymic, both written out; or one organisation.
    coauthor,      ///< A co-author of one family name and first initial.
    affiliation,   ///< One affiliation.
    journal,       ///< One ISSN, or one name of the journal.
    printed_forms, ///< A form that a record prints beside one in the other script.
};

/// "rule", "orcid", "full name", "co-author", "affiliation", "journal", "both forms printed".
std::string_view name_of(Evidence evidence);

/// The hash of what a clue names: 64 bits of XXH3. Clues of one kind are believed in the order of their hashes.
std::uint64_t clue_hash(std::string_view text);

/// Authors of one block with equal clues have this evidence for each other.
struct Clue {
    Evidence kind = Evidence::rule;
    std::uint64_t hash = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): the compiler compares what it makes of this with 0
    friend auto operator<=>(const Clue&, const Clue&) = default;
};

} // namespace annota
