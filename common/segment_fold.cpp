// SPDX-License-Identifier: GPL-2.0-or-later
//
// A segment is composed (NFC), so that equivalent spellings agree; what is simple then folds by the table, stretches
// of the rest by NFKC_Casefold. Of each character that comes out, Latin, Greek and Cyrillic letters lose their accents,
// and marks stay only in scripts that spell with them (vowel signs of Indian scripts, Thai).

#include "common/segment_fold.h"

#include "common/simple_fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <stdexcept>
#include <string>

namespace annota {
namespace {

using GetInstance = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& normalizer(GetInstance get) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = get(status);
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string("cannot load ICU's normalisation data: ") + u_errorName(status));
    }
    return *instance;
}

const icu::Normalizer2& nfc() {
    return normalizer(&icu::Normalizer2::getNFCInstance);
}

const icu::Normalizer2& nfkc_casefold() {
    return normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
}

UChar32 icu_char(char32_t c) {
    return static_cast<UChar32>(c);
}

icu::UnicodeString normalize(const icu::Normalizer2& form, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = form.normalize(text, status);
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string("cannot normalise text: ") + u_errorName(status));
    }
    return result;
}

UScriptCode script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(icu_char(c), &status);
    return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

bool has_category(char32_t c, std::uint32_t mask) {
    return (U_MASK(u_charType(icu_char(c))) & mask) != 0;
}

bool is_paired_script(char32_t c, UScriptCode script) {
    constexpr char32_t kProlongedSoundMark = 0x30FC; // written in Hiragana and Katakana, so of no script
    switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return c == kProlongedSoundMark;
    }
}

bool loses_accents(UScriptCode script) {
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

/// Accents, stress and pointing, as against the vowel signs of scripts that cannot be read without them.
bool is_dropped_mark(char32_t c, UScriptCode script) {
    return has_category(c, U_GC_MN_MASK | U_GC_ME_MASK) && (loses_accents(script) || script == USCRIPT_INHERITED ||
                                                            script == USCRIPT_COMMON || script == USCRIPT_HEBREW);
}

CharClass class_of(char32_t c, UScriptCode script) {
    const bool letter = has_category(c, U_GC_L_MASK | U_GC_NL_MASK | U_GC_NO_MASK);
    const bool mark = has_category(c, U_GC_M_MASK);
    if (!letter && !mark) {
        return CharClass::separator;
    }
    if (is_paired_script(c, script)) {
        return mark ? CharClass::paired_mark : CharClass::paired;
    }
    if (script == USCRIPT_LATIN) {
        return CharClass::latin;
    }
    return script == USCRIPT_CYRILLIC ? CharClass::cyrillic : CharClass::other_letter;
}

DigitStyle style_of(char32_t c) {
    if (!has_category(c, U_GC_NO_MASK)) {
        return DigitStyle::plain;
    }
    switch (u_getIntPropertyValue(icu_char(c), UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_SUPER: return DigitStyle::raised;
    case U_DT_SUB: return DigitStyle::lowered;
    default: return DigitStyle::enclosed;
    }
}

/// Letters that no decomposition takes apart, as the languages' own speakers write them without their strokes.
std::u32string_view stroke_letter(char32_t c) {
    switch (c) {
    case U'ø': return U"o";
    case U'ł': return U"l";
    case U'đ':
    case U'ð': return U"d";
    case U'ħ': return U"h";
    case U'ŧ': return U"t";
    case U'þ': return U"th";
    case U'æ': return U"ae";
    case U'œ': return U"oe";
    case U'ß': return U"ss";
    case U'ı': return U"i";
    default: return {};
    }
}

class SegmentFolder {
public:
    SegmentFolder(const FoldedChar& model, std::vector<FoldedChar>& folded) : model_(model), folded_(folded) {}

    void fold_composed(const icu::UnicodeString& text);

private:
    void fold_compatible(const icu::UnicodeString& stretch);
    void push_folded(char32_t c);
    void push_plain(char32_t c);
    void push(char32_t c, CharClass char_class);

    FoldedChar model_; ///< What all characters of the segment share.
    std::vector<FoldedChar>& folded_;
};

void SegmentFolder::fold_composed(const icu::UnicodeString& text) {
    icu::UnicodeString stretch;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        const SimpleFold simple = simple_fold(static_cast<char32_t>(c));
        if (!simple.known) {
            stretch.append(c);
            continue;
        }
        fold_compatible(stretch);
        stretch.remove();
        push(simple.code, simple.char_class);
    }
    fold_compatible(stretch);
}

void SegmentFolder::fold_compatible(const icu::UnicodeString& stretch) {
    if (stretch.isEmpty()) {
        return;
    }
    const icu::UnicodeString compatible = normalize(nfkc_casefold(), stretch);
    for (std::int32_t i = 0; i < compatible.length(); i = compatible.moveIndex32(i, 1)) {
        push_folded(static_cast<char32_t>(compatible.char32At(i)));
    }
}

void SegmentFolder::push_folded(char32_t c) {
    icu::UnicodeString decomposition;
    if (!is_composed_letter(c) && loses_accents(script_of(c)) && nfc().getDecomposition(icu_char(c), decomposition)) {
        c = static_cast<char32_t>(decomposition.char32At(0));
    }
    const std::u32string_view letters = stroke_letter(c);
    if (letters.empty()) {
        push_plain(c);
    }
    for (const char32_t letter : letters) {
        push_plain(letter);
    }
}

void SegmentFolder::push_plain(char32_t c) {
    const SimpleFold simple = simple_fold(c);
    if (simple.known) {
        push(simple.code, simple.char_class);
        return;
    }
    if (has_category(c, U_GC_ND_MASK)) {
        push(U'0' + static_cast<char32_t>(u_charDigitValue(icu_char(c))), CharClass::digit);
        return;
    }
    const UScriptCode script = script_of(c);
    if (!is_dropped_mark(c, script)) {
        push(c, class_of(c, script));
    }
}

void SegmentFolder::push(char32_t c, CharClass char_class) {
    model_.code = c;
    model_.char_class = char_class;
    folded_.push_back(model_);
}

} // namespace

bool combines_backward(char32_t c) {
    const bool starter =
        c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x2000 && c < 0x20D0) || (c >= 0x2100 && c < 0x2CEF);
    // U+0345 combines canonically, but folds to a letter; the half-width U+FF9E is the other way round.
    return !starter && !(nfc().hasBoundaryBefore(icu_char(c)) && nfkc_casefold().hasBoundaryBefore(icu_char(c)));
}

bool is_stacking_mark(char32_t c) {
    return u_getCombiningClass(icu_char(c)) != 0;
}

void fold_segment(std::u32string_view segment, std::uint32_t begin, std::uint32_t end,
                  std::vector<FoldedChar>& folded) {
    icu::UnicodeString text;
    for (const char32_t c : segment) {
        text.append(icu_char(c));
    }
    const icu::UnicodeString composed = normalize(nfc(), text);
    const auto starter = static_cast<char32_t>(composed.char32At(0));
    const bool capital = u_isUUppercase(icu_char(starter)) != 0;
    const FoldedChar model{0, begin, end, CharClass::separator, style_of(starter), capital};
    SegmentFolder(model, folded).fold_composed(composed);
}

} // namespace annota
