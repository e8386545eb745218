// SPDX-License-Identifier: GPL-2.0-or-later
//
// A name as a user types it, word by word, for names that are printed in another order than the parser of names expects.

#pragma once

#include "common/analyzer.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Script-free keys of the words of a typed name.
struct SoughtName {
    struct Word {
        std::string whole;              ///< "petrovvodkin"
        std::vector<std::string> parts; ///< "petrov", "vodkin"; empty where there is but one.
    };

    std::vector<Word> words;           ///< Of two or more letters.
    std::vector<std::string> initials; ///< Of a single letter; the key may be longer (Ю: "iu").

    SoughtName(Analyzer& analyzer, std::string_view typed);

    /// Whether one printed name has all the words, and for each initial another word that begins with it.
    bool agrees(Analyzer& analyzer, std::string_view printed) const;
};

} // namespace annota
