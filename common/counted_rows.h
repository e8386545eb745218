// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counting what rows of a column hold, or of a section that goes beside its values (persons).

#pragma once

#include "common/columns.h"
#include "common/doc_set.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace annota {

/// Whether it is less work to count all documents of the whole file, and to take back those that do not count.
inline bool are_most(const DocSet& documents, const Column& column) {
    return documents.size() > column.doc_limit() / 2;
}

/// From the counts of all rows of the whole file to those of some documents: calls `take(number)` for each number of
/// `section` in the rows of other documents, and of those that changed; then `add(number)` for what `of(docid)` gives
/// of documents that changed. An empty `section` has nothing in any row. Gives the number of documents without a value.
template <class Of, class Add, class Take>
std::size_t correct_counts(const Column& column, std::span<const std::uint32_t> section, const DocSet& documents, Of of,
                           Add add, Take take) {
    const std::span<const std::uint32_t> first = column.whole().first;
    const auto rows = static_cast<std::uint32_t>(first.empty() ? 0 : first.size() - 1);
    const std::span<const std::uint32_t> changed = column.changes().docids;
    DocSet others = documents.others(rows);
    for (const std::uint32_t docid : changed)
        if (docid < rows) others.insert(docid);
    const auto is_missing = [&](std::uint32_t row) { return section.empty() || first[row] == first[row + 1]; };
    std::size_t missing = 0;
    for (std::uint32_t row = 0; row < rows; ++row) missing += is_missing(row) ? 1U : 0U;
    others.for_each([&](std::uint32_t row) {
        missing -= is_missing(row) ? 1U : 0U;
        if (section.empty()) return;
        for (const std::uint32_t number : stretch(section, first[row], first[row + 1])) take(number);
    });
    for (const std::uint32_t docid : changed) {
        if (!documents.contains(docid)) continue;
        const std::span<const std::uint32_t> numbers = of(docid);
        missing += numbers.empty() ? 1U : 0U;
        for (const std::uint32_t number : numbers) add(number);
    }
    for (std::uint32_t docid = rows; docid < documents.limit(); ++docid)
        missing += documents.contains(docid) && !column.changed_place(docid) ? 1U : 0U;
    return missing;
}

} // namespace annota
