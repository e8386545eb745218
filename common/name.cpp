// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keys are made word by word, as the rules of spelling_fold.cpp ask where a word begins and ends; then the words are
// written together. A key of a name is its family key and, after commas, one key for each given name or initial.

#include "common/name.h"

#include "common/given_names.h"
#include "common/simple_fold.h"
#include "common/spelling_fold.h"
#include "common/transliteration.h"
#include "common/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace annota {
namespace {

/// What an initial can stand for, by the first letter of a key. Y, J, C, X, W and Q never begin the key of a name in
/// either script, but as initials they are all that is known: Y. is Юрий, Яна or Евгений.
struct AmbiguousInitial {
    char initial;
    std::string_view letters;
};

constexpr std::array<AmbiguousInitial, 6> kAmbiguousInitials{{
    {'c', "ckts"},   // Carl, Charles, Цезарь; and С. in Latin look-alikes
    {'j', "jyiezd"}, // Johann, Jelena, Жан, Джон
    {'q', "qk"},
    {'w', "wv"},
    {'x', "xkh"}, // Xenia, Х of GOST 7.79 B
    {'y', "yjie"},
}};

bool is_initial(std::string_view given) {
    return given.ends_with('.');
}

bool is_part_of_word(char32_t c) {
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'\'' ||
               c == U'`' || c == U'"';
    const auto point = static_cast<UChar32>(c);
    const int type = u_charType(point);
    return u_isalnum(point) != 0 || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           is_apostrophe(c) || is_ignorable(c) || c == U'ʺ' || c == 0x201D || c == 0x2033;
}

std::string word_key(std::string_view word) {
    std::string folded = fold_spelling(to_latin_letters(word));
    // A word of signs alone, as "Ь", is still a word.
    return folded.empty() ? to_lower(trim(word)) : folded;
}

/// An initial's key: its first letter, as printed where that letter is ambiguous.
std::string initial_key(std::string_view initial) {
    const std::string_view letters = initial.substr(0, initial.find('.'));
    std::string key = script_free_key(letters);
    if (letters.size() == 1) {
        const char lower = to_lower(letters)[0];
        const bool ambiguous = std::any_of(kAmbiguousInitials.begin(), kAmbiguousInitials.end(),
                                           [&](const auto& known) { return known.initial == lower; });
        if (ambiguous) return std::string(1, lower);
    }
    return std::string(first_code_points(key, 1));
}

/// The part of a key before the next comma, which is taken off.
std::string_view take_part(std::string_view& key) {
    const std::size_t end = std::min(key.find(','), key.size());
    const std::string_view part = key.substr(0, end);
    key.remove_prefix(std::min(end + 1, key.size()));
    return part;
}

} // namespace

std::string script_free_key(std::string_view text) {
    if (std::ranges::all_of(text, is_ascii_letter)) return text.empty() ? std::string() : word_key(text);
    const std::string repaired = repair_look_alikes(text);
    std::string key;
    std::size_t begin = 0;
    bool has_letter = false;
    for (std::size_t at = 0; at < repaired.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(repaired, at);
        if (is_part_of_word(c)) {
            has_letter = has_letter || u_isalnum(static_cast<UChar32>(c)) != 0;
            continue;
        }
        if (has_letter) key += word_key(std::string_view(repaired).substr(begin, start - begin));
        has_letter = false;
        begin = at;
    }
    if (has_letter) key += word_key(std::string_view(repaired).substr(begin));
    return key;
}

std::string display_name(const PersonName& name) {
    std::string shown = name.family;
    bool after_initial = false;
    for (const std::string& given : name.given) {
        if (!(after_initial && is_initial(given))) shown.push_back(' ');
        shown += given;
        after_initial = is_initial(given);
    }
    if (!name.suffix.empty()) shown += " " + name.suffix;
    return shown;
}

std::string name_key(const PersonName& name) {
    std::string key = script_free_key(name.family);
    for (const std::string& given : name.given) {
        for (std::string_view rest = given; !rest.empty();) {
            const std::size_t end = std::min(rest.find('-'), rest.size());
            const std::string_view part = rest.substr(0, end);
            const std::string part_key =
                is_initial(part) ? initial_key(part) : canonical_given_name(script_free_key(part));
            if (!part_key.empty()) key += "," + part_key;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return key;
}

std::string_view first_letters(std::string_view part) {
    const std::string_view first = first_code_points(part, 1);
    const auto* const found =
        std::find_if(kAmbiguousInitials.begin(), kAmbiguousInitials.end(),
                     [&](const auto& known) { return part.size() == 1 && known.initial == part.front(); });
    return found != kAmbiguousInitials.end() ? found->letters : first;
}

bool compatible_given_names(std::string_view a, std::string_view b) {
    if (count_code_points(a) > 1 && count_code_points(b) > 1) return a == b;
    const std::string_view of_a = first_letters(a);
    const std::string_view of_b = first_letters(b);
    const bool ascii = !of_a.empty() && !of_b.empty() && static_cast<unsigned char>(of_a[0]) < 0x80 &&
                       static_cast<unsigned char>(of_b[0]) < 0x80;
    return ascii ? of_a.find_first_of(of_b) != std::string_view::npos : of_a == of_b;
}

std::vector<std::string_view> key_parts(std::string_view key) {
    std::vector<std::string_view> parts;
    while (!key.empty()) parts.push_back(take_part(key));
    return parts;
}

bool compatible_names(std::string_view key, std::string_view other_key) {
    if (take_part(key) != take_part(other_key)) return false;
    while (!key.empty() && !other_key.empty()) {
        if (!compatible_given_names(take_part(key), take_part(other_key))) return false;
    }
    return true;
}

} // namespace annota
