// SPDX-License-Identifier: GPL-2.0-or-later
//
// Two tables: Cyrillic letters by their sound (after BGN/PCGN, without its rules of place, which spelling_fold.cpp
// makes needless), and the Latin letters that are more than a letter with an accent. Every other letter gives what is
// left of its decomposition.

#include "common/transliteration.h"

#include "common/look_alike.h"
#include "common/simple_fold.h"
#include "common/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace annota {
namespace {

struct LetterSound {
    char32_t letter;
    std::string_view latin;
};

/// From U+0430. ъ is not here: see hard_sign().
constexpr std::array<std::string_view, 32> kRussianSounds{"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "i", "k",
                                                          "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "h",
                                                          "ts", "ch", "sh", "shch", "",  "i", "",   "e", "iu", "ia"};

/// Sorted by letter: the further Cyrillic alphabets and the old one, and Latin letters with a sound of their own.
constexpr std::array<LetterSound, 72> kFurtherSounds{{
    {U'ª', "a"},    {U'º', "o"},  {U'ß', "ss"}, {U'æ', "ae"},  {U'ð', "d"},  {U'ø', "o"},   {U'þ', "th"}, {U'ć', "ch"},
    {U'č', "ch"},   {U'đ', "d"},  {U'ħ', "h"},  {U'ı', "i"},   {U'ĸ', "k"},  {U'ł', "l"},   {U'ŋ', "n"},  {U'œ', "oe"},
    {U'ŝ', "shch"}, {U'š', "sh"}, {U'ŧ', "t"},  {U'ž', "zh"},  {U'ƶ', "z"},  {U'ə', "a"},   {U'ѐ', "e"},  {U'ё', "e"},
    {U'ђ', "dzh"},  {U'ѓ', "g"},  {U'є', "ie"}, {U'ѕ', "dz"},  {U'і', "i"},  {U'ї', "i"},   {U'ј', "i"},  {U'љ', "li"},
    {U'њ', "ni"},   {U'ћ', "ch"}, {U'ќ', "k"},  {U'ѝ', "i"},   {U'ў', "u"},  {U'џ', "dzh"}, {U'ѡ', "o"},  {U'ѣ', "e"},
    {U'ѥ', "ie"},   {U'ѧ', "ia"}, {U'ѩ', "ia"}, {U'ѫ', "u"},   {U'ѭ', "iu"}, {U'ѯ', "ks"},  {U'ѱ', "ps"}, {U'ѳ', "f"},
    {U'ѵ', "i"},    {U'ґ', "g"},  {U'ғ', "g"},  {U'җ', "dzh"}, {U'ҙ', "z"},  {U'қ', "k"},   {U'ҝ', "g"},  {U'ҟ', "k"},
    {U'ҡ', "k"},    {U'ң', "n"},  {U'ҥ', "n"},  {U'ҧ', "p"},   {U'ҫ', "s"},  {U'ҭ', "t"},   {U'ү', "u"},  {U'ұ', "u"},
    {U'ҳ', "h"},    {U'ҷ', "ch"}, {U'ҹ', "ch"}, {U'һ', "h"},   {U'ӏ', ""},   {U'ә', "a"},   {U'ө', "o"},  {U'ӷ', "g"},
}};
static_assert(std::is_sorted(kFurtherSounds.begin(), kFurtherSounds.end(),
                             [](const LetterSound& a, const LetterSound& b) { return a.letter < b.letter; }));

const LetterSound* find_further(char32_t letter) {
    const auto* const found = std::lower_bound(kFurtherSounds.begin(), kFurtherSounds.end(), letter,
                                               [](const LetterSound& sound, char32_t c) { return sound.letter < c; });
    return found != kFurtherSounds.end() && found->letter == letter ? found : nullptr;
}

/// Composed, compatibility forms as plain letters, lower case.
std::u32string plain_letters(std::string_view word) {
    std::u32string letters;
    bool simple = true;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        simple = simple && (c < 0x250 || (c >= 0x400 && c <= 0x52F) || is_apostrophe(c));
        letters.push_back(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
    if (simple) return letters;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status) != 0) return letters;
    const icu::UnicodeString source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
    const icu::UnicodeString folded = fold->normalize(source, status);
    if (U_FAILURE(status) != 0) return letters;
    letters.clear();
    for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        letters.push_back(static_cast<char32_t>(folded.char32At(at)));
    }
    return letters;
}

/// The letters and digits of an ASCII word in lower case; nullopt for any other word.
std::optional<std::string> ascii_letters(std::string_view word) {
    if (!is_ascii(word)) return std::nullopt;
    std::string out;
    for (const char c : word) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out.push_back(c);
        } else if (c >= 'A' && c <= 'Z') {
            out.push_back(static_cast<char>(c - 'A' + 'a'));
        }
    }
    return out;
}

bool is_vowel_or_sign(char32_t cyrillic) {
    constexpr std::u32string_view kVowels = U"аеёиоуыэюяєіїјьъ";
    return kVowels.find(cyrillic) != std::u32string_view::npos;
}

/// Bulgarian ъ is a vowel: it stands before consonants, where Russian has none but at the end of old spellings.
std::string_view hard_sign(std::u32string_view letters, std::size_t at) {
    return at + 1 < letters.size() && is_cyrillic(letters[at + 1]) && !is_vowel_or_sign(letters[at + 1]) ? "a" : "";
}

/// Words with a letter that only Ukrainian and Belarusian have: their г is h.
bool is_ukrainian(std::u32string_view letters) {
    return letters.find_first_of(U"іїєґў") != std::u32string_view::npos;
}

/// ISO 9 writes я and ю as â and û, which elsewhere are accented vowels: a word is taken for ISO 9 where it has more of
/// its letters, a Russian ending, or one of the two at an end, as no word of the other languages has.
bool is_iso_9(std::u32string_view letters) {
    if (letters.find_first_of(U"âû") == std::u32string_view::npos) return false;
    constexpr std::array<std::u32string_view, 16> kEndings{U"ov", U"ova", U"ev", U"eva", U"ëv",   U"ëva", U"in", U"ina",
                                                           U"yn", U"yna", U"ij", U"uk",  U"enko", U"vna", U"yh", U"ih"};
    if (letters.find_first_of(U"žšŝčʹʺ") != std::u32string_view::npos) return true;
    if (letters.back() == U'â' || letters.back() == U'û' || letters.front() == U'â' || letters.front() == U'û')
        return true;
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::u32string_view end) { return letters.ends_with(end); });
}

/// The letter without its accents. Marks of scripts whose vowels are marks stay.
void append_base(std::string& out, char32_t letter) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    icu::UnicodeString parts;
    const auto c = static_cast<UChar32>(letter);
    const bool alphabet = is_latin(letter) || is_cyrillic(letter) || (letter >= 0x370 && letter < 0x400) ||
                          (letter >= 0x1F00 && letter < 0x2000);
    if (alphabet && U_SUCCESS(status) != 0 && nfc->getDecomposition(c, parts)) {
        const auto base = static_cast<char32_t>(parts.char32At(0));
        append_code_point(out, base);
        return;
    }
    const bool accent = (letter >= 0x300 && letter <= 0x36F) || (letter >= 0x591 && letter <= 0x5C7) ||
                        (letter >= 0x64B && letter <= 0x65F);
    const bool part_of_word =
        u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK;
    if (part_of_word && !accent && u_charType(c) != U_MODIFIER_LETTER) append_code_point(out, letter);
}

/// How many letters of each script a text has, and how many of them look like no letter of the other.
struct ScriptEvidence {
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t only_latin = 0;
    std::size_t only_cyrillic = 0;

    bool mixed() const { return latin > 0 && cyrillic > 0; }
};

ScriptEvidence weigh_scripts(std::string_view text) {
    ScriptEvidence evidence;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_latin(c)) {
            ++evidence.latin;
            if (cyrillic_shape(c) == 0) ++evidence.only_latin;
        } else if (is_cyrillic(c)) {
            ++evidence.cyrillic;
            if (latin_shape(c) == 0) ++evidence.only_cyrillic;
        }
    }
    return evidence;
}

bool has_both_scripts(std::string_view text) {
    if (is_ascii(text)) return false;
    bool latin = false;
    bool cyrillic = false;
    for (std::size_t at = 0; at < text.size() && !(latin && cyrillic);) {
        const char32_t c = next_code_point(text, at);
        latin = latin || is_latin(c);
        cyrillic = cyrillic || is_cyrillic(c);
    }
    return latin && cyrillic;
}

std::string with_shapes(std::string_view text, char32_t (*shape)(char32_t)) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const char32_t other = shape(c);
        append_code_point(out, other != 0 ? other : c);
    }
    return out;
}

std::string repair_word(std::string_view word) {
    const ScriptEvidence evidence = weigh_scripts(word);
    if (!evidence.mixed() || (evidence.only_latin > 0 && evidence.only_cyrillic > 0)) return std::string(word);
    const bool to_cyrillic =
        evidence.only_cyrillic > 0 || (evidence.only_latin == 0 && evidence.cyrillic > evidence.latin);
    return with_shapes(word, to_cyrillic ? cyrillic_shape : latin_shape);
}

} // namespace

char32_t latin_shape(char32_t cyrillic) {
    if (!is_cyrillic(cyrillic)) return 0;
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(cyrillic)));
    const bool capital = lower != cyrillic;
    const char32_t latin = latin_look_alike(lower, capital);
    return latin != 0 && capital ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(latin))) : latin;
}

char32_t cyrillic_shape(char32_t latin) {
    if (latin >= 0x80 || !is_latin(latin)) return 0;
    const bool capital = latin < U'a';
    const char32_t cyrillic = cyrillic_look_alike(capital ? latin + 32 : latin, capital);
    if (cyrillic == U'ѕ' || cyrillic == U'ԛ' || cyrillic == U'ԝ') return 0; // No keyboard of our languages has them.
    return cyrillic != 0 && capital ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(cyrillic))) : cyrillic;
}

std::string repair_look_alikes(std::string_view name) {
    if (!has_both_scripts(name)) return std::string(name);
    const ScriptEvidence evidence = weigh_scripts(name);
    if ((evidence.only_latin > 0) != (evidence.only_cyrillic > 0)) {
        return with_shapes(name, evidence.only_latin > 0 ? latin_shape : cyrillic_shape);
    }
    std::string out;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of(" -.,"), name.size());
        out += repair_word(name.substr(0, end));
        if (end < name.size()) out.push_back(name[end]);
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return out;
}

std::string to_latin_letters(std::string_view word) {
    if (std::optional<std::string> ascii = ascii_letters(word)) return *std::move(ascii);
    const std::u32string letters = plain_letters(repair_look_alikes(word));
    const bool ukrainian = is_ukrainian(letters);
    const bool iso_9 = is_iso_9(letters);
    std::string out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char32_t c = letters[i];
        if (c < 0x80) {
            if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) out.push_back(static_cast<char>(c));
        } else if (c == U'ъ') {
            out += hard_sign(letters, i);
        } else if (c == U'г' && ukrainian) {
            out.push_back('h');
        } else if (c >= U'а' && c <= U'я') {
            out += kRussianSounds[c - U'а'];
        } else if (iso_9 && (c == U'â' || c == U'û')) {
            out += c == U'â' ? "ia" : "iu";
        } else if (const LetterSound* const further = find_further(c)) {
            out += further->latin;
        } else {
            append_base(out, c);
        }
    }
    return out;
}

} // namespace annota
