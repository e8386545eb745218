// SPDX-License-Identifier: GPL-2.0-or-later
//
// Explanations in plain words, in the language of the user.

#pragma once

#include "common/environment.h"
#include "searcher/result_page.h"

#include <cstdint>
#include <string>
#include <vector>

namespace annota {

enum class UserLanguage : std::uint8_t { english, russian };

/// As the locale says: LC_ALL, else LC_MESSAGES, else LANG. English unless one of them begins with "ru".
UserLanguage user_language(const Environment& environment);

/// A sentence a line: how the query was read, what its words stood for, what filters took, what would find more.
/// nullopt of `page.explanation` gives none.
std::vector<std::string> explain_query(const ResultPage& page, UserLanguage language);

/// A part of the score a line.
std::vector<std::string> explain_score(const Hit& hit, UserLanguage language);

} // namespace annota
