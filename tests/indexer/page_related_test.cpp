// SPDX-License-Identifier: GPL-2.0-or-later
//
// Publications that a page lists: records of their own, to which the article links by their place in the file. All
// texts are invented.

#include "tests/indexer/page_row.h"

#include <catch2/catch.hpp>

namespace annota::test {

namespace {

constexpr PageRow kRelated[]{
    {"with author lines and without, in both languages; what follows belongs to none",
     R"~(Lebedeva Olga
River Ports of Siberia: Cooperation in Lean Years. River Economy Review. 2019;7(2):15-29. https://doi.org/10.12345/rer.2019.7.2
Publication Type:

ISSN 2079-4665

DOI: 10.12345/rer.2019.7.2

Vlasov Petr
Малые пристани Оби [Текст] / П.А. Власов // Речное дело. – 2017. – № 4. – С. 3–11.

Lebedeva Olga, Vlasov Petr
River Fleets after the Thaw // Polar Transport. 2021. Vol. 12, Issue 3. P. 40–58. DOI 10.12345/pt.2021.12.3.40.

Суда на воздушной подушке: опыт Якутии // Северный транспорт. Серия: Экономика. 2020. Т. 9, № 1. С. 5-14.

Rivers and States. Ed. by Gromov A.B. Moscow, Polar Press, 2003. 96 p.
Related publications

Comments (0)

No comments

Add comment

First news
Institute News

Attention readers! No. 8 for 2022 of the "River Economy Review" is open for free access.

On May 30, 2023 the site of a magazine published the opinion of Olga Lebedeva, Head of the Group of Rivers.

Recently Published
)~",
     R"~({"type":"article-journal","doi":"10.12345/rer.2019.7.2","issn":["2079-4665"],"title":{"en":"River Ports of Siberia: Cooperation in Lean Years"},"authors":[{"name":"Lebedeva Olga"}],"journal":{"en":"River Economy Review"},"year":2019,"volume":"7","issue":"2","pages":"15-29","related":["ref:2","doi:10.12345/pt.2021.12.3.40","ref:4","ref:5"]}
)~"
     R"~({"type":"article-journal","title":{"ru":"Малые пристани Оби"},"authors":[{"name":"Vlasov Petr","names":["Власов П.А."]}],"journal":{"ru":"Речное дело"},"year":2017,"issue":"4","pages":"3-11"}
)~"
     R"~({"type":"article-journal","doi":"10.12345/pt.2021.12.3.40","title":{"en":"River Fleets after the Thaw"},"authors":[{"name":"Lebedeva Olga"},{"name":"Vlasov Petr"}],"journal":{"en":"Polar Transport"},"year":2021,"volume":"12","issue":"3","pages":"40-58"}
)~"
     R"~({"type":"article-journal","title":{"ru":"Суда на воздушной подушке: опыт Якутии"},"journal":{"ru":"Северный транспорт. Серия: Экономика"},"year":2020,"volume":"9","issue":"1","pages":"5-14"}
)~"
     R"~({"type":"book","title":{"en":"Rivers and States"},"editors":[{"name":"Gromov A.B."}],"publisher":"Polar Press","place":"Moscow","extent":"96 p.","year":2003}
)~"},
    {"under a heading",
     R"~(Lebedeva Olga
River Ports of Siberia: Cooperation in Lean Years. River Economy Review. 2019;7(2):15-29. https://doi.org/10.12345/rer.2019.7.2
Publication Type:

ISSN 2079-4665

DOI: 10.12345/rer.2019.7.2

Abstract: Ports agreed on grain.

Keywords: ports | grain |

Related publications

Власов Пётр
Малые пристани Оби // Речное дело. 2017. № 4. С. 3-11.

Суда Якутии // Северный транспорт. 2020. Т. 9, № 1. С. 5-14.

Комментарии (2)

Иванов И.И. Отклик // Речное дело. 2018. № 1. С. 3-4.
)~",
     R"~({"type":"article-journal","doi":"10.12345/rer.2019.7.2","issn":["2079-4665"],"title":{"en":"River Ports of Siberia: Cooperation in Lean Years"},"abstract":{"en":"Ports agreed on grain."},"keywords":{"en":["ports","grain"]},"authors":[{"name":"Lebedeva Olga"}],"journal":{"en":"River Economy Review"},"year":2019,"volume":"7","issue":"2","pages":"15-29","related":["ref:2","ref:3"]}
)~"
     R"~({"type":"article-journal","title":{"ru":"Малые пристани Оби"},"authors":[{"name":"Власов Пётр"}],"journal":{"ru":"Речное дело"},"year":2017,"issue":"4","pages":"3-11"}
)~"
     R"~({"type":"article-journal","title":{"ru":"Суда Якутии"},"journal":{"ru":"Северный транспорт"},"year":2020,"volume":"9","issue":"1","pages":"5-14"}
)~"},
    {"persons of a citation whom the author line leaves out",
     R"~(Lebedeva Olga
River Ports of Siberia: Cooperation in Lean Years. River Economy Review. 2019;7(2):15-29. https://doi.org/10.12345/rer.2019.7.2
Publication Type:

ISSN 2079-4665

DOI: 10.12345/rer.2019.7.2

Vlasov Petr, Titov Max
Пристани и люди [Текст] / П. А. Власов, М. С. Титов, Н. К. Семёнов // Речное дело. – 2018. – № 3. – С. 36-42.
)~",
     R"~({"type":"article-journal","doi":"10.12345/rer.2019.7.2","issn":["2079-4665"],"title":{"en":"River Ports of Siberia: Cooperation in Lean Years"},"authors":[{"name":"Lebedeva Olga"}],"journal":{"en":"River Economy Review"},"year":2019,"volume":"7","issue":"2","pages":"15-29","related":["ref:2"]}
)~"
     R"~({"type":"article-journal","title":{"ru":"Пристани и люди"},"authors":[{"name":"Vlasov Petr","names":["Власов П.А."]},{"name":"Titov Max","names":["Титов М.С."]},{"name":"Семёнов Н.К."}],"journal":{"ru":"Речное дело"},"year":2018,"issue":"3","pages":"36-42"}
)~"},
};

} // namespace

TEST_CASE("related publications become records") {
    check_pages(kRelated);
}

} // namespace annota::test
