// SPDX-License-Identifier: GPL-2.0-or-later
//
// One whole column file from several, or from one that has changes.

#pragma once

#include "common/byte_sink.h"
#include "common/columns.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace annota {

struct ColumnSource {
    std::shared_ptr<const Columns> columns; ///< Sound.
    std::uint32_t first = 1;                ///< What its docid 1 becomes; above every docid of the sources before.
};

/// Values that no document has are left out, nobody is told apart (person_columns.h), and every name of a journal is
/// its own bucket. Keeps 12 bytes a string in memory, whatever the number of documents.
void merge_columns(const std::vector<ColumnSource>& sources, const IndexState& state, const ByteSink& sink);

} // namespace annota
