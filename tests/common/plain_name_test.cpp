// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/plain_name.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace annota {
namespace {

/// Family | given names, separated by blanks; empty for a name that is not plain.
std::string plain_text(std::string_view printed) {
    const std::optional<PersonName> name = read_plain_name(printed);
    if (!name) return {};
    std::string text = name->family + " |";
    for (const std::string& given : name->given) text += " " + given;
    return text + name->suffix;
}

template <std::size_t N> std::string_view pick(std::mt19937& random, const std::array<std::string_view, N>& parts) {
    return parts[random() % N];
}

/// Initials, a word, initials, with and without blanks; each may be missing or be something else.
std::string random_name(std::mt19937& random) {
    constexpr std::array<std::string_view, 10> kInitials{"",     "",      "J.", "A.J.", "X. Y.",
                                                         "И.В.", "Ё. И.", "И",  "Yu.",  "y"};
    constexpr std::array<std::string_view, 3> kBlanks{" ", " ", ""};
    constexpr std::array<std::string_view, 26> kWords{
        "Smith", "Li",  "Xu",       "Данилин", "Ёлкин",  "Королёв", "Ли",   "Van", "Prof",
        "Prof.", "Jr.", "Ir.",      "Оглы",    "Ogly",   "Della",   "Мл.",  "Et",  "al.",
        "Al",    "Dr.", "Institut", "IV",      "McBain", "-",       "Союз", "Др"};
    std::string name(pick(random, kInitials));
    name.append(pick(random, kBlanks)).append(pick(random, kWords));
    return name.append(pick(random, kBlanks)).append(pick(random, kInitials));
}

} // namespace

TEST_CASE("names of a word and initials", "[name]") {
    CHECK(plain_text("Данилин И.В.") == "Данилин | И. В.");
    CHECK(plain_text("Данилин И. В.") == "Данилин | И. В.");
    CHECK(plain_text("J.A. Smith") == "Smith | J. A.");
    CHECK(plain_text("J.Smith") == "Smith | J.");
    for (const char* const other : {"", "Smith", "Smith J", "J. Smith A.", "Van J.", "Prof J.", "Smith J. ", "SmithJ.",
                                    "Данилин J.", "SMITH J.", "smith J.", "Smith, J.", "J.  Smith", "J."})
        CHECK(plain_text(other).empty());
}

TEST_CASE("plain names are read as all names are", "[name]") {
    std::mt19937 random(4);
    int plain = 0;
    for (int round = 0; round < 50000; ++round) {
        const std::string printed = random_name(random);
        const std::optional<PersonName> name = read_plain_name(printed);
        if (!name) continue;
        CAPTURE(printed);
        REQUIRE(*name == parse_name(printed + "*")); // a footnote's mark, which is read over, but is not plain
        ++plain;
    }
    CHECK(plain > 500);
}

} // namespace annota
