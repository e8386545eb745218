// SPDX-License-Identifier: GPL-2.0-or-later
//
// What must not be taken for a field, and what must survive. All texts are invented.

#include "tests/indexer/page_row.h"

#include <catch2/catch.hpp>

namespace annota::test {

namespace {

constexpr PageRow kRemarks[]{
    {"dates and counters are no year",
     R"~(Ice Roads and Their Drivers
K.K. Belov
DOI: 10.12345/ct.5.1.10
Received 10.04.2012. Revised 10.09.2012. Accepted 06.03.2013.
Abstract. Ice roads are built anew each winter.
Views: 2014
Cited: 4 as of 07.12.2015
)~",
     R"~({"doi":"10.12345/ct.5.1.10","title":{"en":"Ice Roads and Their Drivers"},"abstract":{"en":"Ice roads are built anew each winter."},"authors":[{"name":"Belov K.K."}]}
)~"},
    {"a DOI that spells the place out in full",
     R"~(Ice Roads and Their Drivers
K.K. Belov
DOI: 10.12345/2079-4665-2017-5-1-10-22
Received 10.04.2016.
Abstract. Ice roads are built anew each winter.
)~",
     R"~({"type":"article-journal","doi":"10.12345/2079-4665-2017-5-1-10-22","issn":["2079-4665"],"title":{"en":"Ice Roads and Their Drivers"},"abstract":{"en":"Ice roads are built anew each winter."},"authors":[{"name":"Belov K.K."}],"year":2017,"volume":"5","issue":"1","pages":"10-22"}
)~"},
    {"a DOI that spells it out in part, which says nothing",
     R"~(Ice Roads and Their Drivers
K.K. Belov
DOI: 10.12345/2079-4665-2017-5-10-22
Abstract. Ice roads are built anew each winter.
)~",
     R"~({"doi":"10.12345/2079-4665-2017-5-10-22","title":{"en":"Ice Roads and Their Drivers"},"abstract":{"en":"Ice roads are built anew each winter."},"authors":[{"name":"Belov K.K."}]}
)~"},
    {"a Cyrillic letter in a Latin word stays",
     R"~(Ice Roads and Their Drivers
DOI: 10.12345/ct.5.1.10
Abstract. Ice roads are built anew each winter. Сonclusions: drivers tell how.
Keywords: iсe roads; Сold transport
)~",
     R"~({"doi":"10.12345/ct.5.1.10","title":{"en":"Ice Roads and Their Drivers"},"abstract":{"en":"Ice roads are built anew each winter. Сonclusions: drivers tell how."},"keywords":{"en":["iсe roads","Сold transport"]}}
)~"},
    {"two lists of keywords, and one of both languages",
     R"~(Ледовые дороги и их водители
К.К. Белов
DOI: 10.12345/ct.5.1.10
Аннотация. Ледовые дороги строят каждую зиму.
Ключевые слова: лёд; дороги / ice; roads
Keywords: drivers, winter (polar, long), XX век
)~",
     R"~({"doi":"10.12345/ct.5.1.10","title":{"ru":"Ледовые дороги и их водители"},"abstract":{"ru":"Ледовые дороги строят каждую зиму."},"keywords":{"en":["ice","roads","drivers","winter (polar, long)"],"ru":["лёд","дороги","XX век"]},"authors":[{"name":"Белов К.К."}]}
)~"},
    {"a structured abstract over several paragraphs",
     R"~(Ледовые дороги и их водители
К.К. Белов
DOI: 10.12345/ct.5.1.10

Аннотация

Цель. Понять, кто строит дороги.

Методы. Опрошены водители.

Результаты. Строят те же, кто ездит.

Ключевые слова: лёд

Финансирование

Работа поддержана фондом № 20-18-00001 в 2020 г.
)~",
     R"~({"doi":"10.12345/ct.5.1.10","title":{"ru":"Ледовые дороги и их водители"},"abstract":{"ru":"Цель. Понять, кто строит дороги. Методы. Опрошены водители. Результаты. Строят те же, кто ездит."},"keywords":{"ru":["лёд"]},"authors":[{"name":"Белов К.К."}]}
)~"},
};

} // namespace

TEST_CASE("dates, counters, suffixes, foreign letters") {
    check_pages(kRemarks);
}

} // namespace annota::test
