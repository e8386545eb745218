// SPDX-License-Identifier: GPL-2.0-or-later
//
// Citations of books, and what stands in books. All works are invented.

#include "tests/indexer/citation_output.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

using test::CitationRow;

constexpr CitationRow kBooks[]{
    {"Суханов Г.В. Введение в озероведение. М.: Прибой, 1987. 384 с.",
     "book | by Суханов Г.В. | title Введение в озероведение | publisher Прибой | place М. | year 1987 | extent 384 "
     "с."},
    {"Суханов Г. В. Вода и лёд. — Тверь, 2011. — 96 с.",
     "book | by Суханов Г.В. | title Вода и лёд | place Тверь | year 2011 | extent 96 с."},
    {"Суханов Г.В. Вода и лёд. Рыбинск: [б. и.], 2011. 96 с.",
     "book | by Суханов Г.В. | title Вода и лёд | place Рыбинск | year 2011 | extent 96 с."},
    {"Поморский словарь. Архангельск, 1885.", "book | title Поморский словарь | place Архангельск | year 1885"},
    {"Устав рыбной артели. М., 1922. 16 с.", "book | title Устав рыбной артели | place М. | year 1922 | extent 16 с."},
    {"Седов И. 2003. Рыба и снасть. М.: Прибой",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place М. | year 2003"},
    {"Седов И. Рыба и снасть. — М.: Прибой; Тверь: Волга, 2003. — 120 с.",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой; Тверь: Волга | place М. | year 2003 | extent 120 "
     "с."},
    {"Седов И. Рыба и снасть. Изд. 3-е, доп. М.: Прибой, 2003. 120 с.",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place М. | year 2003 | extent 120 с. | left Изд. "
     "3-е, доп"},
    {"Седов И. Рыба и снасть: учебное пособие для студ. вузов. М.: ИЦ «Прибой», 2003. 120 с.",
     "book | by Седов И. | title Рыба и снасть: учебное пособие для студ. вузов | publisher ИЦ «Прибой» | place М. | "
     "year 2003 | extent 120 с."},
    {"Седов И. Рыба и снасть. М., Прибой, 2003, 120 стр.",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place М. | year 2003 | extent 120 стр."},
    {"Седов И. Рыба и снасть. М: Прибой, 2003.",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place М | year 2003"},
    {"Седов И. Рыба и снасть. Йошкар-Ола: МарГУ, 2003.",
     "book | by Седов И. | title Рыба и снасть | publisher МарГУ | place Йошкар-Ола | year 2003"},
    {"Седов И. Рыба и снасть. Изд-во «Прибой». М., 2003.",
     "book | by Седов И. | title Рыба и снасть | publisher Изд-во «Прибой» | place М. | year 2003"},
    {"Белов М.А. Мастерские. М.: Мастер. 2001. – 160 с.",
     "book | by Белов М.А. | title Мастерские | publisher Мастер | place М. | year 2001 | extent 160 с."},
    {"Белов М.А. Мастерские. Москва, изд-во «Мастер», 2001 г., 160 с.",
     "book | by Белов М.А. | title Мастерские | publisher изд-во «Мастер» | place Москва | year 2001 | extent 160 с."},
    {"Белов М.А. Мастерские. – 2-е изд. – М.: Мастер, 2001. – Вып. 3. – 160 с.: ил.",
     "book | by Белов М.А. | title Мастерские | publisher Мастер | place М. | year 2001 | issue 3 | extent 160 с. | "
     "left 2-е изд"},
    {"Belov M.A. Masterskie kraya [Workshops of the region]. Moscow: Master Publ., 2001. 160 p. (in Russian).",
     "book | by Belov M.A. | title(en) Workshops of the region | title(und) Masterskie kraya | publisher Master Publ | "
     "place Moscow | year 2001 | extent 160 p. | language ru"},
    {"Belov M.A. Masterskie kraya. Moscow, Master Publ., 2001, 160 p.",
     "book | by Belov M.A. | title Masterskie kraya | publisher Master Publ | place Moscow | year 2001 | extent 160 "
     "p."},
    {"Конституция Заречья. М.: Право, 2001. 64 с.",
     "book | title Конституция Заречья | publisher Право | place М. | year 2001 | extent 64 с."},
    {"Масленников К.И. Ярмарка. Пермь: Перм. кн. изд-во, 1999. 60 с.",
     "book | by Масленников К.И. | title Ярмарка | publisher Перм. кн. изд-во | place Пермь | year 1999 | extent 60 "
     "с."},
    {"Масленников К.И. Ярмарка. Пермь: Изд. дом «Книга», 1999. 60 с.",
     "book | by Масленников К.И. | title Ярмарка | publisher Изд. дом «Книга» | place Пермь | year 1999 | extent 60 "
     "с."},
    {"Масленников К.И. Ярмарка. Пермь: Б.и., 1999. 60 с.",
     "book | by Масленников К.И. | title Ярмарка | place Пермь | year 1999 | extent 60 с."},
};

constexpr CitationRow kStatements[]{
    {"Суханов, Г. В. Введение в озероведение [Текст] : учеб. пособие / Г. В. Суханов ; под ред. Л. Д. Мохова. — 2-е "
     "изд., перераб. и доп. — М. : Прибой, 1987. — 384 с. — ISBN 5-02-013850-9.",
     "book | by Суханов Г.В. | edited by Мохова Л.Д. | title Введение в озероведение: учеб. пособие | publisher Прибой "
     "| place М. | year 1987 | extent 384 с. | isbn 5020138509 | left 2-е изд., перераб. и доп"},
    {"Суханов, Г. В. Введение в озероведение : учебник для вузов / Г. В. Суханов, О. С. Ильина. – Санкт-Петербург : "
     "Изд-во Заречного ун-та, 2016. – 212 с. – Текст : непосредственный.",
     "book | by Суханов Г.В., Ильина О.С. | title Введение в озероведение: учебник для вузов | publisher Изд-во "
     "Заречного ун-та | place Санкт-Петербург | year 2016 | extent 212 с."},
    {"Озёра и люди / под общ. ред. Г. В. Суханова, О. С. Ильиной ; Ин-т озероведения. – Казань : Прибой, 2008. – 256 "
     "с.",
     "book | edited by Суханова Г.В., Ильиной О.С. | title Озёра и люди | publisher Прибой | place Казань | year 2008 "
     "| extent 256 с. | left Ин-т озероведения"},
    {"Озёра и люди / отв. ред. Г.В. Суханов. Новосибирск: Наука, 2008. 256 с.",
     "book | edited by Суханов Г.В. | title Озёра и люди | publisher Наука | place Новосибирск | year 2008 | extent "
     "256 с."},
    {"Ray T. Lakes and People / пер. с англ. Л. Мохова. М.: Прибой, 1990. 144 с.",
     "book | by Ray T. | title Lakes and People | publisher Прибой | place М. | year 1990 | extent 144 с. | left пер. "
     "с англ. Л. Мохова"},
    {"Орлова, Т. М. О картах : монография / Т. М. Орлова, П. Р. Ковалёв ; Заречный университет. – Заречье : ЗГУ, 2018. "
     "– 120 с. : ил. – 300 экз. – ISBN 978-5-02-037893-3. – Текст : непосредственный.",
     "book | by Орлова Т.М., Ковалёв П.Р. | title О картах: монография | publisher ЗГУ | place Заречье | year 2018 | "
     "extent 120 с. | isbn 9785020378933 | left Заречный университет"},
    {"Седов И. Рыба и снасть. Москва – Санкт-Петербург: Прибой, 2003. 120 с. (Библиотека рыбака).",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place Москва – Санкт-Петербург | year 2003 | "
     "extent 120 с. | left Библиотека рыбака"},
    {"Седов И. Рыба и снасть. (Серия «Библиотека рыбака»). М.: Прибой, 2003. 120 с.",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place М. | year 2003 | extent 120 с. | left Серия "
     "«Библиотека рыбака»"},
    {"Седов И. Рыба и снасть. 3-е изд. М.: Прибой, 2003. 120 с.",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place М. | year 2003 | extent 120 с. | left 3-е "
     "изд"},
    {"Народная энциклопедия: в 12 т. / гл. ред. П. Дубов. М.: Энциклопедия, 1911–1914. Т. 3. 560 с.",
     "book | edited by Дубов П. | title Народная энциклопедия: в 12 т | publisher Энциклопедия | place М. | year 1911 "
     "| volume 3 | extent 560 с."},
    {"Белов М.А. Мастерские [Электронный ресурс]: учеб. пособие / М.А. Белов. – Электрон. текстовые дан. – М.: Мастер, "
     "2011. – Режим доступа: http://master.example.org/b – Загл. с экрана.",
     "book | by Белов М.А. | title Мастерские: учеб. пособие | publisher Мастер | place М. | year 2011 | url "
     "http://master.example.org/b | left Электрон. текстовые дан"},
    {"Belov MA, Chernov GN, editors. Workshops of the region. 3rd ed. Perm: Master; 2001. 160 p.",
     "book | edited by Belov M.A., Chernov G.N. | title Workshops of the region | publisher Master | place Perm | year "
     "2001 | extent 160 p. | left 3rd ed"},
};

constexpr CitationRow kVolumes[]{
    {"Справочник лоцмана: в 3 т. Т. 2: Южный берег. СПб.: Якорь, 1905. 410 с.",
     "book | title Справочник лоцмана: в 3 т. Т. 2: Южный берег | publisher Якорь | place СПб. | year 1905 | volume 2 "
     "| extent 410 с."},
    {"Справочник лоцмана. Т. 2. Южный берег. М.–Л.: Якорь, 1935. 410 с.",
     "book | title Справочник лоцмана. Т. 2. Южный берег | publisher Якорь | place М.–Л. | year 1935 | volume 2 | "
     "extent 410 с."},
    {"Суханов Г.В. Собрание сочинений: в 5 т. М.: Прибой, 1970. Т. 3. С. 15–40.",
     "book | by Суханов Г.В. | title Собрание сочинений: в 5 т | publisher Прибой | place М. | year 1970 | volume 3 | "
     "pages 15-40"},
    {"Суханов Г. В. Избранное. М.; Л., 1934. С. 15.",
     "book | by Суханов Г.В. | title Избранное | place М.; Л. | year 1934 | pages 15"},
    {"Бровкин С.С. Учёт снега (часть 2). М.: Прибой, 2021. 90 с.",
     "book | by Бровкин С.С. | title Учёт снега (часть 2) | publisher Прибой | place М. | year 2021 | volume 2 | "
     "extent 90 с."},
    {"Воронин А. О холоде. Собр. соч. Т. 2. М., 1958. С. 34.",
     "article-journal | by Воронин А. | title О холоде | in Собр. соч | place М. | year 1958 | volume 2 | pages 34"},
    {"Труды Озёрной экспедиции. М.; Л.: Изд-во АН СССР, 1934. Т. 1. 420 с.",
     "book | title Труды Озёрной экспедиции | publisher Изд-во АН СССР | place М.; Л. | year 1934 | volume 1 | extent "
     "420 с."},
    {"Седов И. Рыба и снасть / И. Седов. – М. : Прибой, 2003. – Вып. 5. – 120 с.",
     "book | by Седов И. | title Рыба и снасть | publisher Прибой | place М. | year 2003 | issue 5 | extent 120 с."},
    {"Масленников К.И. Ярмарка (1812–1825 гг.). Пермь, 1999. 60 с.",
     "book | by Масленников К.И. | title Ярмарка (1812–1825 гг.) | place Пермь | year 1999 | extent 60 с."},
    {"Масленников К.И. Ярмарка в 2 ч. Ч. 1. Пермь, 1999. 60 с.",
     "book | by Масленников К.И. | title Ярмарка в 2 ч | place Пермь | year 1999 | volume 1 | extent 60 с."},
    {"Масленников К.И. Ярмарка в 20 веке. Т. 1-2. Пермь: Книга, 1999.",
     "book | by Масленников К.И. | title Ярмарка в 20 веке | publisher Книга | place Пермь | year 1999 | volume 1-2"},
};

constexpr CitationRow kTowns[]{
    {"Седов И. Рыба и снасть. Н. Новгород: ННГУ, 2003.",
     "book | by Седов И. | title Рыба и снасть | publisher ННГУ | place Н. Новгород | year 2003"},
    {"Седов И. Рыба и снасть. Ростов н/Д: Феникс, 2003.",
     "book | by Седов И. | title Рыба и снасть | publisher Феникс | place Ростов н/Д | year 2003"},
    {"Седов И. Рыба и снасть. Ростов н/Д.: Изд-во ЮФУ, 2013. 120 с.",
     "book | by Седов И. | title Рыба и снасть | publisher Изд-во ЮФУ | place Ростов н/Д. | year 2013 | extent 120 с."},
    {"Белов М. Радионице краја. Нови Сад: Мајстор, 2011.",
     "book | by Белов М. | title Радионице краја | publisher Мајстор | place Нови Сад | year 2011"},
};

constexpr CitationRow kChapters[]{
    {"Ильина О.С. Песок и глина // Почвы края: сб. науч. тр. / под ред. И.И. Седова. Пермь: ПГУ, 2013. С. 45–49.",
     "chapter | by Ильина О.С. | edited by Седова И.И. | title Песок и глина | in Почвы края: сб. науч. тр | publisher "
     "ПГУ | place Пермь | year 2013 | pages 45-49"},
    {"Ильина О.С. Песок и глина. В кн.: Почвы края. М.: Прибой, 1979, с. 45-49.",
     "chapter | by Ильина О.С. | title Песок и глина | in Почвы края | publisher Прибой | place М. | year 1979 | pages "
     "45-49"},
    {"Ильина О.С. Песок и глина // В кн.: Почвы края. М.: Прибой, 1979. С. 45-49.",
     "chapter | by Ильина О.С. | title Песок и глина | in Почвы края | publisher Прибой | place М. | year 1979 | pages "
     "45-49"},
    {"Ильина О. С. Песок и глина // В сб.: Почвы края. Вып. 3. Л., 1979. С. 45–49.",
     "article-journal | by Ильина О.С. | title Песок и глина | in Почвы края | place Л. | year 1979 | issue 3 | pages "
     "45-49"},
    {"Ильина О.С. Песок и глина / Труды Института почв. 1979. Т. 12. С. 45–49.",
     "article-journal | by Ильина О.С. | title Песок и глина | in Труды Института почв | year 1979 | volume 12 | pages "
     "45-49"},
    {"Ilyina O.S. Sand and clay. In: Sedov I.I. (Ed.), Soils of the Region. Springer, Berlin, 2013, pp. 45–49.",
     "chapter | by Ilyina O.S. | edited by Sedov I.I. | title Sand and clay | in Soils of the Region | publisher "
     "Springer | place Berlin | year 2013 | pages 45-49"},
    {"Седов И. И. Пути рыбаков // Очерки истории лова. М. : Прибой, 1964. Вып. 2. С. 5—29.",
     "article-journal | by Седов И.И. | title Пути рыбаков | in Очерки истории лова | publisher Прибой | place М. | "
     "year 1964 | issue 2 | pages 5-29"},
    {"Седов И. И. Пути рыбаков. Очерки истории лова. Вып. 2. М., 1964. С. 5—29.",
     "article-journal | by Седов И.И. | title Пути рыбаков | in Очерки истории лова | place М. | year 1964 | issue 2 | "
     "pages 5-29"},
    {"Волков, В.В. О книгах. Чтение и время: сборник статей. Отв. ред. Л. Мохов. Тверь: Волга, 1996. С. 5–19.",
     "chapter | by Волков В.В. | edited by Мохов Л. | title О книгах | in Чтение и время: сборник статей | publisher "
     "Волга | place Тверь | year 1996 | pages 5-19"},
    {"Волков В.В. О книгах // Чтение и время / Под ред. Л. Мохова. М.: Прибой, 1996. С. 5–19.",
     "chapter | by Волков В.В. | edited by Мохова Л. | title О книгах | in Чтение и время | publisher Прибой | place "
     "М. | year 1996 | pages 5-19"},
    {"Волков В.В. О книгах // Чтение и время: Сб. ст. / Отв. ред. Л.Д. Мохов, Г.В. Суханов. М.: Прибой, 1996. С. 5–19.",
     "chapter | by Волков В.В. | edited by Мохов Л.Д., Суханов Г.В. | title О книгах | in Чтение и время: Сб. ст | "
     "publisher Прибой | place М. | year 1996 | pages 5-19"},
    {"Волков В.В. О книгах // Мохов Л.Д. (ред.) Чтение и время. М.: Прибой, 1996. С. 5–19.",
     "chapter | by Волков В.В. | edited by Мохов Л.Д. | title О книгах | in Чтение и время | publisher Прибой | place "
     "М. | year 1996 | pages 5-19"},
    {"Белов М., Чернов Г. Мастерские города // Ремесло и город: Тез. докл. науч. конф. 3–5 июня 1991 г. / Под общ. "
     "ред. Е.Л. Пановой. Казань: КГУ, 1991. С. 5–16.",
     "paper-conference | by Белов М., Чернов Г. | edited by Пановой Е.Л. | title Мастерские города | in Ремесло и "
     "город: Тез. докл. науч. конф. 3–5 июня 1991 г. | publisher КГУ | place Казань | year 1991 | pages 5-16"},
    {"Белов М.А. Мастерские // XX век: ремесло. М.: Мастер, 2001. С. 5–16.",
     "chapter | by Белов М.А. | title Мастерские | in XX век: ремесло | publisher Мастер | place М. | year 2001 | "
     "pages 5-16"},
    {"Belov MA. Workshops. In: Chernov GN, editor. Crafts of the region. Perm: Master; 2001. p. 5-16.",
     "chapter | by Belov M.A. | edited by Chernov G.N. | title Workshops | in Crafts of the region | publisher Master "
     "| place Perm | year 2001 | pages 5-16"},
    {"Масленников К. И. Ярмарка // Тр. ин-та торговли. М.: Изд-во ИТ, 1999. Т. 5. С. 4–9.",
     "chapter | by Масленников К.И. | title Ярмарка | in Тр. ин-та торговли | publisher Изд-во ИТ | place М. | year "
     "1999 | volume 5 | pages 4-9"},
};

constexpr CitationRow kConferences[]{
    {"Ильина О.С. Песок и глина // Материалы III Всероссийской конференции «Почвы края», Заречье, 12–14 мая 2013 г. "
     "Пермь: Изд-во ПГУ, 2013. С. 45–49.",
     "paper-conference | by Ильина О.С. | title Песок и глина | in Материалы III Всероссийской конференции «Почвы "
     "края», Заречье, 12–14 мая 2013 г. | publisher Изд-во ПГУ | place Пермь | year 2013 | pages 45-49"},
    {"Ильина, О. С. Песок и глина / О. С. Ильина // Почвы края : материалы междунар. науч.-практ. конф. (Пермь, 12–14 "
     "мая 2013 г.) / отв. ред. И. И. Седов. – Пермь : ПГУ, 2013. – С. 45–49.",
     "paper-conference | by Ильина О.С. | edited by Седов И.И. | title Песок и глина | in Почвы края: материалы "
     "междунар. науч.-практ. конф. (Пермь, 12–14 мая 2013 г.) | publisher ПГУ | place Пермь | year 2013 | pages 45-49"},
    {"Ильина О.С. Песок и глина : тезисы докладов // Тезисы докладов X съезда почвоведов. Ч. 1. Киев, 1977. С. 12.",
     "paper-conference | by Ильина О.С. | title Песок и глина: тезисы докладов | in Тезисы докладов X съезда "
     "почвоведов | place Киев | year 1977 | volume 1 | pages 12"},
    {"Ilyina O. Sand and clay // Proc. 5th Int. Conf. on Soils. Perm, 2013. P. 45–49.",
     "paper-conference | by Ilyina O. | title Sand and clay | in Proc. 5th Int. Conf. on Soils | place Perm | year "
     "2013 | pages 45-49"},
    {"Волков В.В. О книгах // Чтение – 96: тез. докл. Междунар. науч. конф. Тверь, 1996. С. 5–19.",
     "paper-conference | by Волков В.В. | title О книгах | in Чтение – 96: тез. докл. Междунар. науч. конф | place "
     "Тверь | year 1996 | pages 5-19"},
    {"Волков В.В. О книгах // Сборник научных трудов кафедры чтения. Тверь, 1996. Вып. 4. С. 5–19.",
     "article-journal | by Волков В.В. | title О книгах | in Сборник научных трудов кафедры чтения | place Тверь | "
     "year 1996 | issue 4 | pages 5-19"},
    {"Белов М. Мастерские города // Ремесло: проблемы и люди. М., 2001. Вып. 2, ч. 1. С. 5–16.",
     "article-journal | by Белов М. | title Мастерские города | in Ремесло: проблемы и люди | place М. | year 2001 | "
     "issue 2 | pages 5-16 | left ч. 1"},
};

constexpr CitationRow kTheses[]{
    {"Дом В.Г. Следы ледника в рельефе: дис. ... канд. геогр. наук. М., 2006. 187 с.",
     "thesis | by Дом В.Г. | title Следы ледника в рельефе | place М. | year 2006 | extent 187 с. | left дис. ... "
     "канд. геогр. наук"},
    {"Дом, В. Г. Следы ледника в рельефе : автореф. дис. ... д-ра геогр. наук : 25.00.25 / Дом Виктор Глебович. – "
     "Тверь, 2006. – 42 с.",
     "thesis | by Дом В.Г.=Дом Виктор Глебович | title Следы ледника в рельефе | place Тверь | year 2006 | extent 42 "
     "с. | left автореф. дис. ... д-ра геогр. наук : 25.00.25"},
    {"Дом В.Г. Следы ледника в рельефе. Автореф. дисс. на соиск. уч. степ. канд. геогр. наук. Тверь, 2006.",
     "thesis | by Дом В.Г. | title Следы ледника в рельефе | place Тверь | year 2006 | left Автореф. дисс. на соиск. "
     "уч. степ. канд. геогр. наук"},
    {"Dome V. Traces of the glacier. PhD thesis. University of Zarechye, 2006.",
     "thesis | by Dome V. | title Traces of the glacier | publisher University of Zarechye | year 2006 | left PhD "
     "thesis"},
    {"Kovalev P. Ice and salt. Candidate dissertation. Perm, 2019.",
     "thesis | by Kovalev P. | title Ice and salt | place Perm | year 2019 | left Candidate dissertation"},
    {"Kovalev, P. (2019). Ice and salt (Doctoral dissertation, University of Lakes).",
     "thesis | by Kovalev P. | title Ice and salt | year 2019 | left Doctoral dissertation, University of Lakes"},
    {"Климов А. Н. Лёд на реках Заволжья: автореферат дис. … канд. геогр. наук : 25.00.27 / Климов Андрей Николаевич ; "
     "[Место защиты: Ин-т озёр]. — Саратов, 1999. — 22 с.",
     "thesis | by Климов А.Н.=Климов Андрей Николаевич | title Лёд на реках Заволжья | place Саратов | year 1999 | "
     "extent 22 с. | left [Место защиты: Ин-т озёр]. автореферат дис. … канд. геогр. наук : 25.00.27"},
    {"Климов А. Н. Лёд на реках Заволжья : диссертация кандидата географических наук. Саратов, 1999. 180 с.",
     "thesis | by Климов А.Н. | title Лёд на реках Заволжья | place Саратов | year 1999 | extent 180 с. | left "
     "диссертация кандидата географических наук"},
    {"Климов А.Н. 1999. Лёд на реках: дис. на соиск. учен. степени канд. геогр. наук. Саратов: СГУ. 180 с.",
     "thesis | by Климов А.Н. | title Лёд на реках | publisher СГУ | place Саратов | year 1999 | extent 180 с. | left "
     "дис. на соиск. учен. степени канд. геогр. наук"},
    {"Бєлов М. Майстерні краю: автореф. дис. на здобуття наук. ступеня канд. іст. наук. К., 2011. 20 с.",
     "thesis | by Бєлов М. | title Майстерні краю | place К. | year 2011 | extent 20 с. | left автореф. дис. на "
     "здобуття наук. ступеня канд. іст. наук"},
};

constexpr CitationRow kReports[]{
    {"ГОСТ 31415-2012. Снег дорожный. Методы измерений. М.: Стандартинформ, 2013. 12 с.",
     "book | title ГОСТ 31415-2012. Снег дорожный. Методы измерений | publisher Стандартинформ | place М. | year 2013 "
     "| extent 12 с."},
    {"12. Бровкин С.С. Учёт снега. Препринт ИТС-17. Тверь, 1989. 24 с.",
     "report | by Бровкин С.С. | title Учёт снега | place Тверь | year 1989 | extent 24 с. | left Препринт ИТС-17"},
    {"Lake Institute. (2019). Annual report on ice (Report No. 12). Perm: Lake Institute.",
     "book | by Lake Institute | title Annual report on ice (Report No. 12) | publisher Lake Institute | place Perm | "
     "year 2019"},
    {"International Lake Standard. ILS 345-2. Geneva, 2019.",
     "book | title International Lake Standard. ILS 345-2 | place Geneva | year 2019"},
};

} // namespace

TEST_CASE("books are told by place and publisher", "[citations]") {
    test::check_citations(kBooks);
}

TEST_CASE("editors, editions and series are taken out of the title of a book", "[citations]") {
    test::check_citations(kStatements);
}

TEST_CASE("volumes and parts of books", "[citations]") {
    test::check_citations(kVolumes);
}

TEST_CASE("towns of several words", "[citations]") {
    test::check_citations(kTowns);
}

TEST_CASE("chapters name the book around them", "[citations]") {
    test::check_citations(kChapters);
}

TEST_CASE("papers of conferences", "[citations]") {
    test::check_citations(kConferences);
}

TEST_CASE("theses", "[citations]") {
    test::check_citations(kTheses);
}

TEST_CASE("reports, laws and standards", "[citations]") {
    test::check_citations(kReports);
}

} // namespace annota
