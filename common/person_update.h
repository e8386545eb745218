// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/byte_sink.h"
#include "common/column_builder.h"
#include "common/columns.h"
#include "common/person_rules.h"

namespace annota {

/// Tells those of the changed families apart again.
void update_persons(ColumnBuilder& builder, const PersonRules& rules);

/// A whole file from columns without changes in which nobody is told apart (merge_columns()).
void write_with_persons(const Columns& plain, const PersonRules& rules, const IndexState& state, const ByteSink& sink);

} // namespace annota
