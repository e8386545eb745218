// SPDX-License-Identifier: GPL-2.0-or-later
//
// Cuts lie behind a character that no word holds (a separator, or other ASCII signs where no word is open) and before
// one that surely does not combine with it. A plain word stands between two such places; a full stop is passed over
// only behind a word, as it may begin one (.NET).

#include "common/text_stretches.h"

#include "common/simple_fold.h"
#include "common/utf8.h"

#include <array>

namespace annota {
namespace {

enum class ByteKind : std::uint8_t {
    separator,
    joiner, ///< Signs that may join or end words, but begin none.
    full_stop,
    digit,
    latin,
    cyrillic_lead, ///< Leads U+0400..U+047F, none of which combines.
    other_lead
};

constexpr ByteKind kind_of_ascii(char32_t c) {
    switch (simple_fold(c).char_class) {
    case CharClass::separator: return ByteKind::separator;
    case CharClass::latin: return ByteKind::latin;
    case CharClass::digit: return ByteKind::digit;
    case CharClass::full_stop: return ByteKind::full_stop;
    default: return ByteKind::joiner;
    }
}

constexpr std::array<ByteKind, 256> kByteKinds = [] {
    std::array<ByteKind, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        kinds[byte] = byte < 0x80                    ? kind_of_ascii(static_cast<char32_t>(byte))
                      : byte == 0xD0 || byte == 0xD1 ? ByteKind::cyrillic_lead
                                                     : ByteKind::other_lead;
    }
    return kinds;
}();

ByteKind kind_at(std::string_view text, std::size_t at) {
    return kByteKinds[static_cast<unsigned char>(text[at])];
}

/// Bytes of the dash, quotation mark or blank beyond ASCII at `at`; 0 where there is none.
std::size_t wide_separator(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead != 0xC2 && lead != 0xE2) {
        return 0;
    }
    std::size_t end = at;
    const char32_t c = next_code_point(text, end);
    const SimpleFold simple = simple_fold(c);
    return simple.known && simple.char_class == CharClass::separator && !is_ignorable(c) ? end - at : 0;
}

/// Whether what stands at `at` cannot combine with what is before it.
bool surely_starts(std::string_view text, std::size_t at) {
    return at == text.size() || kind_at(text, at) != ByteKind::other_lead || wide_separator(text, at) != 0;
}

std::size_t latin_end(std::string_view text, std::size_t at) {
    while (at < text.size() && kind_at(text, at) == ByteKind::latin) {
        ++at;
    }
    return at;
}

/// U+0400..U+045F are D0 80..D1 9F.
std::size_t cyrillic_end(std::string_view text, std::size_t at) {
    while (at + 1 < text.size() && kind_at(text, at) == ByteKind::cyrillic_lead) {
        const auto trail = static_cast<unsigned char>(text[at + 1]);
        if (trail < 0x80 || trail >= (static_cast<unsigned char>(text[at]) == 0xD0 ? 0xC0 : 0xA0)) {
            break;
        }
        at += 2;
    }
    return at;
}

} // namespace

bool TextStretches::next(TextStretch& stretch) {
    const std::size_t last = skip_between();
    if (at_ == text_.size()) {
        return false;
    }
    if (last < at_ && !surely_starts(text_, at_)) {
        at_ = last; // what follows may combine with it
        --index_;
    } else if (take_word(stretch)) {
        return true;
    }
    take_mixed(stretch);
    return true;
}

/// Passes over what begins no word. Returns where the last character passed begins; at_ where none was.
std::size_t TextStretches::skip_between() {
    std::size_t last = at_;
    while (at_ < text_.size()) {
        const ByteKind kind = kind_at(text_, at_);
        const bool narrow = kind == ByteKind::separator || kind == ByteKind::joiner;
        const std::size_t size = narrow ? 1 : kind == ByteKind::other_lead ? wide_separator(text_, at_) : 0;
        if (size == 0) {
            break;
        }
        last = at_;
        at_ += size;
        ++index_;
    }
    return last;
}

bool TextStretches::take_word(TextStretch& stretch) {
    const bool latin = kind_at(text_, at_) == ByteKind::latin;
    const std::size_t end = latin ? latin_end(text_, at_) : cyrillic_end(text_, at_);
    if (end == at_ || !ends_word(end)) {
        return false;
    }
    const std::size_t bytes = end - at_;
    stretch = {text_.substr(at_, bytes), index_, latin ? StretchKind::latin_word : StretchKind::cyrillic_word};
    index_ += static_cast<std::uint32_t>(latin ? bytes : bytes / 2);
    at_ = end;
    while (at_ < text_.size() && kind_at(text_, at_) == ByteKind::full_stop) {
        ++at_;
        ++index_;
    }
    return true;
}

/// Whether a word of letters ends at `at` by itself: with any signs that join words, but nothing to join.
bool TextStretches::ends_word(std::size_t at) const {
    const auto may_follow = [this](std::size_t i) {
        const ByteKind kind = kind_at(text_, i);
        return kind == ByteKind::full_stop || (kind == ByteKind::joiner && text_[i] != '+' && text_[i] != '#');
    };
    while (at < text_.size() && may_follow(at)) {
        ++at;
    }
    return at == text_.size() || kind_at(text_, at) == ByteKind::separator || wide_separator(text_, at) != 0;
}

/// Everything up to the next separator.
void TextStretches::take_mixed(TextStretch& stretch) {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && kind_at(text_, at_) != ByteKind::separator) {
        ++at_;
    }
    stretch = {text_.substr(begin, at_ - begin), index_, StretchKind::mixed};
    index_ += static_cast<std::uint32_t>(count_code_points(stretch.text));
}

} // namespace annota
