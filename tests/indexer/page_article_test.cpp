// SPDX-License-Identifier: GPL-2.0-or-later
//
// The article's block: a citation or labels, and what stands around them. All texts are invented.

#include "tests/indexer/page_row.h"

#include <catch2/catch.hpp>

namespace annota::test {

namespace {

constexpr PageRow kArticles[]{
    {"an institute's page in Russian",
     R"~(Лебедева Ольга
Речные порты Сибири: опыт сотрудничества / О.П. Лебедева // Вестник речной экономики. – 2019. – Т. 7, № 2. – С. 15–29.
Тип публикации:
Статья в журнале

ISSN 2079-4665

DOI: 10.12345/2079-4665.2019.7.2.15-29

Рассматривается, как порты сибирских рек договаривались о перевозках зерна в годы низкой воды, и кто при этом проигрывал. Показано, что договоры заключались чаще там, где не было железной дороги. Сделан вывод о том, что общая диспетчерская обходится дешевле новых причалов, если судоходные компании соглашаются раскрывать расписания заранее.

Ключевые слова: речной транспорт | порты | Сибирь | зерно |

РИНЦ
)~",
     R"~({"type":"article-journal","doi":"10.12345/2079-4665.2019.7.2.15-29","issn":["2079-4665"],"title":{"ru":"Речные порты Сибири: опыт сотрудничества"},"abstract":{"ru":"Рассматривается, как порты сибирских рек договаривались о перевозках зерна в годы низкой воды, и кто при этом проигрывал. Показано, что договоры заключались чаще там, где не было железной дороги. Сделан вывод о том, что общая диспетчерская обходится дешевле новых причалов, если судоходные компании соглашаются раскрывать расписания заранее."},"keywords":{"ru":["речной транспорт","порты","Сибирь","зерно"]},"authors":[{"name":"Лебедева Ольга","names":["Лебедева О.П."]}],"journal":{"ru":"Вестник речной экономики"},"year":2019,"volume":"7","issue":"2","pages":"15-29","indexed_in":["РИНЦ"]}
)~"},
    {"a book with its ISBN",
     R"~(Лебедева О.П., Власов П.А. Реки и люди : монография. – М. : Речное слово, 2018. – 212 с.
Тип публикации: Монография
ISBN 978-5-00000-001-4
DOI: 10.12345/978-5-00000-001-4

Аннотация: Монография рассказывает, как речной транспорт менял города.

Ключевые слова: реки; города; транспорт
)~",
     R"~({"type":"book","doi":"10.12345/978-5-00000-001-4","isbn":["9785000000014"],"title":{"ru":"Реки и люди: монография"},"abstract":{"ru":"Монография рассказывает, как речной транспорт менял города."},"keywords":{"ru":["реки","города","транспорт"]},"authors":[{"name":"Лебедева О.П."},{"name":"Власов П.А."}],"publisher":"Речное слово","place":"М.","extent":"212 с.","year":2018}
)~"},
    {"a chapter in English, databases on one line",
     R"~(Voronova Lidia, Titov Max
Small Grids of the Far North. In: Energy of Remote Places. Ed. by Gromov A.B. Moscow, Polar Press, 2016. P. 44-61.
Publication Type:
Book Chapter

DOI: 10.12345/erp.2016.44

Abstract: Small grids of the Far North run on diesel. The chapter tells what wind can save.

Keywords: small grids / diesel / wind

Scopus; Web of Science
)~",
     R"~({"type":"chapter","doi":"10.12345/erp.2016.44","title":{"en":"Small Grids of the Far North"},"abstract":{"en":"Small grids of the Far North run on diesel. The chapter tells what wind can save."},"keywords":{"en":["small grids","diesel","wind"]},"authors":[{"name":"Voronova Lidia"},{"name":"Titov Max"}],"editors":[{"name":"Gromov A.B."}],"journal":{"en":"Energy of Remote Places"},"publisher":"Polar Press","place":"Moscow","year":2016,"pages":"44-61","indexed_in":["Scopus","Web of Science"]}
)~"},
    {"a label on every line",
     R"~(Title: Ice Roads and Their Drivers
Authors: Belov K.K.; Snegirev R.
Journal: Cold Transport
Year: 2017
Volume: 5
Issue: 1
Pages: 10–22
DOI: 10.12345/ct.2017.5.1.10
ISSN: 2079-4665
Language: English
Annotation: Ice roads are built anew each winter. Drivers tell how.
Key words: ice roads, drivers
)~",
     R"~({"type":"article-journal","doi":"10.12345/ct.2017.5.1.10","issn":["2079-4665"],"title":{"en":"Ice Roads and Their Drivers"},"abstract":{"en":"Ice roads are built anew each winter. Drivers tell how."},"keywords":{"en":["ice roads","drivers"]},"authors":[{"name":"Belov K.K."},{"name":"Snegirev R."}],"journal":{"en":"Cold Transport"},"year":2017,"volume":"5","issue":"1","pages":"10-22","language":["en"]}
)~"},
    {"the labels of a library, several on a line",
     R"~(eLIBRARY ID: 40000001 EDN: ABCDEF
DOI: 10.12345/tst.2020.11.4
ТОПЛИВНЫЕ ЭЛЕМЕНТЫ ДЛЯ МАЛЫХ СУДОВ
ГОРИН А.П.1, ЛИСИЦЫН В.В.2
1 Морской технический университет, Санкт-Петербург
2 Институт судостроения
Тип: статья в журнале - научная статья   Язык: русский
Том: 11   Номер: 4   Год: 2020   Страницы: 60-71
Поступила в редакцию: 11.02.2019
УДК: 629.5
ЖУРНАЛ:

СУДОВАЯ ЭНЕРГЕТИКА
Издательство: Морское слово (Санкт-Петербург)
ISSN: 2079-4665 eISSN: 1818-5398
КЛЮЧЕВЫЕ СЛОВА:
ТОПЛИВНЫЙ ЭЛЕМЕНТ, МАЛОЕ СУДНО, ВОДОРОД
АННОТАЦИЯ:

Сравниваются топливные элементы трёх видов для судов до 20 метров.
БИБЛИОМЕТРИЧЕСКИЕ ПОКАЗАТЕЛИ:
Входит в РИНЦ: да    Цитирований в РИНЦ: 3
)~",
     R"~({"type":"article-journal","doi":"10.12345/tst.2020.11.4","issn":["2079-4665","1818-5398"],"title":{"ru":"ТОПЛИВНЫЕ ЭЛЕМЕНТЫ ДЛЯ МАЛЫХ СУДОВ"},"abstract":{"ru":"Сравниваются топливные элементы трёх видов для судов до 20 метров."},"keywords":{"ru":["ТОПЛИВНЫЙ ЭЛЕМЕНТ","МАЛОЕ СУДНО","ВОДОРОД"]},"authors":[{"name":"ГОРИН А.П.","affiliation":"Морской технический университет, Санкт-Петербург"},{"name":"ЛИСИЦЫН В.В.","affiliation":"Институт судостроения"}],"journal":{"ru":"СУДОВАЯ ЭНЕРГЕТИКА"},"publisher":"Морское слово (Санкт-Петербург)","year":2020,"volume":"11","issue":"4","pages":"60-71","language":["ru"]}
)~"},
    {"names without a citation, marks of affiliations",
     R"~(Тепловые насосы на Камчатке
Горин А.П.1,2, Лисицын В.В.2
1 Морской технический университет, Санкт-Петербург
2 Институт тепла
Скачать PDF | Загрузок: 16 | Цитирований: 2
Том 3, № 1 (Январь-март 2019)
Аннотация:
Сравниваются насосы трёх видов.
Цитирований: 2 по состоянию на 07.12.2023
)~",
     R"~({"title":{"ru":"Тепловые насосы на Камчатке"},"abstract":{"ru":"Сравниваются насосы трёх видов."},"authors":[{"name":"Горин А.П.","affiliation":"Морской технический университет, Санкт-Петербург; Институт тепла"},{"name":"Лисицын В.В.","affiliation":"Институт тепла"}],"year":2019,"volume":"3","issue":"1"}
)~"},
};

} // namespace

TEST_CASE("the article of a page") {
    check_pages(kArticles);
}

} // namespace annota::test
