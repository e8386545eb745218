// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the text. A simple character (common/simple_fold.h) that nothing can combine with is folded by a
// table; else the whole segment, a starter and the marks that follow it, is collected and folded as one. Ignorable
// characters are no part of a segment, though marks reach over them.

#include "common/fold.h"

#include "common/segment_fold.h"
#include "common/simple_fold.h"
#include "common/utf8.h"

#include <cassert>
#include <limits>

namespace annota {
namespace {

/// Unicode's stream-safe format allows 30 marks in a row; real text has up to four.
constexpr std::size_t kMostMarks = 32;

/// Whether the next bytes surely begin a character that does not combine; a cheap no may be wrong, a yes never.
bool surely_starts(std::string_view text, std::size_t at) {
    if (at == text.size()) {
        return true;
    }
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 || lead == 0xD0 || lead == 0xD1;
}

class Folder {
public:
    Folder(std::string_view text, std::vector<FoldedChar>& folded) : text_(text), folded_(folded) {}

    void run();

private:
    void take_segment(char32_t starter);
    bool take_mark();
    void push_simple(const SimpleFold& simple, std::uint32_t begin);

    std::string_view text_;
    std::vector<FoldedChar>& folded_;
    std::u32string segment_;
    std::size_t marks_ = 0;   ///< Of the present segment.
    std::size_t at_ = 0;      ///< Byte behind the last character taken,
    std::uint32_t index_ = 0; ///< and its number in code points.
};

void Folder::run() {
    while (at_ < text_.size()) {
        const std::uint32_t begin = index_;
        const char32_t c = next_code_point(text_, at_);
        ++index_;
        const SimpleFold simple = simple_fold(c);
        if (simple.known && !is_ignorable(c) && surely_starts(text_, at_)) {
            push_simple(simple, begin);
        } else if (!is_ignorable(c)) {
            take_segment(c);
        }
    }
}

void Folder::take_segment(char32_t starter) {
    const std::uint32_t begin = index_ - 1;
    segment_.assign(1, starter);
    marks_ = 0;
    while (take_mark()) {
    }
    const SimpleFold simple = simple_fold(starter);
    if (simple.known && segment_.size() == 1) {
        push_simple(simple, begin);
    } else {
        fold_segment(segment_, begin, index_, folded_);
    }
}

/// Takes the next character where it belongs to the segment; marks beyond the bound are taken, but not kept.
bool Folder::take_mark() {
    std::size_t at = at_;
    std::uint32_t index = index_;
    char32_t c = 0;
    do {
        if (at == text_.size()) {
            return false;
        }
        c = next_code_point(text_, at);
        ++index;
    } while (is_ignorable(c));
    if (!combines_backward(c)) {
        return false;
    }
    if (marks_ < kMostMarks) {
        segment_.push_back(c);
        ++marks_;
    } else if (!is_stacking_mark(c)) {
        return false; // a letter of its own that may also combine, as those of old Korean: never lost
    }
    at_ = at;
    index_ = index;
    return true;
}

void Folder::push_simple(const SimpleFold& simple, std::uint32_t begin) {
    folded_.push_back({simple.code, begin, index_, simple.char_class, DigitStyle::plain, simple.capital});
}

} // namespace

void fold_text(std::string_view text, std::vector<FoldedChar>& folded) {
    assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
    folded.clear();
    Folder(text, folded).run();
}

void append_folded(std::string& out, const FoldedChar& c) {
    append_code_point(out, c.code);
}

} // namespace annota
