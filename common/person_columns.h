// SPDX-License-Identifier: GPL-2.0-or-later
//
// Telling persons apart among the authors in columns. A pure function of the records and the user's rules: neither the
// order of records nor what was in the index before changes who is whom, or any key.

#pragma once

#include "common/column_builder.h"
#include "common/columns.h"
#include "common/person_clusters.h"
#include "common/person_rules.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace annota {

/// One author of a record, by place in the document's list of values.
struct AuthorPlace {
    std::uint32_t docid = 0;
    std::uint32_t place = 0;
};

/// A person by a key of the author column: that of the fullest form.
struct FullestName {
    std::uint32_t key = 0;    ///< Ordinal.
    std::uint64_t record = 0; ///< Where several persons have that form, the least mark of this one's records with it.
};

/// All who have one family name in all its spellings, as they were told apart.
struct PersonGroup {
    const std::vector<AuthorPlace>& places;    ///< Of the mentions.
    const PersonBlock& block;                  ///< Empty where there is one mention only.
    const std::vector<std::uint32_t>& persons; ///< cluster_persons()
    const std::vector<FullestName>& names;     ///< By mention.
    const std::vector<PersonMerge>& merges;    ///< Empty unless wanted.
};

/// Told of each group, in no order that means anything.
using PersonGroupSink = std::function<void(const PersonGroup&)>;

struct PersonTask {
    const PersonRules& rules;
    const FamilyKeys* families = nullptr; ///< Only persons with these family names; else all.
    bool wants_merges = false;
};

/// Whom the columns themselves name as persons does not count.
void group_persons(const Columns& columns, const PersonTask& task, const PersonGroupSink& told);

/// "danilin,i,v#00f3a7c1d2e45b67"
PersonKey person_key(const Columns& columns, const FullestName& name);

} // namespace annota
