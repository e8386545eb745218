// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is written in a word beside its letters, taken into the leaf that it becomes. Notes are for the whole leaf.

#pragma once

#include "searcher/parsed_query.h"
#include "searcher/query_notes.h"

#include <string>
#include <string_view>

namespace annota {

/// Makes the leaf a range of years, from the earlier; false, and nothing done, where the text is none.
bool read_year_range(std::u32string_view text, QueryNode& leaf, QueryNotes& notes);

/// Takes wildcards and a ~ at the end into the leaf, which they make a wildcard or fuzzy one.
void read_word_signs(std::u32string& word, QueryNode& leaf, QueryNotes& notes);

/// As much of it as a word may be long.
std::u32string_view cut_query_word(std::u32string_view word, const QueryNode& leaf, QueryNotes& notes);

} // namespace annota
