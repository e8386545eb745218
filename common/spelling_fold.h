// SPDX-License-Identifier: GPL-2.0-or-later
//
// One spelling for what the schemes of transliteration, the languages that lend them and the habits of authors write in
// several ways.

#pragma once

#include <string>
#include <string_view>

namespace annota {

/// Folds a word as to_latin_letters() gives it. Stored in the index: a change needs a new analyzer version.
std::string fold_spelling(std::string_view word);

} // namespace annota
