// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/author_list.h"

#include "common/name.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace annota {

namespace {

std::vector<Author> authors_named(const std::vector<std::string>& names) {
    std::vector<Author> authors;
    authors.reserve(names.size());
    for (const std::string& name : names) authors.push_back({name, {}, {}, {}});
    return authors;
}

/// "name=form/form; name".
std::string print(const std::vector<Author>& authors) {
    std::string text;
    for (const Author& author : authors) {
        text += (text.empty() ? "" : "; ") + author.name;
        for (std::size_t i = 0; i < author.names.size(); ++i) text += (i == 0 ? "=" : "/") + author.names[i];
    }
    return text;
}

} // namespace

TEST_CASE("names are normalised where nothing is lost") {
    struct Row {
        std::string printed;
        std::string name;
    };
    const std::vector<Row> rows{
        {"Данилин И.В.", "Данилин И.В."},  {"  Danilin   Ivan ", "Danilin Ivan"}, {"И.В. Данилин", "Данилин И.В."},
        {"Данилин И. В.", "Данилин И.В."}, {"I. Danilin", "Danilin I."},          {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.printed);
        CHECK(normalise_name(row.printed) == row.name);
    }
    const std::string text(100000, 'a');
    CHECK(normalise_name(text) == text);
}

TEST_CASE("normalising a name is stable and keeps who is meant") {
    for (const std::string_view printed :
         {"Danilin, Ivan", "Danilin Ivan", "Ivan Danilin", "Kim Lee", "Lee, Kim", "de la Cruz, Juan", "ИВАНОВ И.И.",
          "КовтунS.N.", "Голубев С.С.1", "Smith, John, Jr.", "X", "1", ",", ". .", "Институт проблем информатики РАН",
          "\xE2\x80\x99"}) {
        CAPTURE(printed);
        const std::string name = normalise_name(printed);
        CHECK(normalise_name(name) == name);
        CHECK(parse_name(name).family == parse_name(printed).family);
    }
}

TEST_CASE("forms find their authors") {
    struct Row {
        std::vector<std::string> authors;
        std::vector<std::string> forms;
        std::string expected;
        std::size_t left;
    };
    const std::vector<Row> rows{
        {{"Данилин И.В."}, {"Danilin Ivan"}, "Данилин И.В.=Danilin Ivan", 0},
        {{"Данилин И.В."}, {"Данилин И.В."}, "Данилин И.В.", 0},
        {{"Яров А.", "Бунин В."}, {"Bunin V.", "Yarov A."}, "Яров А.=Yarov A.; Бунин В.=Bunin V.", 0},
        {{"Смит Дж.", "Бунин В."}, {"Bunin V.", "Smyth J."}, "Смит Дж.=Smyth J.; Бунин В.=Bunin V.", 0},
        {{"Бунин А.", "Бунин В."}, {"Bunin A.", "Bunin V."}, "Бунин А.=Bunin A.; Бунин В.=Bunin V.", 0},
        {{"Бунин А.", "Бунин В."}, {"Bunin A."}, "Бунин А.; Бунин В.", 1},
        {{"Яров А.", "Бунин В."}, {"Bunin V."}, "Яров А.; Бунин В.=Bunin V.", 0},
        {{"Яров А."}, {"Yarov Qwerty", "Brown K."}, "Яров А.=Yarov Qwerty", 1},
        {{"Яров А."}, {"Qwerty Yarov", "Brown K."}, "Яров А.=Qwerty Yarov", 1},
        {{"Яров А."}, {"Smyth J.", "Brown K."}, "Яров А.", 2},
        {{}, {"Smyth J."}, "", 1},
        {{"Яров А."}, {}, "Яров А.", 0},
    };
    for (const Row& row : rows) {
        std::vector<Author> authors = authors_named(row.authors);
        CAPTURE(print(authors), row.forms);
        CHECK(attach_name_forms(authors, row.forms) == row.left);
        CHECK(print(authors) == row.expected);
    }
}

TEST_CASE("forms in any order reach the authors of their family names") {
    const std::vector<std::string> russian{"Данилин И.", "Петров П.",  "Бунин В.",
                                           "Смирнов А.", "Лебедев О.", "Козлов Н."};
    const std::vector<std::string> latin{"Danilin I.", "Petrov P.",  "Bunin V.",
                                         "Smirnov A.", "Lebedev O.", "Kozlov N."};
    std::mt19937 random(7);
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    for (int round = 0; round < 100; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        const std::size_t count = 1 + random() % order.size();
        std::vector<std::string> forms;
        for (std::size_t i = 0; i < count; ++i) forms.push_back(latin[order[i]]);
        std::vector<Author> authors = authors_named(russian);
        CAPTURE(forms);
        CHECK(attach_name_forms(authors, forms) == 0);
        for (std::size_t i = 0; i < russian.size(); ++i) {
            const bool given = std::find(forms.begin(), forms.end(), latin[i]) != forms.end();
            CHECK(authors[i].names == (given ? std::vector{latin[i]} : std::vector<std::string>{}));
        }
    }
}

} // namespace annota
