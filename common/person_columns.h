// SPDX-License-Identifier: GPL-2.0-or-later
//
// Persons in the columns of an index: every author of every record under the key of the person.

#pragma once

#include "common/column_builder.h"
#include "common/person_clusters.h"
#include "common/person_rules.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace annota {

enum class PersonScope : std::uint8_t {
    all,
    changed, ///< Those whom documents concern that were set since the last time; the others are grouped already.
};

/// One author of a record, by place in the document's list of values.
struct AuthorPlace {
    std::uint32_t docid = 0;
    std::uint32_t place = 0;
};

/// All who have one family name in all its spellings, as they were told apart.
struct PersonGroup {
    const std::vector<AuthorPlace>& places;    ///< Of the mentions.
    const PersonBlock& block;                  ///< Empty where there is one mention only.
    const std::vector<std::uint32_t>& persons; ///< cluster_persons()
    const std::vector<PersonKey>& keys;        ///< By mention.
    const std::vector<PersonMerge>& merges;
};

/// Told of each group, in no order that means anything.
using PersonGroupSink = std::function<void(const PersonGroup&)>;

/// Tells persons apart and counts each author under the person's key: the key of the fullest form, and where several
/// persons have that form, with the least mark of the records in which this one has it (PersonKey). A pure function of
/// the records and the rules, whatever changed before.
void group_persons(ColumnBuilder& columns, const PersonRules& rules, PersonScope scope,
                   const PersonGroupSink& told = {});

} // namespace annota
