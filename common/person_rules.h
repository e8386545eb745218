// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the user knows about persons better than the evidence. A line is
//
//     force<TAB>Иванова М.П.<TAB>Петрова М.П.
//     forbid<TAB>ivanov,a#00f3a7c1d2e45b67<TAB>Иванов А.
//
// with two forms of a name as printed, or keys of buckets: a form and a bare key mean everyone who is printed so, a key
// with a mark behind "#" the author of one record. Empty lines and lines that begin with "#" say nothing. The text is
// stored in the index (kPersonRulesKey), so that later commits keep to it.

#pragma once

#include "common/author_forms.h"
#include "common/persons.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace annota {

struct PersonRule {
    bool force = false; ///< Else the two are never joined.
    PersonKey one;
    PersonKey other;
};

using PersonRules = std::vector<PersonRule>;

struct PersonRuleFault {
    std::size_t line = 0; ///< From 1.
    std::string message;
};

/// The first fault ends reading.
std::variant<PersonRules, PersonRuleFault> read_person_rules(std::string_view text);

/// Of a text that was read without a fault before.
PersonRules stored_person_rules(std::string_view text);

/// Whether the key is of this author of this record.
bool is_meant(const PersonKey& key, std::uint64_t record, const std::vector<AuthorForm>& forms);

} // namespace annota
