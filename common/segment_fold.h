// SPDX-License-Identifier: GPL-2.0-or-later
//
// Folding by Unicode's data, for whatever common/simple_fold.h does not know. The one place of the analysis that
// asks ICU, whose tables are first touched when such a character is met.

#pragma once

#include "common/fold.h"

#include <string_view>
#include <vector>

namespace annota {

/// Whether a character can combine with the one before it.
bool combines_backward(char32_t c);

/// Whether a character that combines is a mark with a canonical class, of which a letter can carry any number.
bool is_stacking_mark(char32_t c);

/// Appends what a normalisation segment (a starter and what combines with it) folds to; each character of it gets
/// the place [begin, end) of the whole segment.
void fold_segment(std::u32string_view segment, std::uint32_t begin, std::uint32_t end, std::vector<FoldedChar>& folded);

} // namespace annota
