// SPDX-License-Identifier: GPL-2.0-or-later
//
// Invented journals with the frequencies of a real collection: a few print much.

#pragma once

#include "corpus/word_list.h"
#include "corpus/zipf.h"

#include <cstdint>
#include <string>
#include <vector>

namespace annota::corpus {

struct Journal {
    std::string russian;          ///< Empty for a journal without a Russian name.
    std::string english;          ///< Likewise; at least one is there.
    std::string issn;             ///< Check digit valid, from a range that is not given out.
    std::uint32_t first_year = 0; ///< That of volume 1.
};

class JournalList {
public:
    JournalList(const WordList& russian, const WordList& english, std::uint64_t seed);

    const Journal& draw(Random& random) const { return journals_[frequencies_.draw(random)]; }
    const std::vector<Journal>& journals() const { return journals_; }

private:
    std::vector<Journal> journals_;
    AliasTable frequencies_;
};

inline constexpr std::size_t kJournals = 500;

} // namespace annota::corpus
