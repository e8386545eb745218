// SPDX-License-Identifier: GPL-2.0-or-later
//
// Place and publisher: "М.: Наука", "Moscow. Mir Publ.", "София, Наука и изкуство", "Казань".

#pragma once

#include "indexer/citation_tokens.h"

#include <optional>
#include <string>

namespace annota {

struct Imprint {
    std::string place;
    std::string publisher;
    std::size_t begin = 0; ///< Its first token: what stands before it is something else.
};

/// What may count as an imprint beyond the sure signs.
struct ImprintHints {
    bool before_year = false;   ///< A year follows: "Xtown, 1999".
    bool before_pages = false;  ///< Pages from one to another follow, and nothing says that a book is around them.
    bool in_periodical = false; ///< Issue or volume numbers follow, so that "Name, 1999" is no place.
};

/// The imprint with which `range` ends; nullopt where it ends with something else.
std::optional<Imprint> find_imprint(const CitationText& text, TokenRange range, ImprintHints hints);

} // namespace annota
