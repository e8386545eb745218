// SPDX-License-Identifier: GPL-2.0-or-later
//
// Twenty kinds of queries that engines for other languages answer wrongly: each finds what it says and nothing else, as
// a case and over generated instances that stand in one index, where every instance is a near miss of all the others.

#include "tests/searcher/instance.h"

#include <catch2/catch.hpp>

#include <array>
#include <functional>
#include <utility>

namespace annota {
namespace {

constexpr std::size_t kInstances = 24;

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string decomposed(std::string text) {
    const std::array<std::pair<std::string_view, std::string_view>, 4> letters{
        {{"й", "и\u0306"}, {"ё", "е\u0308"}, {"é", "e\u0301"}, {"ü", "u\u0308"}}};
    for (const auto& [composed, parts] : letters) text = replaced(std::move(text), composed, parts);
    return text;
}

/// The beginning of a made-up word, another one for each number below 1000.
std::string beginning(const std::array<std::string_view, 10>& syllables, std::size_t number) {
    return std::string(syllables[number / 100 % 10]).append(syllables[number / 10 % 10]).append(syllables[number % 10]);
}

std::string russian(std::size_t number) {
    return beginning({"ба", "ло", "ги", "ру", "нэ", "фи", "зы", "дя", "жо", "цу"}, number);
}

std::string latin(std::size_t number) {
    return beginning({"ba", "lo", "gi", "ru", "ne", "fi", "zu", "da", "vo", "qua"}, number);
}

std::string capital_russian(std::size_t number) {
    return beginning({"БА", "ЛО", "ГИ", "РУ", "НЭ", "ФИ", "ЗЫ", "ДЯ", "ЖО", "ЦУ"}, number);
}

/// A family name in both scripts.
std::string family(std::size_t number) {
    return beginning({"Ба", "Ло", "Ги", "Ру", "Ну", "Фи", "Зу", "До", "Во", "Ми"}, number * 100 % 1000)
        .substr(0, 4)
        .append(beginning({"ба", "ло", "ги", "ру", "ну", "фи", "зу", "до", "во", "ми"}, number));
}

std::string latin_family(std::size_t number) {
    return beginning({"Ba", "Lo", "Gi", "Ru", "Nu", "Fi", "Zu", "Do", "Vo", "Mi"}, number * 100 % 1000)
        .substr(0, 2)
        .append(beginning({"ba", "lo", "gi", "ru", "nu", "fi", "zu", "do", "vo", "mi"}, number));
}

constexpr std::size_t kStep = 37; // so that the syllables differ

std::vector<Instance> generated(const std::function<Instance(std::size_t number)>& instance) {
    std::vector<Instance> instances;
    for (std::size_t i = 0; i < kInstances; ++i) instances.push_back(instance(i * kStep));
    return instances;
}

/// Another letter for each instance.
char nth_letter(char first, std::size_t number) {
    return static_cast<char>(static_cast<std::size_t>(first) + number / kStep);
}

} // namespace

TEST_CASE("1 a word typed with е finds ё", "[twenty]") {
    check({{{"актер"}, {"Актёр театра", "О правах АКТЁРОВ"}, {"Активы банка", "Акт о приёмке", "Театр"}}});
    check(generated([](std::size_t n) {
        const std::string word = russian(n);
        return Instance{{word + "лемп"}, {word + "лёмп"}, {word + "ломп", word + "лёмк"}};
    }));
}

TEST_CASE("2 a word typed with ё finds е", "[twenty]") {
    check({{{"ёмкости"}, {"Ёмкость рынка", "Емкость памяти"}, {"Емкий обзор", "Ёлки и палки"}}});
    check(generated([](std::size_t n) {
        const std::string word = russian(n);
        return Instance{{word + "лёмпа"}, {word + "лемп", word + "ЛЁМПЫ"}, {word + "люмп", word + "лемк"}};
    }));
}

TEST_CASE("3 a word finds its other inflections", "[twenty]") {
    check({{{"санкциями"},
            {"Санкции против страны", "Роль санкций"},
            {"Санкционные списки", "Санация банков", "Санкт-Петербург"}}});
    check(generated([](std::size_t n) {
        const std::string word = russian(n) + "мп";
        return Instance{
            {word + "ами"}, {word + "ы", "о " + word + "ах", word + "ой"}, {russian(n) + "мт", word + "ский"}};
    }));
}

TEST_CASE("4 a word printed with a letter of the other script is found", "[twenty]") {
    check({{{"conclusions"},
            {"Сonclusions of the study", "A conclusion"}, // the first with a Cyrillic С
            {"Exclusions from the rule", "Inclusion"}}});
    check(generated([](std::size_t n) {
        const std::string word = latin(n) + "mpt";
        return Instance{{"c" + word}, {"с" + word, "С" + word + "s", "c" + word}, {"b" + word, "o" + word, "о" + word}};
    }));
}

TEST_CASE("5 signs are part of a name", "[twenty]") {
    check({{{"C++", "с++"},
            {"Programming in C++", "Язык С++"}, // the last with a Cyrillic С
            {"The language C", "C# and .NET", "Vitamin C", "Objective-C", "C--", "A++"}}});
    check(generated([](std::size_t n) {
        const std::string letter(1, nth_letter('b', n));
        return Instance{{letter + "++"}, {"On " + letter + "++ code", letter + "++"}, {letter + "#", "On " + letter}};
    }));
}

TEST_CASE("6 a formula is found without its small digits", "[twenty]") {
    check({{{"H2O", "h2o"},
            {"Свойства H₂O", "H2O clusters", "Молекула Н₂О"},
            {"H2 and O2", "HO radicals", "H2O2 decomposition", "H 2 O", "H3O"}}});
    check(generated([](std::size_t n) {
        const std::string first = "Q" + std::string(1, nth_letter('A', n)) + "₂";
        const std::string plain = replaced(first, "₂", "2") + "Z";
        return Instance{{plain}, {first + "Z", plain + " crystals"}, {first, first + "Z₃", replaced(plain, "2", "4")}};
    }));
}

TEST_CASE("7 and 8 a family name in either script finds both", "[twenty]") {
    const Instance danilin{{"danilin", "данилин", "author:danilin", "автор:Данилин"},
                           {"Danilin Ivan", "Данилин И.В.", "I. Danilin"},
                           {"Данилина А.В.", "Danilov Ivan", "Danilkin I.", "Даниленко И.В."}};
    check({danilin}, with_author);
    check(generated([](std::size_t n) {
              const std::string name = family(n) + "лин";
              const std::string in_latin = latin_family(n) + "lin";
              return Instance{{name, in_latin, "author:" + in_latin},
                              {in_latin + " Ivan", name + " И.В."},
                              {name + "а А.В.", in_latin + "sky Ivan", family(n) + "лов И.В."}};
          }),
          with_author);
}

TEST_CASE("9 and 10 apostrophes of a name are all alike and may be left out", "[twenty]") {
    const Instance kondratev{{"Kondrat'ev", "kondratev", "Kondrat’ev", "кондратьев", "kondratyev"},
                             {"Kondrat’ev Vladimir", "Kondratʹev V.", "Кондратьев В.Б.", "Kondratiev V."},
                             {"Кондратюк П.", "Kondratova E.", "Kondrat V."}};
    check({kondratev}, with_author);
    check(generated([](std::size_t n) {
              const std::string name = latin_family(n);
              return Instance{{name + "t'ev", name + "tev", family(n) + "тьев"},
                              {name + "t’ev Vladimir", name + "tʹev V.", family(n) + "тьев В.Б."},
                              {name + "tov V.", name + "t V.", family(n) + "тюк П."}};
          }),
          with_author);
}

TEST_CASE("11 a composed query finds decomposed text", "[twenty]") {
    check({{{"майский"}, {decomposed("Майский день"), "майский"}, {"Маиский", "Маис"}},
           {{"résumé"}, {decomposed("Résumé"), "Résumé"}, {"Resin"}}});
    check(generated([](std::size_t n) {
        const std::string word = n % 2 == 0 ? russian(n) + "ймплёр" : latin(n) + "tréampül";
        const std::string other = n % 2 == 0 ? russian(n) + "имплёр" : latin(n) + "troampul";
        return Instance{{word}, {decomposed(word), "«" + decomposed(word) + "»", word}, {decomposed(other), other}};
    }));
}

TEST_CASE("12 two words find a hyphenated one", "[twenty]") {
    check({{{"научно техническое", "\"научно техническое\"", "научно-техническое"},
            {"Научно-техническое сотрудничество", "Научно техническая политика"},
            {"Научная политика", "Техническое развитие", "Научно-популярное издание"}}});
    check(generated([](std::size_t n) {
        const std::string left = russian(n) + "кло";
        const std::string right = russian(n + 1) + "мпное";
        const std::string hyphenated = capital_russian(n) + "КЛО-" + right;
        return Instance{{left + " " + right, "\"" + left + " " + right + "\""},
                        {hyphenated, left + "\u2011" + right + " обмен"},
                        {left, right, left + "-" + russian(n + 3) + "дно"}};
    }));
}

TEST_CASE("13 a word written as one finds a hyphenated one", "[twenty]") {
    check({{{"научнотехническое"},
            {"Научно-техническое сотрудничество", "Научнотехнический прогресс"},
            {"Научная и техническая политика", "Научно-популярное издание", "Техническое"}}});
    check(generated([](std::size_t n) {
        const std::string left = russian(n) + "кло";
        const std::string right = russian(n + 1) + "мпное";
        return Instance{{left + right},
                        {left + "-" + right, "О " + left + "\u2010" + right + " деле"},
                        {left + " и " + right, right + "-" + left, left}};
    }));
}

TEST_CASE("14 and 15 a beginning finds every word with it, be it shorter or longer than the stem", "[twenty]") {
    check({{{"астрофизич*", "астрофизическ*"},
            {"Астрофизические исследования", "астрофизический журнал", "Об астрофизическом"},
            {"Астрофизика", "Астрономические", "Физические", "Астрофизик"}},
           {{"гуманитарная*"}, {"Гуманитарная помощь"}, {"Гуманитарные вопросы", "Гуманитарий"}}});
    check(generated([](std::size_t n) {
        const std::string word = russian(n) + "физи";
        return Instance{{word + "ч*", word + "ческ*"},
                        {word + "ческий", "О " + word + "ческих делах", word + "ЧЕСКАЯ"},
                        {word + "ка", russian(n) + "нический", word}};
    }));
}

TEST_CASE("16 a phrase minds its function words", "[twenty]") {
    check({{{"\"Россия и Китай\""},
            {"Россия и Китай: диалог", "О России и Китае"},
            {"Россия или Китай", "Китай и Россия", "Россия, Индия и Китай", "Россия — Китай"}}});
    check(generated([](std::size_t n) {
        const std::string left = russian(n) + "мп";
        const std::string right = russian(n + 1) + "кт";
        return Instance{{"\"" + left + " и " + right + "\"", "«" + left + " и " + right + "»"},
                        {left + " и " + right, "О " + left + "ах и " + right + "ах"},
                        {left + " или " + right, right + " и " + left, left + " " + right}};
    }));
}

TEST_CASE("17 a word in capitals finds every other case", "[twenty]") {
    check({{{"КИТАЙ"}, {"Китай сегодня", "О КИТАЕ", "китаем"}, {"Китаист", "Кит", "Китайская стена"}}});
    check(generated([](std::size_t n) {
        return Instance{{capital_russian(n) + "МП"},
                        {russian(n) + "мп", "О " + capital_russian(n) + "МПЕ"},
                        {russian(n) + "мпист", russian(n) + "мк"}};
    }));
}

TEST_CASE("18 a code written as one finds a hyphenated one", "[twenty]") {
    check({{{"COVID19", "covid19", "COVID-19"},
            {"COVID-19 and trade", "Пандемия COVID\u201119", "Covid19"},
            {"COVID-20", "COVID", "Page 19", "SARS-CoV-2", "COVID-190"}}});
    check(generated([](std::size_t n) {
        const std::string name = latin(n) + "mp";
        const std::string number = std::to_string(n + 2);
        return Instance{{name + number, name + "-" + number},
                        {"On " + name + "-" + number, name + number},
                        {name + "-" + number + "1", name, "On " + number}};
    }));
}

TEST_CASE("19 and 20 a record is found by its author's Latin name and by the Russian one", "[twenty]") {
    const auto two_forms = [](const std::string& id, const std::string& names) {
        Record record = written_by(id, {names.substr(0, names.find('/'))});
        if (const std::size_t at = names.find('/'); at != std::string::npos)
            record.authors.front().names.push_back(names.substr(at + 1));
        return record;
    };
    check({{{"author:\"Kondrat’ev Vladimir\"", "author:\"Кондратьев В.Б.\"", "author:\"Кондратьев Владимир\"",
             "\"Кондратьев В.Б.\"", "\"Kondrat'ev Vladimir\"", "Kondrat’ev Vladimir"},
            {"Kondrat’ev Vladimir/Кондратьев В.Б."},
            {"Kondrat’ev Sergej/Кондратьев С.А.", "Kondratova Vladimira/Кондратова В.Б.",
             "Vladimirov Petr/Владимиров П."}}},
          two_forms);
    check(generated([](std::size_t n) {
              const std::string name = family(n) + "тов";
              const std::string in_latin = latin_family(n) + "tov";
              return Instance{
                  {"author:\"" + in_latin + " Vladimir\"", "author:\"" + name + " В.Б.\"", "\"" + name + " В.Б.\""},
                  {in_latin + " Vladimir/" + name + " В.Б."},
                  {in_latin + " Sergej/" + name + " С.Б.", in_latin + "a Vladimira/" + name + "а В.Б."}};
          }),
          two_forms);
}

} // namespace annota
