// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/author_forms.h"

#include "common/given_parts.h"
#include "common/name.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota {

namespace {

FacetValue packed_forms(const std::string& name, const std::vector<std::string>& names = {}) {
    NameKeyCache cache;
    return pack_forms({name, names, {}, {}}, cache);
}

std::vector<AuthorForm> forms_of(const FacetValue& author) {
    return unpack_forms(author.key, author.value);
}

std::string key_of(const std::string& printed) {
    return name_key(parse_name(printed));
}

} // namespace

TEST_CASE("forms come back as they were packed") {
    const FacetValue packed = packed_forms("Данилин И.В.", {"Danilin Ivan", "Данилин И.В.", "Danilin\tI.\nV."});
    const std::vector<AuthorForm> forms = unpack_forms(packed.key, packed.value);
    REQUIRE(forms.size() == 3);
    CHECK(forms[0] == AuthorForm{"danilin,i,v", "Данилин И.В."});
    CHECK(forms[1] == AuthorForm{"danilin,ivan", "Danilin Ivan"});
    CHECK(forms[2].printed == "Danilin I. V.");
    CHECK(fullest_form(forms).key == "danilin,ivan");
    CHECK(fullest_name_key({"Данилин И.В.", {"Danilin Ivan"}, {}, {}}) == "danilin,ivan");
    CHECK(packed.key == "danilin,ivan");
    const FacetValue single = packed_forms("Данилин\tИ.В.");
    CHECK(single.value == "Данилин И.В.");
    CHECK(unpack_forms(single.key, single.value) == std::vector<AuthorForm>{{"danilin,i,v", "Данилин И.В."}});
    CHECK(has_both_scripts(forms));
    CHECK_FALSE(has_both_scripts(forms_of(packed_forms("Nosov P.", {"Nosov Pavel"}))));
    CHECK(unpack_forms("", "\t") == std::vector<AuthorForm>{{"", ""}});
}

TEST_CASE("two forms of one author teach a spelling where most of the family name is alike") {
    struct Row {
        std::string one, other;
        bool teach;
    };
    const std::vector<Row> rows{
        {"Хоссейн М.А.", "Hossain M.A.", true},
        {"Шевелев Д.В.", "Shevielov D.V.", true},
        {"Батайне О.В.", "Batayneh O.W.", true},
        {"Данилин И.В.", "Danilin Ivan", false}, // one key already
        {"Иванов А.", "Petrov A.", false},
        {"Хоссейн М.А.", "Hossain B.", false}, // two lists of authors in different order
        {"Хоссейн", "Hossain", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.one, row.other);
        CHECK(teach_spelling(key_of(row.one), key_of(row.other)) == row.teach);
        CHECK(teach_spelling(key_of(row.other), key_of(row.one)) == row.teach);
        if (row.teach) CHECK(may_teach(packed_forms(row.one, {row.other}).value));
    }
    CHECK_FALSE(may_teach(packed_forms("Данилин И.В.", {"Danilin Ivan"}).value));
}

TEST_CASE("given names of all forms together") {
    const auto given = [](const std::string& name, const std::vector<std::string>& names = {}) {
        return GivenParts(forms_of(packed_forms(name, names)));
    };
    CHECK(given("Данилин И.В.", {"Danilin Ivan"}).text() == "ivan,v");
    CHECK(given("Danilin").text().empty());
    CHECK(given("Иванов П.", {"Ivanov Boris"}).text() == "boris|p"); // a misprint stays visible
    struct Row {
        std::string one, other;
        bool agree;
    };
    const std::vector<Row> rows{
        {"Иванов А.П.", "Ivanov Andrey", true},     {"Иванов А.П.", "Ivanov A.", true},
        {"Иванов А.П.", "Ivanov A.S.", false},      {"Иванов А.П.", "Ivanov", true},
        {"Иванов Андрей", "Иванов Алексей", false}, {"Иванов Е.", "Ivanov Y.", true},
        {"Козлов В.Ю.", "Козлов В.Я.", false},      {"Козлов В.Я.", "Kozlov Viktor Yu.", false},
        {"Козлов В.Ю.", "Козлов В.И.", false},      {"Козлов В.Ю.", "Kozlov V. Yu.", true},
        {"Козлов В.Ю.", "Kozlov V.Y.", true},       {"Козлов В.Ю.", "Kozlov V.I.", true},
        {"Козлов Ю.", "Kozlov Yuri", true},         {"Козлов Я.", "Kozlov Yuri", false},
        {"Козлов Я.", "Kozlov Yakov", true},        {"Козлов И.", "Kozlov Yakov", false},
        {"Козлов И.", "Kozlov Igor", true},         {"Козлов С.", "Козлов Ш.", false},
        {"Козлов Ш.", "Kozlov S.", true},           {"Козлов Ш.", "Kozlov Shamil", true},
        {"Козлов С.", "Kozlov Shamil", false},      {"Козлов Ж.", "Kozlov Zh.", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.one, row.other);
        CHECK(given(row.one).agree(given(row.other)) == row.agree);
        CHECK(given(row.other).agree(given(row.one)) == row.agree);
    }
    CHECK(given("Козлов В.Ю.", {"Kozlov V.Y."}).text() == "v,iu."); // one of the two says more
    // A name written out takes the place of its initial, so that it meets no other of the same letter.
    CHECK_FALSE(given("Иванов А.П.", {"Ivanov Andrey"}).agree(given("Иванов Алексей")));
}

} // namespace annota
