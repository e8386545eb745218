// SPDX-License-Identifier: GPL-2.0-or-later
//
// Third stage of the analysis: a printed word's parts, spelled in the letters that they mean.

#pragma once

#include "common/fold.h"
#include "common/tokenizer.h"

#include <cstddef>
#include <span>
#include <vector>

namespace annota {

/// A printed word after the repair of look-alikes. Keeps its buffers from word to word.
class PrintedWord {
public:
    /// A part, or a half of one that two scripts share.
    struct Piece {
        std::size_t first = 0; ///< Its letters in the word's own buffer, half-open.
        std::size_t last = 0;
        std::uint32_t begin = 0; ///< Code points of the original, half-open.
        std::uint32_t end = 0;
        PartKind kind = PartKind::plain;
        bool ampersand = false;
    };

    /// Longer compounds (sequences, addresses) have no joined form.
    static constexpr std::size_t kMostJoinedPieces = 8;

    void spell(std::span<const FoldedChar> text, std::span<const WordPart> parts);

    std::span<const Piece> pieces() const { return pieces_; }
    std::span<const FoldedChar> letters(const Piece& piece) const;

    /// The pieces written as one word; empty for a single piece, for more than kMostJoinedPieces, and for numbers
    /// alone: 15-20 is not 1520. Valid until the next call of spell().
    std::span<const FoldedChar> joined() const { return joined_; }

private:
    void add_part(std::span<const FoldedChar> text, const WordPart& part);
    void add_pieces(std::size_t first, const WordPart& part, bool split);
    void join();
    void adapt_single_letters();

    std::vector<Piece> pieces_;
    std::vector<FoldedChar> letters_;
    std::vector<FoldedChar> joined_;
};

} // namespace annota
