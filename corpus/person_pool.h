// SPDX-License-Identifier: GPL-2.0-or-later
//
// Invented persons without a table: who person number n is follows from the seed and n alone.

#pragma once

#include <cstdint>
#include <string>

namespace annota::corpus {

/// The printed forms of one name.
struct PersonForms {
    std::string russian; ///< "Фамилия И.О."; empty for a person who never stands in Cyrillic.
    std::string latin;   ///< "Family Given" or "Family G.P."
    std::string orcid;   ///< Check digit valid, from a range that is not given out; empty for most persons.
};

class PersonPool {
public:
    explicit PersonPool(std::uint64_t seed) : seed_(seed) {}

    /// Two persons may bear one name, as in life.
    PersonForms person(std::uint64_t number) const;

private:
    std::uint64_t seed_;
};

} // namespace annota::corpus
