// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/searcher/export/sample_records.h"

namespace annota::test {

Record russian_article() {
    Record record;
    record.id = "own-1";
    record.type = "article-journal";
    record.doi = "10.5555/Lake_1(2)";
    record.url = "https://lakes.example.org/a_b?x=1&y=2%20";
    record.issn = {"2079-4665", "1019-3316"};
    record.title = {{"ru", "О ценах на лёд в XXI веке"}, {"en", "On prices of ice"}};
    record.abstract = {{"ru", "Цены растут на 5 %."}, {"en", "Prices rise by 5 %."}};
    record.keywords = {{"ru", {"лёд", "цены"}}, {"en", {"ice", "prices"}}};
    record.authors = {{"Рябов Г.Д.", {"Ryabov Gleb"}, "0000-0002-1825-0097", "Институт льда"},
                      {"Сомова Л.К.", {"Somova Lidia"}, "", ""}};
    record.journal = {{"ru", "Вестник озёр"}, {"en", "Herald of Lakes"}};
    record.year = 2020;
    record.volume = "11";
    record.issue = "4";
    record.pages = "384-397";
    record.language = {"ru"};
    return record;
}

Record english_chapter() {
    Record record;
    record.type = "chapter";
    record.isbn = {"9785020378933"};
    record.title = {{"en", "Ice and the people of Lakeland: 1990–2000"}};
    record.authors = {{"Ray Thomas A.", {}, "", ""}};
    record.editors = {{"Belov M.A.", {}, "", ""}};
    record.journal = {{"en", "Lakes and people"}};
    record.publisher = "Lake Press & Sons";
    record.place = "London";
    record.year = 2001;
    record.pages = "5-16, 20";
    record.language = {"en"};
    return record;
}

Record russian_thesis() {
    Record record;
    record.type = "thesis";
    record.title = {{"ru", "Зимний лов на озере"}};
    record.authors = {{"Седов Иван", {}, "", ""}};
    record.publisher = "Заречный университет";
    record.place = "Тверь";
    record.year = 2006;
    record.extent = "142 с.";
    return record;
}

Record edited_book() {
    Record record;
    record.type = "book";
    record.title = {{"ru", "Озёра и люди"}};
    record.editors = {{"Суханов Г.В.", {}, "", ""}, {"Ильина О.С.", {}, "", ""}};
    record.publisher = "Прибой";
    record.place = "Казань";
    record.year = 2008;
    record.extent = "256";
    return record;
}

Record hostile_record() {
    Record record;
    record.type = "article-journal";
    record.title = {{"en", "=SUM(A1) {open \\cmd $x^2_i$ 100%\tand\r\nlines\u2028 # & ~ \"q\" \u202Ebidi\u0007"}};
    record.title["x} ,\n@article{y"] = "Another";
    record.language = {"en", "{"};
    record.authors = {{"Research and Co, Ltd", {}, "", ""}, {"Ng", {}, "", ""}};
    record.journal = {{"en", "-1+2;@x"}};
    record.volume = "+1";
    record.year = 1999;
    return record;
}

} // namespace annota::test
