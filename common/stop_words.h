// SPDX-License-Identifier: GPL-2.0-or-later
//
// The function words of Russian and English: indexed for phrases, dropped from ranked queries.

#pragma once

#include <string_view>

namespace annota {

/// `form`: a word folded as the analysis does (lower case, ё as е, no apostrophes: "dont").
/// Stored in the index by way of token counts: a change needs a new analyzer version.
bool is_stop_word(std::string_view form);

} // namespace annota
