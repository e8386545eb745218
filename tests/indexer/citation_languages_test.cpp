// SPDX-License-Identifier: GPL-2.0-or-later
//
// Citations of further languages written in Cyrillic. All works are invented.

#include "tests/indexer/citation_output.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

using test::CitationRow;

constexpr CitationRow kUkrainian[]{
    {"Мельник О.І. Степові річки та їх береги // Вісник Надбузького університету. 2012. Вип. 7. С. 88–94.",
     "article-journal | by Мельник О.І. | title Степові річки та їх береги | in Вісник Надбузького університету | year "
     "2012 | issue 7 | pages 88-94"},
    {"Мельник О. І. Степові річки : монографія / О. І. Мельник. – К. : Берег, 2012. – 188 с.",
     "book | by Мельник О.І. | title Степові річки: монографія | publisher Берег | place К. | year 2012 | extent 188 "
     "с."},
    {"Мельник, О. І. (2012). Степові річки. Київ: Берег.",
     "book | by Мельник О.І. | title Степові річки | publisher Берег | place Київ | year 2012"},
    {"Мельник О.І. Річки та млини. Надбузькі студії. 2012. Т. 3, № 2. С. 10–22. DOI: "
     "https://doi.org/10.12345/nad.2012.2",
     "article-journal | by Мельник О.І. | title Річки та млини | in Надбузькі студії | year 2012 | volume 3 | issue 2 "
     "| pages 10-22 | doi 10.12345/nad.2012.2"},
    {"Мельник О.І. Річки України: дис. ... канд. геогр. наук: 11.00.01. Київ, 2004. 190 с.",
     "thesis | by Мельник О.І. | title Річки України | place Київ | year 2004 | extent 190 с. | left дис. ... канд. "
     "геогр. наук: 11.00.01"},
    {"Шевчук В. Млини на Горині / В. Шевчук. – Львів : Вид-во Надбузького ун-ту, 2005. – 168 с.",
     "book | by Шевчук В. | title Млини на Горині | publisher Вид-во Надбузького ун-ту | place Львів | year 2005 | "
     "extent 168 с."},
    {"Шевчук В. Млини на Горині. – Львів, 2005. – 168 с.",
     "book | by Шевчук В. | title Млини на Горині | place Львів | year 2005 | extent 168 с."},
    {"Шевчук, В. (ред.). (2005). Млини на Горині: Збірник наукових праць. Львів: Каменяр.",
     "book | edited by Шевчук В. | title Млини на Горині: Збірник наукових праць | publisher Каменяр | place Львів | "
     "year 2005"},
    {"Бєлов М. Майстерні краю // Ремесло: зб. наук. пр. / за ред. Г. Чорнова. Львів: Майстер, 2011. С. 5–16.",
     "chapter | by Бєлов М. | edited by Чорнова Г. | title Майстерні краю | in Ремесло: зб. наук. пр | publisher "
     "Майстер | place Львів | year 2011 | pages 5-16"},
    {"Бєлов М. Майстерні краю // Край. – 2011. – Вип. 3 (7). – С. 5–16.",
     "article-journal | by Бєлов М. | title Майстерні краю | in Край | year 2011 | issue 3 (7) | pages 5-16"},
    {"Бєлов М. Майстерні краю [Електронний ресурс] / М. Бєлов // Край. – 2011. – № 1. – Режим доступу: "
     "http://kray.example.org/1",
     "article-journal | by Бєлов М. | title Майстерні краю | in Край | year 2011 | issue 1 | url "
     "http://kray.example.org/1"},
    {"Бєлов М. Майстерні краю. К.: Майстер, 2011. 160 с.",
     "book | by Бєлов М. | title Майстерні краю | publisher Майстер | place К. | year 2011 | extent 160 с."},
};

constexpr CitationRow kBulgarian[]{
    {"Стефанов, Петър. Песни от долината. София: Изгрев, 1994, 210 с.",
     "book | by Стефанов Петър | title Песни от долината | publisher Изгрев | place София | year 1994 | extent 210 с."},
    {"Стефанов, П. Песни от долината. – В: Народни песни. Т. 2. С., 1961, 15–30.",
     "chapter | by Стефанов П. | title Песни от долината | in Народни песни | place С. | year 1961 | volume 2 | pages "
     "15-30"},
    {"Стефанов П. Песни от долината. // Родна реч, XII, 1938, № 4, с. 150-162.",
     "article-journal | by Стефанов П. | title Песни от долината | in Родна реч | year 1938 | volume XII | issue 4 | "
     "pages 150-162"},
    {"Стефанов, П. 1994. Песни от долината. Списание за фолклор, кн. 2, 33–40.",
     "article-journal | by Стефанов П. | title Песни от долината | in Списание за фолклор | year 1994 | volume 2 | "
     "pages 33-40"},
    {"Илиев, Илия, Мария Донева. 2009. Книга за мостовете. Варна: Славена.",
     "book | by Илиев Илия, Донева Мария | title Книга за мостовете | publisher Славена | place Варна | year 2009"},
    {"Петкова, Д., Р. Колев. Градски истории. – Исторически преглед, 1987, № 6, 45–59.",
     "article-journal | by Петкова Д., Колев Р. | title Градски истории | in Исторически преглед | year 1987 | issue 6 "
     "| pages 45-59"},
    {"Николова, Я. Водни знаци. // Библиотека, 15, 2008, № 3–4, с. 23–31.",
     "article-journal | by Николова Я. | title Водни знаци | in Библиотека | year 2008 | volume 15 | issue 3–4 | pages "
     "23-31"},
    {"Тодоров, В. (съст.). Сборник документи за града. София: БАН, 1976.",
     "book | edited by Тодоров В. | title Сборник документи за града | publisher БАН | place София | year 1976"},
    {"Документи за града. Съст. В. Тодоров, П. Илиев. София, 1976.",
     "book | edited by Тодоров В., Илиев П. | title Документи за града | place София | year 1976"},
    {"Пенев, Б. История на новата литература. Т. 3. С., 1977.",
     "book | by Пенев Б. | title История на новата литература | place С. | year 1977 | volume 3"},
    {"Пенев Б. 1977. История на новата литература, т. 3, София: Български писател, с. 45–60.",
     "book | by Пенев Б. | title История на новата литература | publisher Български писател | place София | year 1977 "
     "| volume 3 | pages 45-60"},
    {"Белов, Михаил. Работилници в края. – Край, 2011, кн. 1, с. 5–16.",
     "article-journal | by Белов Михаил | title Работилници в края | in Край | year 2011 | volume 1 | pages 5-16"},
    {"Белов, М., Г. Чернов. Работилници. – В: Занаяти. Сборник. Съст. Е. Панова. София, УИ, 2011, с. 5–16.",
     "chapter | by Белов М., Чернов Г. | edited by Панова Е. | title Работилници | in Занаяти. Сборник | publisher УИ "
     "| place София | year 2011 | pages 5-16"},
    {"Белов, М. Работилници. С., Наука и изкуство, 1981.",
     "book | by Белов М. | title Работилници | publisher Наука и изкуство | place С. | year 1981"},
    {"Н. Тодоров. Градове и хора. София, 1972, 310 с.",
     "book | by Тодоров Н. | title Градове и хора | place София | year 1972 | extent 310 с."},
    {"Тодоров Н. Градове и хора // Исторически преглед. 1972. Кн. 2. С. 5–16.",
     "article-journal | by Тодоров Н. | title Градове и хора | in Исторически преглед | year 1972 | volume 2 | pages "
     "5-16"},
};

constexpr CitationRow kSerbian[]{
    {"Јовић М. Стари мостови на Реци. Гласник Речног музеја. 1975. бр. 4. стр. 61–70.",
     "article-journal | by Јовић М. | title Стари мостови на Реци | in Гласник Речног музеја | year 1975 | issue 4 | "
     "pages 61-70"},
    {"Јовић, Милан. Стари мостови. Београд: Просвета, 1981.",
     "book | by Јовић Милан | title Стари мостови | publisher Просвета | place Београд | year 1981"},
    {"Kovač A. Stari mostovi // Građevinar. 1990. Vol. 42. S. 12-19.",
     "article-journal | by Kovač A. | title Stari mostovi | in Građevinar | year 1990 | volume 42 | pages 12-19"},
    {"Радић П. 2011. Записи са севера. Нови Сад: Матица српска, 2011.",
     "book | by Радић П. | title Записи са севера | publisher Матица српска | place Нови Сад | year 2011"},
    {"Радић, П. (2011). Записи са севера. У: М. Јовић (ур.), Зборник о путовањима (стр. 15–30). Београд: Просвета.",
     "chapter | by Радић П. | edited by Јовић М. | title Записи са севера | in Зборник о путовањима | publisher "
     "Просвета | place Београд | year 2011 | pages 15-30"},
    {"Белов, М. „Радионице краја“. Крај 3 (2011): 5–16.",
     "article-journal | by Белов М. | title Радионице краја | in Крај | year 2011 | volume 3 | pages 5-16"},
};

constexpr CitationRow kBelarusian[]{
    {"Каваль А.М. Гаворкі Палесся // Беларуская лінгвістыка. 1983. Вып. 23. С. 55–60.",
     "article-journal | by Каваль А.М. | title Гаворкі Палесся | in Беларуская лінгвістыка | year 1983 | issue 23 | "
     "pages 55-60"},
    {"Бялоў М. Майстэрні краю. Мінск: Майстар, 2011. 160 с.",
     "book | by Бялоў М. | title Майстэрні краю | publisher Майстар | place Мінск | year 2011 | extent 160 с."},
};

constexpr CitationRow kNames[]{
    {"Волков В.В. Книги С. Есенина // Чтение. 1996. № 2. С. 5–19.",
     "article-journal | by Волков В.В. | title Книги С. Есенина | in Чтение | year 1996 | issue 2 | pages 5-19"},
    {"Волков В.В. Т. Манн и его издатели // Чтение. 1996. № 2. С. 5–19.",
     "article-journal | by Волков В.В. | title Т. Манн и его издатели | in Чтение | year 1996 | issue 2 | pages 5-19"},
    {"Волков В.В. Vol. 1 и другие // Чтение. 1996. № 2. С. 5–19.",
     "article-journal | by Волков В.В. | title Vol. 1 и другие | in Чтение | year 1996 | issue 2 | pages 5-19"},
    {"Волков В.В. Л. Толстой: том 5 // Чтение. 1996. № 2. С. 5–19.",
     "article-journal | by Волков В.В. | title Л. Толстой: том 5 | in Чтение | year 1996 | issue 2 | pages 5-19"},
};

} // namespace

TEST_CASE("Ukrainian citations", "[citations]") {
    test::check_citations(kUkrainian);
}

TEST_CASE("Bulgarian citations", "[citations]") {
    test::check_citations(kBulgarian);
}

TEST_CASE("Serbian and Croatian citations", "[citations]") {
    test::check_citations(kSerbian);
}

TEST_CASE("Belarusian citations", "[citations]") {
    test::check_citations(kBelarusian);
}

TEST_CASE("where the names end and the title begins", "[citations]") {
    test::check_citations(kNames);
}

} // namespace annota
