// SPDX-License-Identifier: GPL-2.0-or-later
//
// Each part is copied without what print adds (the full stops of U.S.A.), a decimal comma becoming a full stop, and
// repaired by itself; a part whose two scripts neither can take over falls into pieces. The joined form is repaired
// again: т-34 is t34 in Latin, and a piece of one letter follows the longest piece (Т-cell, T-клетка), while the
// longer ones are in the script that they were meant in (IT-отдел).

#include "common/printed_word.h"

#include "common/look_alike.h"

#include <algorithm>

namespace annota {
namespace {

/// Has digits or signs, and so no inflection and no script to keep.
bool is_code(std::span<const FoldedChar> letters) {
    return !std::ranges::all_of(letters, is_letter);
}

bool is_number(std::span<const FoldedChar> letters) {
    return std::ranges::none_of(letters, is_letter);
}

Repair repair(std::span<FoldedChar> letters) {
    const bool code = is_code(letters);
    const Repair choice = code ? choose_code_repair(letters) : choose_repair(letters);
    apply_repair(choice, letters, code);
    return choice;
}

bool changes_script(const FoldedChar& c, CharClass script) {
    return (c.char_class == CharClass::latin || c.char_class == CharClass::cyrillic) && c.char_class != script;
}

} // namespace

void PrintedWord::spell(std::span<const FoldedChar> text, std::span<const WordPart> parts) {
    pieces_.clear();
    letters_.clear();
    for (const WordPart& part : parts) {
        add_part(text, part);
    }
    join();
}

std::span<const FoldedChar> PrintedWord::letters(const Piece& piece) const {
    return std::span(letters_).subspan(piece.first, piece.last - piece.first);
}

void PrintedWord::add_part(std::span<const FoldedChar> text, const WordPart& part) {
    const std::size_t first = letters_.size();
    for (FoldedChar c : text.subspan(part.first, part.last - part.first)) {
        if (part.kind == PartKind::abbreviation && c.char_class == CharClass::full_stop) {
            letters_.back().end = c.end;
            continue;
        }
        if (c.char_class == CharClass::comma) {
            c.code = U'.';
        }
        letters_.push_back(c);
    }
    add_pieces(first, part, repair(std::span(letters_).subspan(first)) == Repair::split);
}

/// The letters from `first` on, as one piece or split where the script changes; digits go with what is before them.
void PrintedWord::add_pieces(std::size_t first, const WordPart& part, bool split) {
    bool ampersand = part.ampersand;
    while (first < letters_.size()) {
        std::size_t last = letters_.size();
        if (split) {
            const auto begin = letters_.begin() + static_cast<std::ptrdiff_t>(first);
            const auto letter = std::find_if(begin, letters_.end(), is_letter);
            const CharClass script = letter == letters_.end() ? CharClass::latin : letter->char_class;
            const auto change = std::find_if(begin, letters_.end(),
                                             [script](const FoldedChar& c) { return changes_script(c, script); });
            last = static_cast<std::size_t>(change - letters_.begin());
            repair(std::span(letters_).subspan(first, last - first)); // т5 of т5fж is t5, as it would be alone
        }
        pieces_.push_back({first, last, letters_[first].begin, letters_[last - 1].end, part.kind, ampersand});
        first = last;
        ampersand = false;
    }
}

void PrintedWord::join() {
    joined_.clear();
    if (pieces_.size() < 2 || pieces_.size() > kMostJoinedPieces || is_number(letters_)) {
        return;
    }
    for (const Piece& piece : pieces_) {
        if (piece.ampersand) {
            joined_.push_back({U'&', piece.begin, piece.begin, CharClass::ampersand, DigitStyle::plain, false});
        }
        const std::span<const FoldedChar> spelled = letters(piece);
        joined_.insert(joined_.end(), spelled.begin(), spelled.end());
    }
    if (!is_code(joined_)) {
        adapt_single_letters();
    } else if (choose_code_repair(joined_) == Repair::to_latin) {
        apply_repair(Repair::to_latin, joined_, true);
    }
}

/// Of a joined form without signs, whose letters so are those of the pieces.
void PrintedWord::adapt_single_letters() {
    const auto longest = std::ranges::max_element(pieces_, {}, [](const Piece& p) { return p.last - p.first; });
    const CharClass script = letters_[longest->first].char_class;
    if (script != CharClass::latin && script != CharClass::cyrillic) {
        return;
    }
    const bool latin = script == CharClass::latin;
    for (const Piece& piece : pieces_) {
        FoldedChar& c = joined_[piece.first];
        const char32_t twin = latin ? latin_look_alike(c.code, c.capital) : cyrillic_look_alike(c.code, c.capital);
        if (piece.last - piece.first == 1 && changes_script(c, script) && twin != 0) {
            c.code = twin;
            c.char_class = script;
        }
    }
}

} // namespace annota
