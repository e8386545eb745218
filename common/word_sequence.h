// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of a document in order and in their forms, in one value: what phrases, NEAR, exact words and patterns are
// checked against.
//
// Xapian keeps a list of positions for each term of each document, every one under a key of its own: with them an index
// of 10,000 English abstracts was half as large again and took a third more processor time to build. Here a word takes
// two bytes, and asking for a phrase costs one pass over them. Forms of words as terms of their own took a sixth of the
// time and a fifth of the index.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// A term at a position, > 0.
struct PlacedTerm {
    std::uint32_t position = 0;
    std::uint64_t hash = 0; ///< word_hash() of the term.

    friend bool operator==(const PlacedTerm&, const PlacedTerm&) = default;
    friend bool operator<(const PlacedTerm& a, const PlacedTerm& b) {
        return a.position != b.position ? a.position < b.position : a.hash < b.hash;
    }
};

std::uint64_t word_hash(std::string_view term);

/// A form of a term's word, as what is left of the term and what follows it: made by word_form().
struct TermForm {
    std::uint64_t hash = 0; ///< word_hash() of the term.
    std::string change;     ///< Empty: the form is the term.
};

TermForm word_form(std::string_view term, std::string_view form);

/// The words of a document.
struct DocumentWords {
    std::vector<std::uint64_t> terms; ///< word_hash() of each that might be asked for, once.
    std::vector<PlacedTerm> placed;   ///< Of these terms, at each of their positions.
    std::vector<TermForm> forms;      ///< Of each of these terms at least one.
};

/// Encodes the terms of one document. Each term has a code by its hash, of two bytes where that tells all terms of the
/// document apart, under one of 256 salts, else of four or eight: so the answers for a term that the document has are
/// exact. Stored in the index: a change needs a new schema version.
///   salt, bytes of a code, number of runs, each run's gap from the one before and length (varints); the codes of the
///   runs' positions; bytes of the next part (varint): for further terms at a position the gap from the one before
///   (varint) and a code; then for each form of a term that has other forms than the term itself a code, the size of
///   the change (varint) and the change.
std::string encode_words(DocumentWords&& words);

/// A view of encoded words, which must outlive it.
class WordSequence {
public:
    /// An empty text is that of a document without words. Throws std::runtime_error on damaged data.
    explicit WordSequence(std::string_view encoded);

    /// Replaces `positions` with those of a term that the document has, ascending.
    void find(std::uint64_t hash, std::vector<std::uint32_t>& positions) const;

    /// Whether the document has this form of a term that it has.
    bool has_form(const TermForm& form) const;

    /// The forms of a term that it has; none where the term itself is the only one.
    std::vector<std::string> forms(std::string_view term, std::uint64_t hash) const;

    /// Whether it has a form that begins with `start` of a term that it has.
    bool has_form_with_prefix(std::string_view term, std::uint64_t hash, std::string_view start) const;

private:
    template <class Use> void for_each_change(std::uint64_t hash, Use use) const;

    template <class Code> void find_codes(Code code, std::vector<std::uint32_t>& positions) const;

    struct Run {
        std::uint32_t first;
        std::uint32_t length;
    };

    unsigned salt_ = 0;
    unsigned code_bytes_ = 2;
    std::vector<Run> runs_;
    std::string_view codes_;
    std::string_view extras_;
    std::string_view forms_;
};

/// Words that stand together.
struct WordGroup {
    std::vector<std::uint64_t> hashes; ///< At least one.
    std::uint32_t window = 0;          ///< Most positions from the first to the last, both counted.
    bool ordered = true;               ///< In the order of `hashes`; a phrase where `window` is their number.
};

/// Half-open range of positions.
struct PositionBounds {
    std::uint32_t begin = 0;
    std::uint32_t end = static_cast<std::uint32_t>(-1);
};

/// Looks for groups of words. One a thread: it keeps its buffers.
class WordGroupFinder {
public:
    explicit WordGroupFinder(WordGroup group);

    /// Whether the group stands somewhere in `words`, its first position within one of the `bounds`. Where it is not
    /// ordered each word needs a position of its own: one that was asked for twice has to stand there twice.
    bool stands_in(const WordSequence& words, const std::vector<PositionBounds>& bounds);

private:
    bool follows(std::uint32_t first) const;
    bool surrounds(std::uint32_t first);
    bool place(std::size_t word, std::uint32_t first, std::vector<char>& asked);

    WordGroup group_;
    std::vector<std::vector<std::uint32_t>> positions_; ///< Of each hash.
    std::vector<std::size_t> word_at_;                  ///< Of a window: which word has taken a position.
};

} // namespace annota
