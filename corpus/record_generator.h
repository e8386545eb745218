// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records of realistic shape and invented content, as JSON Lines, for measurements without any outside data.

#pragma once

#include "corpus/journal_list.h"
#include "corpus/person_pool.h"
#include "corpus/word_list.h"

#include <cstdint>
#include <string>

namespace annota::corpus {

/// Record n depends on the seed and n alone: on no other record, nor on how many are made. Thread-safe after
/// construction.
class RecordGenerator {
public:
    explicit RecordGenerator(std::uint64_t seed);

    /// Appends record number `number` (from 0) as one line of JSON with its line end.
    void append(std::uint64_t number, std::string& out) const;

private:
    struct Plan; ///< What is decided of a record before its text is written.
    Plan make_plan(Random& random) const;
    void append_texts(const Plan& plan, Random& random, std::string& out) const;
    void append_authors(const Plan& plan, std::uint64_t number, Random& random, std::string& out) const;

    std::uint64_t seed_;
    WordList russian_;
    WordList english_;
    JournalList journals_;
    PersonPool persons_;
};

/// How many persons the first `records` records are written by, at most.
constexpr std::uint64_t person_pool_size(std::uint64_t records) {
    return 64 + records / 3;
}

} // namespace annota::corpus
