// SPDX-License-Identifier: GPL-2.0-or-later
//
// A printed list of keywords, taken apart and told apart by language.

#pragma once

#include "common/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// The sign that separates the keywords of a list: the strongest that it has of "|", ";", " / ", bullets, commas and
/// "/". Empty where it has none.
std::string_view keyword_separator(std::string_view list);

/// The keywords of a list, each in its own language; the full stop behind the last is none of it. Where a
/// keyword has words of Cyrillic letters alone, they tell its language, whatever Latin names and numerals stand beside
/// them ("XVIII век").
ByLanguage<std::vector<std::string>> split_keywords(std::string_view list);

} // namespace annota
