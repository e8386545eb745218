// SPDX-License-Identifier: GPL-2.0-or-later
//
// A printed name as a row of words, each with what it can be, before their order is judged.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

enum class NameWordKind : std::uint8_t {
    word,
    initial,         ///< "И.", "Yu.", "Ж.-П.": with its full stops, whatever was printed.
    particle,        ///< "van", "de", "ибн", in any case.
    suffix,          ///< "Jr.", "III", "мл."
    patronymic_mark, ///< "оглы", "кызы", "ogly": belongs to the name before it.
    joint,           ///< A lower-case letter between two parts of a family name: Ortega y Gasset.
    comma
};

struct NameWord {
    std::string text;
    NameWordKind kind = NameWordKind::word;
    bool capitals = false; ///< Two letters or more, all capitals, in a name that is not.

    friend bool operator==(const NameWord&, const NameWord&) = default;
};

/// The name without what is printed around it: affiliation marks and digits, remarks in brackets, titles and degrees,
/// "et al.", blanks and full stops at the ends. A blank stands between initials that were glued to each other or to a
/// word ("КовтунS.N."), and letters of the other script that look alike are repaired.
std::string bare_name(std::string_view printed);

/// The words and commas of a bare name. Capitals without full stops are initials where other words are written small
/// ("Danilin IV").
std::vector<NameWord> split_name(std::string_view bare);

/// Whether a word is of kind `word` wherever it stands in a name, no title, and does not begin "et al.".
bool is_ordinary_word(const std::string& word);

} // namespace annota
