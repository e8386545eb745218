// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names of persons as they are printed, and their script-free keys, under which either script finds either.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Letters of any script reduced to one lower-case key: Cyrillic in Latin letters, accents and apostrophes dropped, and
/// the habits of the common schemes folded together (BGN/PCGN, ISO 9, GOST 7.79 B, ALA-LC, passports, journals):
/// y = j = i, kh = h, shch = sch = sh, ts = tz = c, ie = io = e, x = ks, double letters once but for ee.
/// "Кондратьев", "Kondrat’ev", "Kondratiev" and "Kondratyev" share a key. Look-alike letters of the other script
/// are repaired first. Words are written together. Letters of further scripts stay, folded (Chinese, Greek, Arabic), so
/// that only text without letters and digits has an empty key; all else is [a-z0-9]. Stored in the index: a change
/// needs a new analyzer version.
std::string script_free_key(std::string_view text);

/// A printed name taken apart.
struct PersonName {
    std::string family;             ///< "Данилин", "de la Cruz", "Иванов-Петров"
    std::vector<std::string> given; ///< In order: "Иван" or "И.", each one name; initials end in a full stop.
    std::string suffix;             ///< "Jr.", "III"

    bool empty() const { return family.empty(); }
    friend bool operator==(const PersonName&, const PersonName&) = default;
};

/// Understands "Фамилия И.О.", "И.О. Фамилия", "И. О. Фамилия", "Family Given", "Family, Given, Suffix", "Given
/// Family", "Фамилия Имя Отчество", "Иванников, В. А.", "Danilin IV", missing blanks ("КовтунS.N."), affiliation marks
/// glued to the end ("Голубев С.С.1"). A single word is a family name; organisations come back as `family` whole.
/// Particles belong to the family name, a hyphenated given name is one name. Two words of which neither looks like a
/// given or a family name are "Given Family" in Latin letters and "Фамилия Имя" in Cyrillic, which may be wrong: a name
/// shown by display_name() is not always read back the same way. Never empty for text that is not blank.
PersonName parse_name(std::string_view printed);

/// "Фамилия И.О." for initials, "Family Given" for written-out names, as the interface asks: "Danilin Ivan",
/// "Данилин И.В.". Blanks between initials are dropped, apostrophes kept as printed.
std::string display_name(const PersonName& name);

/// The key of one form of a name: family key, then each given name's key after a comma, initials one letter, the parts
/// of a hyphenated name apart: "danilin,i,v" · "danilin,ivan" · "sartre,ean,paul". Equal for both scripts where
/// initials transliterate alike (Ю/Yu -> "i"); forms of one given name in two languages have one key (Alexander,
/// Александр). The initials C, J, Q, W, X and Y are kept as printed, as each can be several Russian letters. Empty for
/// an empty name. Stored in the index: a change needs a new analyzer version.
std::string name_key(const PersonName& name);

/// Whether two forms can be of one person: the same family key, and given names that agree as far as both
/// go (an initial agrees with every name that begins with it).
bool compatible_names(std::string_view key, std::string_view other_key);

/// The same of two given names by their parts of a key; neither is empty.
bool compatible_given_names(std::string_view a, std::string_view b);

/// The parts of a key: the family name, then each given name or initial.
std::vector<std::string_view> key_parts(std::string_view key);

/// The letters with which the names that a part of a key stands for can begin: "y" of an initial Y. is Юрий, Яна or
/// Евгений. One letter, which may not be ASCII, or several, which are.
std::string_view first_letters(std::string_view part);

} // namespace annota
