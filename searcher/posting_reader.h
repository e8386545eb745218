// SPDX-License-Identifier: GPL-2.0-or-later
//
// Posting lists in blocks: what is done with the documents of a block is done in a loop of its own, so that memory far
// apart can be asked for before it is used.

#pragma once

#include "common/deadline.h"
#include "common/doc_set.h"
#include "common/index_reader.h"
#include "searcher/bm25.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace annota {

/// A document of a posting list.
struct Posting {
    std::uint32_t docid = 0; ///< Below the reader's doc_limit().
    std::uint32_t wdf = 0;
};

/// Some of a list's postings, in ascending order: at most this many.
inline constexpr std::size_t kPostingBlock = 128;
using PostingBlock = std::span<const Posting>;

/// Documents that alone are of interest, and how many they are.
struct Candidates {
    const DocSet& documents;
    std::size_t count;
};

/// Of one state of an index. Xapian's exceptions and DeadlinePassed pass through.
class PostingReader {
public:
    /// Both must outlive it.
    PostingReader(IndexReader& reader, const Deadline& deadline) : reader_(reader), deadline_(deadline) {}

    std::uint32_t doc_limit() const { return reader_.doc_limit(); }

    std::uint64_t documents() const;
    /// Of all documents, in words.
    std::uint64_t total_length() const;
    /// No docid is above it.
    std::uint32_t last_docid() const;

    /// How many documents have the term; all for the empty one.
    std::uint64_t documents_with(const std::string& term) const;

    TermFrequency frequency(const std::string& term) const;

    /// The same in some documents.
    TermFrequency frequency_within(const std::string& term, const DocSet& documents) const;

    /// All postings of a term; those of the candidates where these are not nullptr. The empty term is that of all
    /// documents.
    void read(const std::string& term, const Candidates* within, const std::function<void(PostingBlock)>& use) const;

private:
    IndexReader& reader_;
    const Deadline& deadline_;
};

} // namespace annota
