// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/byte_sink.h"
#include "common/column_builder.h"
#include "common/columns.h"
#include "common/person_rules.h"

namespace annota {

/// Tells those of the changed families apart again.
void update_persons(ColumnBuilder& builder, const PersonRules& rules);

/// A whole file from merge_columns(): with persons, and journals under one name.
void write_with_persons(const Columns& plain, const PersonRules& rules, const IndexState& state, const ByteSink& sink);

} // namespace annota
