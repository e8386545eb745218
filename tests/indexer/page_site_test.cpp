// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages in the manner of journals' sites and portals, each with its own menus, counters and order. All texts are
// invented.

#include "tests/indexer/page_row.h"

#include <catch2/catch.hpp>

namespace annota::test {

namespace {

constexpr PageRow kSites[]{
    {"a journal's site in Russian: menus, authors, references, a licence",
     R"~(Журнал северной ботаники

Расширенный поиск

Мхи тундровых озёр и их покров

П. К. Соболев, А. В. Нестерова

https://doi.org/10.12345/1818-5398-2021-3-44-58

Полный текст:
PDF (Rus)

Аннотация

Описаны мхи двенадцати озёр. Найдено, что покров растёт вдоль ручьёв.

Ключевые слова

мхи, тундра, озёра, растительный покров

Об авторах

П. К. Соболев
Северный институт ботаники
Россия
ул. Мира, 1, Архангельск

А. В. Нестерова
Северный институт ботаники
Россия

Список литературы

1. Миронов Л. Т. Озёра Севера. СПб.: Наука, 1999. 210 с.

2. Smith J. Mosses of lakes. Journal of Moss. 2001;5(2):11–19. https://doi.org/10.12345/moss.2001.5

Рецензия

Для цитирования:

Соболев П.К., Нестерова А.В. Мхи тундровых озёр и их покров. Журнал северной ботаники. 2021;5(3):44-58. https://doi.org/10.12345/1818-5398-2021-3-44-58

For citation:

Sobolev P.K., Nesterova A.V. Mosses of tundra lakes and their cover. Journal of Northern Botany. 2021;5(3):44-58. (In Russ.) https://doi.org/10.12345/1818-5398-2021-3-44-58

Просмотров: 431

Контент доступен под лицензией Creative Commons Attribution 4.0 License.

ISSN 1818-5398 (Print)
ISSN 2079-4665 (Online)
)~",
     R"~({"type":"article-journal","doi":"10.12345/1818-5398-2021-3-44-58","issn":["1818-5398","2079-4665"],"title":{"en":"Mosses of tundra lakes and their cover","ru":"Мхи тундровых озёр и их покров"},"abstract":{"ru":"Описаны мхи двенадцати озёр. Найдено, что покров растёт вдоль ручьёв."},"keywords":{"ru":["мхи","тундра","озёра","растительный покров"]},"authors":[{"name":"Соболев П.К.","names":["Sobolev P.K."]},{"name":"Нестерова А.В.","names":["Nesterova A.V."]}],"journal":{"en":"Journal of Northern Botany","ru":"Журнал северной ботаники"},"year":2021,"volume":"5","issue":"3","pages":"44-58","cites":["doi:10.12345/moss.2001.5"],"references":["1. Миронов Л. Т. Озёра Севера. СПб.: Наука, 1999. 210 с.","2. Smith J. Mosses of lakes. Journal of Moss. 2001;5(2):11–19. https://doi.org/10.12345/moss.2001.5"]}
)~"},
    {"a journal's site in English",
     R"~(Home > Vol 8, No 1 (2022) > Karpov

Bridges of the lower Volga: a survey of wooden spans

Andrei S. Karpov, Maria V. Loseva

https://doi.org/10.12345/brg.2022.8.1.5

Full Text:
PDF

Abstract

The survey covers forty wooden spans built before 1900. Most of them rest on larch piles. Views of local builders are quoted.

Keywords

wooden bridges; larch piles; Volga; building history

About the Authors

Andrei S. Karpov
Institute of Bridges
Russian Federation

References

1. Ivanov P. Larch in water. Timber. 1987;3:5-9.

For citations:

Karpov A.S., Loseva M.V. Bridges of the lower Volga: a survey of wooden spans. Annals of Bridge History. 2022;8(1):5-19. https://doi.org/10.12345/brg.2022.8.1.5

Received 12.03.2021; accepted 01.11.2021
Views: 2044

This work is licensed under a Creative Commons Attribution 4.0 License.

ISSN 2079-4665 (Print)
)~",
     R"~({"type":"article-journal","doi":"10.12345/brg.2022.8.1.5","issn":["2079-4665"],"title":{"en":"Bridges of the lower Volga: a survey of wooden spans"},"abstract":{"en":"The survey covers forty wooden spans built before 1900. Most of them rest on larch piles. Views of local builders are quoted."},"keywords":{"en":["wooden bridges","larch piles","Volga","building history"]},"authors":[{"name":"Karpov Andrei S.","names":["Karpov A.S."]},{"name":"Loseva Maria V.","names":["Loseva M.V."]}],"journal":{"en":"Annals of Bridge History"},"year":2022,"volume":"8","issue":"1","pages":"5-19","references":["1. Ivanov P. Larch in water. Timber. 1987;3:5-9."]}
)~"},
    {"a portal: a title with additions, counters, a banner",
     R"~(Научная статья на тему 'Зимние рынки Поморья в XVIII веке'

Зимние рынки Поморья в XVIII веке Текст научной статьи по специальности «История и археология»

CC BY
341
27
Журнал
Поморский вестник
2018
ВАК
Область наук
История и археология
Ключевые слова
ПОМОРЬЕ / РЫНКИ / XVIII ВЕК / ТОРГОВЛЯ / POMORYE / MARKETS / TRADE
i Надоели баннеры? Вы всегда можете отключить рекламу.

Аннотация научной статьи по истории и археологии, автор научной работы — Шубина Анна Олеговна, Крот Семён Павлович

Статья описывает, как зимние рынки собирали рыбу и пушнину. Торговля шла по льду рек.

i Надоели баннеры? Вы всегда можете отключить рекламу.

Похожие темы научных работ по истории и археологии , автор научной работы — Шубина Анна Олеговна, Крот Семён Павлович

Ярмарки Двинской земли
2015 / Крот Семён Павлович

Winter markets of Pomorye in the 18th century

The paper describes how winter markets gathered fish and furs.

Текст научной работы на тему «Зимние рынки Поморья в XVIII веке»

УДК 94(47)
Шубина А.О. ЗИМНИЕ РЫНКИ
)~",
     R"~({"type":"article-journal","title":{"ru":"Зимние рынки Поморья в XVIII веке"},"abstract":{"ru":"Статья описывает, как зимние рынки собирали рыбу и пушнину. Торговля шла по льду рек."},"keywords":{"en":["POMORYE","MARKETS","TRADE"],"ru":["ПОМОРЬЕ","РЫНКИ","XVIII ВЕК","ТОРГОВЛЯ"]},"authors":[{"name":"Шубина Анна Олеговна"},{"name":"Крот Семён Павлович"}],"journal":{"ru":"Поморский вестник"},"year":2018,"indexed_in":["ВАК"]}
)~"},
    {"the DOI under a button, things side by side",
     R"~(Harvesting Kelp under Ice

Journal of Cold Seas

Volume 12, 2019 - Issue 3

Pages 201-219 | Received 14 Feb 2017, Accepted 23 Jun 2018, Published online: 02 Aug 2018
Cite this article
https://doi.org/10.12345/15228886.2018.1000001

ABSTRACT
Kelp under ice grows slowly. We weighed it through two winters.

KEYWORDS:
Kelp
ice
harvest
)~",
     R"~({"type":"article-journal","doi":"10.12345/15228886.2018.1000001","title":{"en":"Harvesting Kelp under Ice"},"abstract":{"en":"Kelp under ice grows slowly. We weighed it through two winters."},"keywords":{"en":["Kelp","ice","harvest"]},"journal":{"en":"Journal of Cold Seas"},"year":2019,"volume":"12","issue":"3","pages":"201-219"}
)~"},
    {"a journal and its numbers on one line",
     R"~(Записки северной математики, 2020, том 14, выпуск 3, страницы 101–118
DOI: https://doi.org/10.12345/zsm77
О нулях одной целой функции
А. Б. Воронов, Е. Ж. Синицына
Северный университет, г. Архангельск
Аннотация: Изучаются нули целой функции конечного порядка. Библиография: 12 названий.
Ключевые слова: целая функция, нули, порядок роста.
УДК: 517.5
Поступила в редакцию: 20.01.2019
Исправленный вариант: 11.11.2019
)~",
     R"~({"type":"article-journal","doi":"10.12345/zsm77","title":{"ru":"О нулях одной целой функции"},"abstract":{"ru":"Изучаются нули целой функции конечного порядка. Библиография: 12 названий."},"keywords":{"ru":["целая функция","нули","порядок роста"]},"authors":[{"name":"Воронов А.Б."},{"name":"Синицына Е.Ж."}],"journal":{"ru":"Записки северной математики"},"year":2020,"volume":"14","issue":"3","pages":"101-118"}
)~"},
    {"a citation at the end, keywords one a line",
     R"~(Published: 12 May 2021
Tidal Mills of the White Sea
N. I. Zueva & P. R. Olenin
Herald of Northern Engineering volume 91, pages 43–49 (2021)
120 Accesses
3 Citations
Abstract
Tidal mills stood at four estuaries of the White Sea. We date them by their timber.
This is a preview of subscription content, log in to check access.
REFERENCES
1. Olenin, P.R., Mills and Tides, Arkhangelsk: Sever, 1998.
Author information
N. I. Zueva
Institute of Tides, Arkhangelsk, Russia
Rights and permissions
Reprints and permissions
About this article
Cite this article
Zueva, N.I., Olenin, P.R. Tidal Mills of the White Sea. Her. North. Eng. 91, 43–49 (2021). https://doi.org/10.12345/S1019331621000011
Received: 02 January 2020
Revised: 03 March 2020
Accepted: 04 April 2020
DOI: https://doi.org/10.12345/S1019331621000011
Keywords:
tidal mills
White Sea
dendrochronology
)~",
     R"~({"type":"article-journal","doi":"10.12345/S1019331621000011","title":{"en":"Tidal Mills of the White Sea"},"abstract":{"en":"Tidal mills stood at four estuaries of the White Sea. We date them by their timber."},"keywords":{"en":["tidal mills","White Sea","dendrochronology"]},"authors":[{"name":"Zueva N.I."},{"name":"Olenin P.R."}],"journal":{"en":"Her. North. Eng"},"year":2021,"volume":"91","pages":"43-49","references":["1. Olenin, P.R., Mills and Tides, Arkhangelsk: Sever, 1998."]}
)~"},
    {"two languages one below the other",
     R"~(DOI: 10.12345/2079-4665.2021.2.7-18
Лесные пожары и цены на древесину
И.И. Крылова
Институт леса, Красноярск
Аннотация. Оценено влияние пожаров на цены круглого леса в трёх областях.
Ключевые слова: пожары; древесина; цены.
Forest Fires and Timber Prices
I.I. Krylova
Institute of Forest, Krasnoyarsk
Abstract. The effect of fires on the price of round wood is estimated for three regions.
Keywords: fires; timber; prices.
Для цитирования: Крылова И.И. Лесные пожары и цены на древесину // Экономика леса. 2021. № 2. С. 7–18. DOI: 10.12345/2079-4665.2021.2.7-18
)~",
     R"~({"type":"article-journal","doi":"10.12345/2079-4665.2021.2.7-18","title":{"en":"Forest Fires and Timber Prices","ru":"Лесные пожары и цены на древесину"},"abstract":{"en":"The effect of fires on the price of round wood is estimated for three regions.","ru":"Оценено влияние пожаров на цены круглого леса в трёх областях."},"keywords":{"en":["fires","timber","prices"],"ru":["пожары","древесина","цены"]},"authors":[{"name":"Крылова И.И.","names":["Krylova I.I."]}],"journal":{"ru":"Экономика леса"},"year":2021,"issue":"2","pages":"7-18"}
)~"},
};

} // namespace

TEST_CASE("pages of journals and portals") {
    check_pages(kSites);
}

} // namespace annota::test
