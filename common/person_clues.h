// SPDX-License-Identifier: GPL-2.0-or-later
//
// The clues that a record gives about its authors.

#pragma once

#include "common/columns.h"
#include "common/person_evidence.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace annota {

/// Remembers what it made of each printed value.
class ClueReader {
public:
    explicit ClueReader(const Columns& columns) : columns_(columns) {}

    /// The clues about one author of a document, but for those of rules: each once, in no order that means anything.
    /// Of co-authors only the first kCoauthors count, as hundreds that sign together say little of each other.
    std::vector<Clue> of(std::uint32_t docid, std::size_t place);

    /// A hash of the author's ORCID; 0 where unknown.
    std::uint64_t orcid(std::uint32_t docid, std::size_t place) const;

    static constexpr std::size_t kCoauthors = 32;

private:
    /// Hashes of what an author's name alone tells.
    struct NameClues {
        std::span<const std::uint64_t> as_coauthor; ///< One for each family name and letter that the given name has.
        std::span<const std::uint64_t> full_names;
        std::span<const std::uint64_t> forms;
    };
    NameClues name(std::uint32_t ordinal);
    void read_name(std::uint32_t ordinal);

    std::string_view affinity(std::uint32_t docid, std::size_t place) const;

    const Columns& columns_;
    std::vector<std::size_t> at_; ///< By ordinal of the author column: where its hashes begin; 0: not read yet.
    std::vector<std::uint64_t> hashes_{0}; ///< Three lists a name, each behind its size.
};

} // namespace annota
