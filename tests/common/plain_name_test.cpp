// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/name.h"
#include "common/plain_name.h"

#include <catch2/catch.hpp>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace annota {
namespace {

/// The words with a bar between them, initials in brackets; empty for a name that is not plain.
std::string plain_text(std::string_view printed) {
    const std::optional<std::vector<NameWord>> words = read_plain_name(printed);
    std::string text;
    for (const NameWord& word : words.value_or(std::vector<NameWord>{})) {
        text += text.empty() ? "" : "|";
        text += word.kind == NameWordKind::initial ? "(" + word.text + ")" : word.text;
    }
    return text;
}

template <std::size_t N> std::string_view pick(std::mt19937& random, const std::array<std::string_view, N>& parts) {
    return parts[random() % N];
}

/// One to five words and initials, most of them with blanks between.
std::string random_name(std::mt19937& random) {
    constexpr std::array<std::string_view, 11> kInitials{"J.", "A.J.", "X. Y.", "И.В.", "Ё. И.", "И",
                                                         "J.", "A.",   "И.",    "Yu.",  "y"};
    constexpr std::array<std::string_view, 8> kBlanks{" ", " ", " ", " ", " ", " ", "  ", ""};
    constexpr std::array<std::string_view, 45> kWords{
        "Smith", "Li",    "Xu",        "Данилин",   "Ёлкин",  "Королёв",  "Ли",      "Van",  "Prof",
        "Prof.", "Jr.",   "Ir.",       "Оглы",      "Ogly",   "Della",    "Мл.",     "Et",   "al.",
        "Al",    "Dr.",   "Institut",  "IV",        "McBain", "-",        "Союз",    "Др",   "Alan",
        "John",  "Mary",  "Ivan",      "Petrov",    "Иван",   "Петрович", "Петров",  "Анна", "III",
        "Wei",   "Zhang", "Ivanovich", "Alexander", "Martin", "George",   "Academy", "Ван",  "Фонд"};
    std::string name;
    for (std::size_t left = 1 + random() % 4; left > 0; --left) {
        if (random() % 4 == 0) name.append(pick(random, kInitials)).append(pick(random, kBlanks));
        name.append(pick(random, kWords));
        if (left > 1) name.append(pick(random, kBlanks));
        if (random() % 6 == 0) name.append(pick(random, kBlanks)).append(pick(random, kInitials));
    }
    return name;
}

} // namespace

TEST_CASE("names of words and initials", "[name]") {
    CHECK(plain_text("Данилин И.В.") == "Данилин|(И.)|(В.)");
    CHECK(plain_text("Данилин И. В.") == "Данилин|(И.)|(В.)");
    CHECK(plain_text("J.A. Smith") == "(J.)|(A.)|Smith");
    CHECK(plain_text("J.Smith") == "(J.)|Smith");
    CHECK(plain_text("Smith") == "Smith");
    CHECK(plain_text("John A. Smith") == "John|(A.)|Smith");
    CHECK(plain_text("Данилин Иван Владимирович") == "Данилин|Иван|Владимирович");
    for (const char* const other :
         {"", " ", "Smith J", "Van J.", "Prof J.", "Smith J. ", "SmithJ.", "Данилин J.", "Данилин John", "SMITH J.",
          "smith J.", "Smith, J.", "J.  Smith", "John Smith ", "Smith University", "Smith Et Alan", "Фонд А."})
        CHECK(plain_text(other).empty());
}

TEST_CASE("plain names are read as all names are", "[name]") {
    std::mt19937 random(4);
    int plain = 0;
    for (int round = 0; round < 100000; ++round) {
        const std::string printed = random_name(random);
        if (!read_plain_name(printed)) continue;
        CAPTURE(printed);
        REQUIRE(parse_name(printed) ==
                parse_name(printed + "*")); // a footnote's mark, which is read over, but is not plain
        ++plain;
    }
    CHECK(plain > 5000);
}

} // namespace annota
