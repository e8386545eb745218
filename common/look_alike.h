// SPDX-License-Identifier: GPL-2.0-or-later
//
// Letters of one script typed for those that look alike in the other (Сonclusions with a Cyrillic С), and their repair.

#pragma once

#include "common/fold.h"

#include <cstdint>
#include <span>

namespace annota {

/// The Latin letter (lower case) that looks like a folded Cyrillic one, 0 where none does. В, Н, К, М and Т
/// look alike as capitals only.
char32_t latin_look_alike(char32_t cyrillic, bool capital);

/// The other way round.
char32_t cyrillic_look_alike(char32_t latin, bool capital);

/// What makes a word's letters of one script.
enum class Repair : std::uint8_t {
    none,        ///< Of one script, or with letters of a third.
    to_latin,    ///< All Cyrillic letters look like Latin ones.
    to_cyrillic, ///< All Latin letters look like Cyrillic ones.
    split        ///< Neither: two words written together where the script changes (webсайт).
};

/// For words: by the letters as they are printed. Where both ways are open it is Latin if Russian lacks one of the
/// letters (ХIХ with a Latin I), else the majority's script, on a tie Latin.
Repair choose_repair(std::span<const FoldedChar> letters);

/// For words with digits or signs (СО2, Т-34, С++), which also in Cyrillic alone become Latin where they can; by
/// the capital shapes, so that the case makes no difference.
Repair choose_code_repair(std::span<const FoldedChar> letters);

/// Replaces what has a look-alike; nothing for `none` and `split`. `capitals`: the shapes of capitals throughout.
void apply_repair(Repair repair, std::span<FoldedChar> letters, bool capitals);

/// Whether it is two or more Cyrillic capitals, all like Latin ones: РОС, МНС.
bool is_ambiguous_capitals(std::span<const FoldedChar> letters);

} // namespace annota
