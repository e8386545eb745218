// SPDX-License-Identifier: GPL-2.0-or-later
//
// Running text from a word list: titles, abstracts, keywords. No quotes, backslashes or control characters come out,
// so that the text can stand in JSON as it is.

#pragma once

#include "corpus/word_list.h"

#include <cstdint>
#include <string>

namespace annota::corpus {

/// `words` words with a capital at the start and no full stop; a compound counts as one word.
void append_title(std::string& out, const WordList& list, Random& random, std::uint32_t words);

/// Sentences of 8 to 25 words with commas, numbers and compounds, `words` words in all.
void append_abstract(std::string& out, const WordList& list, Random& random, std::uint32_t words);

/// One or two words.
void append_keyword(std::string& out, const WordList& list, Random& random);

} // namespace annota::corpus
