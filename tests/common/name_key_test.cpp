// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/name.h"

#include "common/given_names.h"

#include <catch2/catch.hpp>

#include <array>
#include <string>

namespace annota {
namespace {

std::string key_of(std::string_view printed) {
    return name_key(parse_name(printed));
}

} // namespace

TEST_CASE("The key of a name is its family key and one key for each given name") {
    struct KeyRow {
        std::string_view printed;
        std::string_view key;
    };
    constexpr std::array<KeyRow, 18> kRows{{
        {"Данилин И.В.", "danilin,i,v"},
        {"I.V. Danilin", "danilin,i,v"},
        {"Danilin Ivan", "danilin,ivan"},
        {"Данилин Иван Владимирович", "danilin,ivan,vladimirovich"},
        {"Кондратьев", "kondratev"},
        {"Юрьев Ю.С.", "iurev,i,s"},
        {"Yuriev Yu.S.", "iurev,i,s"},
        {"Y. Yuriev", "iurev,y"},
        {"Шамиль Х.", "shamil,h"},
        {"Shamil Kh.", "shamil,h"},
        {"Ж.-П. Серр", "ser,z,p"},
        {"Серр Жан-Поль", "ser,zhan,pol"},
        {"Alexander Savushkin", "savushkin,aleksandr"},
        {"Савушкин Александр", "savushkin,aleksandr"},
        {"Ludwig van Beethoven", "vanbeetoven,ludvig"},
        {"Иванов-Петров И.", "ivanovpetrov,i"},
        {"King, Martin, Jr.", "king,martin"},
        {"余敏", "余敏"},
    }};
    for (const KeyRow& row : kRows) {
        CAPTURE(row.printed);
        CHECK(key_of(row.printed) == row.key);
    }
    CHECK(name_key(PersonName{}).empty());
}

TEST_CASE("Forms of one person agree, those of two do not") {
    constexpr std::array<std::string_view, 7> kForms{"Данилин И.В.", "И. В. Данилин", "Данилин Иван Владимирович",
                                                     "Danilin Ivan", "I. Danilin",    "Danilin I.V.",
                                                     "Danilin"};
    for (const std::string_view a : kForms) {
        for (const std::string_view b : kForms) {
            CAPTURE(a, b);
            CHECK(compatible_names(key_of(a), key_of(b)));
        }
    }
    constexpr std::array<std::array<std::string_view, 2>, 11> kAgree{{
        {"Юрьев Юрий", "Yuriev Y."},
        {"Егоров Евгений", "Egorov Y."},
        {"Егоров Евгений", "Egorov Eugene"},
        {"Иванова Елена", "Ivanova J."},
        {"John Smith", "Smith J."},
        {"Charles Brown", "Brown C."},
        {"Carl Brown", "Brown C."},
        {"Шор Жан", "Shor J."},
        {"Хованский Х.", "Khovanskii Kh."},
        {"Иосиф Бродский", "Бродский И."},
        {"Αλέξης Γ.", "Γεώργιος Αλέξης"},
    }};
    for (const auto& [a, b] : kAgree) {
        CAPTURE(a, b, key_of(a), key_of(b));
        CHECK(compatible_names(key_of(a), key_of(b)));
        CHECK(compatible_names(key_of(b), key_of(a)));
    }
    constexpr std::array<std::array<std::string_view, 2>, 8> kDiffer{{
        {"Данилин И.В.", "Данилов И.В."},
        {"Данилин И.В.", "Данилин И.С."},
        {"Данилин И.В.", "Данилин С."},
        {"Данилин Иван", "Данилин Игорь"},
        {"Иванов И.", "Иванов Евгений"},
        {"Данилин Иван В.", "Danilin Ivan S."},
        {"Πέτρου Γ.", "Πέτρου Δ."},
        {"Wu T.", "Vu T."},
    }};
    for (const auto& [a, b] : kDiffer) {
        CAPTURE(a, b, key_of(a), key_of(b));
        CHECK_FALSE(compatible_names(key_of(a), key_of(b)));
        CHECK_FALSE(compatible_names(key_of(b), key_of(a)));
    }
}

TEST_CASE("Given names are known in either script, and of which language") {
    for (const std::string_view name : {"Иван", "Ivan", "Yuri", "Юрий", "Іван", "Iurii", "Наталия", "Natalya", "Ksenia",
                                        "Xenia", "Dmitry", "Dmitrii"}) {
        CAPTURE(name);
        CHECK(find_given_name(script_free_key(name)) == GivenName::russian);
    }
    for (const std::string_view name : {"Brian", "Martin", "Robert", "Роберт", "Alexander", "Michael"}) {
        CAPTURE(name);
        CHECK(find_given_name(script_free_key(name)) == GivenName::common);
    }
    for (const std::string_view name : {"Danilin", "Данилин", "Zhang", "", "i"}) {
        CAPTURE(name);
        CHECK(find_given_name(script_free_key(name)) == GivenName::unknown);
    }
    CHECK(canonical_given_name(script_free_key("Michael")) == script_free_key("Михаил"));
    CHECK(canonical_given_name("brian") == "brian");
    for (const std::string_view name : {"Владимирович", "Yurevich", "Юрьевна", "Никитична", "Ильич"})
        CHECK(is_patronymic(script_free_key(name)));
    for (const std::string_view name : {"Данилин", "Мицкевиц", "Вич", "Smith"})
        CHECK_FALSE(is_patronymic(script_free_key(name)));
}

} // namespace annota
