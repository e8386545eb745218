// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/name.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <string>

namespace annota {
namespace {

/// `parsed`: "family | given | given / suffix".
struct NameRow {
    std::string_view printed;
    std::string_view parsed;
};

std::string parsed_text(const PersonName& name) {
    std::string text = name.family;
    for (const std::string& given : name.given) text += " | " + given;
    return name.suffix.empty() ? text : text + " / " + name.suffix;
}

template <std::size_t N> void check_rows(const std::array<NameRow, N>& rows) {
    for (const NameRow& row : rows) {
        CAPTURE(row.printed);
        CHECK(parsed_text(parse_name(row.printed)) == row.parsed);
    }
}

} // namespace

TEST_CASE("Initials decide the order of a name") {
    check_rows(std::array<NameRow, 29>{{
        {"Данилин И.В.", "Данилин | И. | В."},
        {"И.В. Данилин", "Данилин | И. | В."},
        {"И. В. Данилин", "Данилин | И. | В."},
        {"Данилин\u00A0И. В.", "Данилин | И. | В."},
        {"Данилин И.В", "Данилин | И. | В."},
        {"Danilin I.V.", "Danilin | I. | V."},
        {"I. Danilin", "Danilin | I."},
        {"Salitskaya E.", "Salitskaya | E."},
        {"M. Chertkov", "Chertkov | M."},
        {"J Neuman", "Neuman | J."},
        {"William J Buchanan", "Buchanan | William | J."},
        {"Scott D. Kominers", "Kominers | Scott | D."},
        {"Alexander Yu. Savushkin", "Savushkin | Alexander | Yu."},
        {"Abramov Aleksandr N.", "Abramov | Aleksandr | N."},
        {"Боголюбова Анна С.", "Боголюбова | Анна | С."},
        {"M. Lisa Manning", "Manning | M. | Lisa"},
        {"A. López García", "López García | A."},
        {"Garcia Marquez G.", "Garcia Marquez | G."},
        {"Shadrin A.Yu.", "Shadrin | A. | Yu."},
        {"Юргина Ж.В.", "Юргина | Ж. | В."},
        {"Дж. Смит", "Смит | Дж."},
        {"Shchukin Shch. A.", "Shchukin | Shch. | A."},
        {"Ж.-П. Серр", "Серр | Ж.-П."},
        {"J. -P. Serre", "Serre | J.-P."},
        {"Serre J-P", "Serre | J.-P."},
        {"DJ Strouse", "Strouse | D. | J."},
        {"AJ. Vargas", "Vargas | A. | J."},
        {"ИВ Данилин", "Данилин | И. | В."},
        {"Danilin IV", "Danilin | I. | V."},
    }});
}

TEST_CASE("Patronymics, given names and endings decide where all is written out") {
    check_rows(std::array<NameRow, 26>{{
        {"Данилин Иван Владимирович", "Данилин | Иван | Владимирович"},
        {"Иван Владимирович Данилин", "Данилин | Иван | Владимирович"},
        {"Abalkina Irina Leonidovna", "Abalkina | Irina | Leonidovna"},
        {"Чайковский Пётр Ильич", "Чайковский | Пётр | Ильич"},
        {"Абрамович Роман Аркадьевич", "Абрамович | Роман | Аркадьевич"},
        {"Иван Петрович Янович", "Янович | Иван | Петрович"},
        {"Мамедов Ариф Гасан оглы", "Мамедов | Ариф | Гасан оглы"},
        {"Алиева Лейла Али кызы", "Алиева | Лейла | Али кызы"},
        {"Danilin Ivan", "Danilin | Ivan"},
        {"Ivan Danilin", "Danilin | Ivan"},
        {"Kondrat’ev Vladimir", "Kondrat’ev | Vladimir"},
        {"Adno Yuri", "Adno | Yuri"},
        {"Rustamova Leili", "Rustamova | Leili"},
        {"Sheliubskaya Nataliya", "Sheliubskaya | Nataliya"},
        {"Brian Smith", "Smith | Brian"},
        {"Taiki Todo", "Todo | Taiki"},
        {"Youssef Hamadi", "Hamadi | Youssef"},
        {"Пушкин Александр", "Пушкин | Александр"},
        {"Александр Пушкин", "Пушкин | Александр"},
        {"Лилия Илиева", "Илиева | Лилия"},
        {"Баатар Туул", "Баатар | Туул"},
        {"Абед Акрам Хамзах", "Абед | Акрам | Хамзах"},
        {"Syamal Kumar Dana", "Dana | Syamal | Kumar"},
        {"Jean-Paul Sartre", "Sartre | Jean-Paul"},
        {"Shuji MATSUMOTO", "MATSUMOTO | Shuji"},
        {"MATSUMOTO Shuji", "MATSUMOTO | Shuji"},
    }});
}

TEST_CASE("Commas, suffixes and particles") {
    check_rows(std::array<NameRow, 26>{{
        {"Данилин, Иван Владимирович", "Данилин | Иван | Владимирович"},
        {"Иванников, В. А.", "Иванников | В. | А."},
        {"Тотоманова, Анна-Мария.", "Тотоманова | Анна-Мария"},
        {"Ангелов, Боню Ст.", "Ангелов | Боню | Ст."},
        {"Smith, JA", "Smith | J. | A."},
        {"LEE, Min Ho", "LEE | Min | Ho"},
        {"King, Martin Luther, Jr.", "King | Martin | Luther / Jr."},
        {"King, Jr., Martin", "King | Martin / Jr."},
        {"Martin Luther King, Jr.", "King | Martin | Luther / Jr."},
        {"John Smith III", "Smith | John / III"},
        {"Smith JA III", "Smith | J. | A. / III"},
        {"Danilin II", "Danilin | I. | I."},
        {"Иванов И.И. мл.", "Иванов | И. | И. / мл."},
        {"Juan de la Cruz", "de la Cruz | Juan"},
        {"de la Cruz, Juan", "de la Cruz | Juan"},
        {"Beethoven, Ludwig van", "van Beethoven | Ludwig"},
        {"Ludwig van Beethoven", "van Beethoven | Ludwig"},
        {"van der Waals J.D.", "van der Waals | J. | D."},
        {"A. van der Avoird", "van der Avoird | A."},
        {"Garcia de la Cruz J.", "Garcia de la Cruz | J."},
        {"Ван ден Эйнде Герт", "Ван ден Эйнде | Герт"},
        {"Ибн Сина", "Ибн Сина"},
        {"Ben Smith", "Smith | Ben"},
        {"Das SK", "Das | S. | K."},
        {"José Ortega y Gasset", "Ortega y Gasset | José"},
        {"D' Aspremont, Alexandre", "D'Aspremont | Alexandre"},
    }});
}

TEST_CASE("What is printed around a name is taken off") {
    check_rows(std::array<NameRow, 20>{{
        {"Голубев С.С.1", "Голубев | С. | С."},
        {"Голубев1 С.С.", "Голубев | С. | С."},
        {"Голубев С.С.1,2*", "Голубев | С. | С."},
        {"Smith J.A.†‡", "Smith | J. | A."},
        {"John Smith¹", "Smith | John"},
        {"  Danilin   I.V. ,", "Danilin | I. | V."},
        {"Danilin I.V.;", "Danilin | I. | V."},
        {"КовтунS.N.", "Ковтун | S. | N."},
        {"КовтунС.Н.", "Ковтун | С. | Н."},
        {"С.С.Голубев", "Голубев | С. | С."},
        {"BalashevskyАS", "Balashevsky | A. | S."}, // А is Cyrillic
        {"Shutikov А.V.", "Shutikov | A. | V."},
        {"Иванoв И.И.", "Иванов | И. | И."}, // o is Latin
        {"Prof. Hamid Tarek", "Tarek | Hamid"},
        {"проф. Иванов И.И.", "Иванов | И. | И."},
        {"Smith J.A., PhD", "Smith | J. | A."},
        {"Радаев В. В. (сост. и науч. ред.)", "Радаев | В. | В."},
        {"Иванов И.И. и др.", "Иванов | И. | И."},
        {"Smith J. et al.", "Smith | J."},
        {"Wenhai Liu.", "Liu | Wenhai"},
    }});
}

TEST_CASE("A single word, an organisation and other scripts are family names whole") {
    for (const std::string_view whole :
         {"Кондратьев", "O'Neil", "余敏", "Министерство науки и высшего образования", "CMS Collaboration",
          "the NA62 Collaboration", "JET EFDA contributors", "Институт мировой экономики", "Qweak Collaboration",
          "University of Oxford", "ООО Ромашка"}) {
        CAPTURE(whole);
        CHECK(parse_name(whole) == PersonName{std::string(whole), {}, ""});
    }
    CHECK(parse_name("CMS Collaboration2").family == "CMS Collaboration");
    CHECK(parse_name("").empty());
    CHECK(parsed_text(parse_name("Союз А.Н.")) == "Союз | А. | Н.");
    CHECK(parsed_text(parse_name("Παπαδόπουλος Γ.")) == "Παπαδόπουλος | Γ.");
}

TEST_CASE("Names are shown family name first") {
    constexpr std::array<NameRow, 10> kRows{{
        {"И. В. Данилин", "Данилин И.В."},
        {"Danilin IV", "Danilin I.V."},
        {"Ivan Danilin", "Danilin Ivan"},
        {"Данилин, Иван Владимирович", "Данилин Иван Владимирович"},
        {"Scott D. Kominers", "Kominers Scott D."},
        {"J. -P. Serre", "Serre J.-P."},
        {"Kondrat’ev  V.", "Kondrat’ev V."},
        {"M. Lisa Manning", "Manning M. Lisa"},
        {"King, Martin, Jr.", "King Martin Jr."},
        {"CMS Collaboration", "CMS Collaboration"},
    }};
    for (const NameRow& row : kRows) {
        CAPTURE(row.printed);
        CHECK(display_name(parse_name(row.printed)) == row.parsed);
    }
}

namespace {

struct Person {
    std::string family;
    std::string given;
    std::string patronymic;
};

/// F, G and P in a pattern stand for the names, g and p for the initials.
std::string fill(std::string_view pattern, const Person& person) {
    std::string out;
    for (const char c : pattern) {
        switch (c) {
        case 'F': out += person.family; break;
        case 'G': out += person.given; break;
        case 'P': out += person.patronymic; break;
        case 'g': out += person.given.substr(0, 2) + "."; break;
        case 'p': out += person.patronymic.substr(0, 2) + "."; break;
        default: out.push_back(c);
        }
    }
    return out;
}

} // namespace

TEST_CASE("Every way of printing a Russian name gives the same parts") {
    constexpr std::array<std::string_view, 6> kFamilies{"Данилин",  "Кондратьева", "Щербак",
                                                        "Чубарьян", "Ильин",       "Римский-Корсаков"};
    constexpr std::array<std::string_view, 4> kGiven{"Иван", "Юлия", "Яков", "Ольга"};
    constexpr std::array<std::string_view, 3> kPatronymics{"Владимирович", "Юрьевна", "Ильич"};
    for (const std::string_view family : kFamilies) {
        for (const std::string_view given : kGiven) {
            for (const std::string_view patronymic : kPatronymics) {
                const Person person{std::string(family), std::string(given), std::string(patronymic)};
                for (const std::string_view pattern :
                     {"F gp", "g p F", "gp F", "F, g p", "Fgp", "gpF", "F gp2*", "F g p,"}) {
                    CAPTURE(fill(pattern, person));
                    CHECK(parsed_text(parse_name(fill(pattern, person))) == fill("F | g | p", person));
                    CHECK(display_name(parse_name(fill(pattern, person))) == fill("F gp", person));
                }
                for (const std::string_view pattern : {"F G P", "G P F", "F, G P"}) {
                    CAPTURE(fill(pattern, person));
                    CHECK(parsed_text(parse_name(fill(pattern, person))) == fill("F | G | P", person));
                    CHECK(display_name(parse_name(fill(pattern, person))) == fill("F G P", person));
                }
            }
        }
    }
}

TEST_CASE("No text is too strange for a name") {
    constexpr std::array<std::string_view, 22> kPieces{" ", ".",  ",",   "-",  "'",   "И",   "в",    "A",
                                                       "b", "И.", "van", "de", "Jr.", "III", "оглы", "y",
                                                       "1", "*",  "(",   ")",  "и",   "\xD0"};
    std::mt19937 random(5);
    std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
    for (int i = 0; i < 20000; ++i) {
        std::string printed;
        for (std::size_t n = piece(random) % 9; n > 0; --n) printed += kPieces[piece(random)];
        CAPTURE(printed);
        const PersonName name = parse_name(printed);
        CHECK(name.empty() == (printed.find_first_not_of(' ') == std::string::npos));
        for (const std::string& given : name.given) CHECK_FALSE(given.empty());
        CHECK(name_key(name).find(' ') == std::string::npos);
    }
}

} // namespace annota
