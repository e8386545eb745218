// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which authors of records are one person, among those who may be by their family name. The unit is a mention: one
// author of one record. Two mentions become one person by evidence alone, the strongest first, never against what any
// two of their mentions say: incompatible given names, two ORCIDs, two authors of one record, a rule of the user's.
//
// What is shared by several namesakes tells nothing: evidence from a name on joins two mentions only where, among all
// who share the clue, nobody agrees with one of them who contradicts another that agrees with it. "Иванов А." stays
// alone beside Иванов А.П. and Иванов А.С. of the same journal. And a clue that is shared by more than kMostNamesakes
// different given names is none. A journal that has but two records of anybody who could be meant tells nothing where
// both name co-authors, none of them the same.

#pragma once

#include "common/given_parts.h"
#include "common/person_evidence.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace annota {

inline constexpr std::size_t kMostNamesakes = 64;

struct Mention {
    std::uint64_t record = 0; ///< record_mark() of its record.
    std::uint32_t given = 0;  ///< Of PersonBlock::given.
    std::uint64_t orcid = 0;  ///< A hash; 0 where unknown.
    std::vector<Clue> clues;
    std::vector<std::uint32_t>
        forbidden; ///< 2 * rule + side of each rule that forbids persons; the other side differs in the lowest bit.
};

/// Mentions of one family name in all its spellings.
struct PersonBlock {
    std::vector<Mention> mentions; ///< In the order of records, which decides between equal evidence.
    std::vector<GivenParts> given; ///< Different ones.
};

/// Two mentions, by ordinal, that were joined.
struct PersonMerge {
    Clue clue;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

using MergeSink = std::function<void(const PersonMerge&)>;

/// For each mention the ordinal of the first mention of its person. A pure function of the block.
std::vector<std::uint32_t> cluster_persons(const PersonBlock& block, const MergeSink& told = {});

} // namespace annota
