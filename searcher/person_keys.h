// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keys of persons: which one an author of a record has, and whom a key means that was given out at some time.

#pragma once

#include "common/index_reader.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace annota {

/// The keys of the persons who wrote a document, by the key of the fullest form that it prints of each.
std::map<std::string, std::string> person_keys_of(const Column& authors, std::uint32_t docid);

/// The present keys of those whom a key means: itself where it is one, else, as it was merged away, that of the person
/// who has this name in that record, or of everyone who is printed so. Empty for what never was a key.
std::set<std::string> present_person_keys(IndexReader& reader, std::string_view key);

/// The keys of those whom a form of a name can mean, as some record prints a form for them that agrees with it; none
/// for a family name alone. With them come the records that print the person in other ways only.
std::set<std::string> bearers_of(IndexReader& reader, std::string_view form);

} // namespace annota
