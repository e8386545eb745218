// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query may cost. Every limit leaves a note where it cuts something off.

#pragma once

#include "searcher/parsed_query.h"
#include "searcher/query_notes.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace annota {

inline constexpr std::size_t kMaxQueryBytes = 65'536;   ///< Longer text is cut between two code points.
inline constexpr std::size_t kMaxQueryWords = 256;      ///< Leaves, where a phrase counts its words.
inline constexpr std::size_t kMaxQueryDepth = 32;       ///< Of parentheses; deeper ones are passed over.
inline constexpr std::size_t kMaxQueryWildcards = 16;   ///< Signs * and ? and fuzzy words; others are read as words.
inline constexpr std::size_t kMaxQueryWordLength = 256; ///< Code points of a word; no term is longer.
inline constexpr unsigned kMaxQueryDistance = 100;      ///< Of NEAR/n and ADJ/n.

/// As much of the text as may be read.
std::string_view cut_query_text(std::string_view text, QueryNotes& notes);

/// The tree without what exceeds kMaxQueryWords and kMaxQueryWildcards, the first in the text being kept.
std::optional<QueryNode> limit_query(QueryNode root, QueryNotes& notes);

} // namespace annota
