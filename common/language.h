// SPDX-License-Identifier: GPL-2.0-or-later
//
// The language of a text by its script: enough for a Russian and English collection, and never slow or random.

#pragma once

#include <string>
#include <string_view>

namespace annota {

/// "ru" where most letters are Cyrillic, "en" where most are Latin, "und" without letters or for other scripts.
std::string detect_language(std::string_view text);

/// ISO 639-1 code of what sources print: "rus", "Russian", "ru-RU", "русский", "eng" ... Unknown values come back in
/// lower case.
std::string normalise_language(std::string_view printed);

} // namespace annota
