// SPDX-License-Identifier: GPL-2.0-or-later
//
// One printed citation as a record: GOST 7.0.5 and 7.1, their Ukrainian and Bulgarian relatives, Vancouver, APA,
// Harvard, Chicago and the mixtures of them that reference lists hold.

#pragma once

#include "common/record.h"

#include <cstddef>
#include <string_view>

namespace annota {

/// A citation longer than this is no citation: it is kept whole in `references`, and nothing else is read.
inline constexpr std::size_t kMaxCitationBytes = std::size_t{32} * 1024;

/// What the citation says and nothing else. Missing fields stay empty; text that no field takes is in `references`, as
/// one string. Without a title the record says only what else could be told. Names are normalised, titles as printed.
/// A title in Latin letters with a translation in brackets behind it is a transliteration: the translation takes its
/// language, and the transliteration stays under "und". Linear in the length.
Record parse_citation(std::string_view printed);

/// Whether a line of text is a citation beyond doubt: a title and at least two more of journal, year, numbers, imprint
/// and DOI, or the "//" of GOST between two texts with a year or a page behind it.
bool looks_like_citation(std::string_view line);

} // namespace annota
