// SPDX-License-Identifier: GPL-2.0-or-later
//
// Citations of English styles and their Russian imitations. All works are invented.

#include "tests/indexer/citation_output.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

using test::CitationRow;

constexpr CitationRow kAuthorYear[]{
    {"Орлова Т.М. (2018). О чтении старых карт. Картограф, 5(2), 33–41.",
     "article-journal | by Орлова Т.М. | title О чтении старых карт | in Картограф | year 2018 | volume 5 | issue 2 | "
     "pages 33-41"},
    {"Орлова, Т. М., & Ковалёв, П. Р. (2018). О чтении старых карт. Картограф, 5(2), 33–41. "
     "https://doi.org/10.12345/map.2018.33",
     "article-journal | by Орлова Т.М., Ковалёв П.Р. | title О чтении старых карт | in Картограф | year 2018 | volume "
     "5 | issue 2 | pages 33-41 | doi 10.12345/map.2018.33"},
    {"Орлова Т. М. (2018а) О чтении старых карт // Картограф. Т. 5. № 2. С. 33–41.",
     "article-journal | by Орлова Т.М. | title О чтении старых карт | in Картограф | year 2018 | volume 5 | issue 2 | "
     "pages 33-41"},
    {"Орлова Т. (2018) О чтении карт, Картограф, № 2, с. 33–41.",
     "article-journal | by Орлова Т. | title О чтении карт | in Картограф | year 2018 | issue 2 | pages 33-41"},
    {"Orlova T. M., Kovalev P. R. (2018) On reading old maps. Journal of Old Maps, vol. 5, no. 2, pp. 33–41. (In "
     "Russ.)",
     "article-journal | by Orlova T.M., Kovalev P.R. | title On reading old maps | in Journal of Old Maps | year 2018 "
     "| volume 5 | issue 2 | pages 33-41 | language ru"},
    {"Orlova, T. and Kovalev, P., 2018. On reading old maps. Journal of Old Maps, 5(2), pp.33-41.",
     "article-journal | by Orlova T., Kovalev P. | title On reading old maps | in Journal of Old Maps | year 2018 | "
     "volume 5 | issue 2 | pages 33-41"},
    {"Orlova, T. (2018). Reading maps: A guide (2nd ed.). Harbour Press.",
     "book | by Orlova T. | title Reading maps: A guide | publisher Harbour Press | year 2018 | left 2nd ed"},
    {"Orlova, T. (2018). Maps at sea. In P. Kovalev & I. Sedov (Eds.), Handbook of maps (pp. 45–67). London: Harbour "
     "Press.",
     "chapter | by Orlova T. | edited by Kovalev P., Sedov I. | title Maps at sea | in Handbook of maps | publisher "
     "Harbour Press | place London | year 2018 | pages 45-67"},
    {"Иванова-Крамская Е. 2003. Ночные рынки малых городов. Город и торговля. № 4. С. 12–19.",
     "article-journal | by Иванова-Крамская Е. | title Ночные рынки малых городов | in Город и торговля | year 2003 | "
     "issue 4 | pages 12-19"},
    {"Belov, M., 2011a. Workshops of the region. Region 3, 5–16. https://doi.org/10.12345/reg.2011.3.",
     "article-journal | by Belov M. | title Workshops of the region | in Region | year 2011 | volume 3 | pages 5-16 | "
     "doi 10.12345/reg.2011.3"},
};

constexpr CitationRow kVancouver[]{
    {"Orlova TM, Kovalev PR. On reading old maps. Cartogr J. 2018;5(2):33-41. doi: 10.12345/map.2018.33",
     "article-journal | by Orlova T.M., Kovalev P.R. | title On reading old maps | in Cartogr J | year 2018 | volume 5 "
     "| issue 2 | pages 33-41 | doi 10.12345/map.2018.33"},
    {"Orlova T. On maps. Sci Rep. 2020;10:11234. doi:10.12345/s-020-1",
     "article-journal | by Orlova T. | title On maps | in Sci Rep | year 2020 | volume 10 | pages 11234 | doi "
     "10.12345/s-020-1"},
    {"Orlova T. On maps. PLOS Maps 2020; 15(3): e0231234.", "article-journal | by Orlova T. | title On maps | in PLOS "
                                                            "Maps | year 2020 | volume 15 | issue 3 | pages e0231234"},
    {"Орлова Т.М., Ковалёв П.Р. О чтении карт. Картограф. 2018;5(2):33-41. DOI:10.12345/map.2018.33",
     "article-journal | by Орлова Т.М., Ковалёв П.Р. | title О чтении карт | in Картограф | year 2018 | volume 5 | "
     "issue 2 | pages 33-41 | doi 10.12345/map.2018.33"},
    {"Орлова Т. М., Ковалёв П. Р. О чтении карт. Журнал карт и планов. 2018. 5(2): 33–41.",
     "article-journal | by Орлова Т.М., Ковалёв П.Р. | title О чтении карт | in Журнал карт и планов | year 2018 | "
     "volume 5 | issue 2 | pages 33-41"},
    {"Ковалёв П. Лёд и соль. Наука и жизнь озера. 2017; (8): 15–20.",
     "article-journal | by Ковалёв П. | title Лёд и соль | in Наука и жизнь озера | year 2017 | issue 8 | pages 15-20"},
    {"Ковалёв П. Лёд и соль. Наука и жизнь озера. 2017;59:15–20.",
     "article-journal | by Ковалёв П. | title Лёд и соль | in Наука и жизнь озера | year 2017 | volume 59 | pages "
     "15-20"},
    {"Kovalev P, Ilyina O, Sedov I, et al. Ice and salt. Lake Sci. 2019 Mar;12(3):345-50.",
     "article-journal | by Kovalev P., Ilyina O., Sedov I. | title Ice and salt | in Lake Sci | year 2019 | volume 12 "
     "| issue 3 | pages 345-50"},
};

constexpr CitationRow kQuoted[]{
    {"T. Orlova and P. Kovalev, “On reading old maps,” J. Old Maps, vol. 5, no. 2, pp. 33–41, 2018.",
     "article-journal | by Orlova T., Kovalev P. | title On reading old maps | in J. Old Maps | year 2018 | volume 5 | "
     "issue 2 | pages 33-41"},
    {"Brovkin S., Sedov I. \"Snow in the City: A Survey\". Journal of Snow, 2015, 3 (2), 5-9.",
     "article-journal | by Brovkin S., Sedov I. | title Snow in the City: A Survey | in Journal of Snow | year 2015 | "
     "volume 3 | issue 2 | pages 5-9"},
    {"П. Р. Ковалёв, О. С. Ильина, “Лёд и соль”, Физика льда, 59:8 (2017), 1520–1530",
     "article-journal | by Ковалёв П.Р., Ильина О.С. | title Лёд и соль | in Физика льда | year 2017 | volume 59 | "
     "issue 8 | pages 1520-1530"},
    {"Kovalev, Pavel. \"Ice and Salt.\" Journal of Lakes 12, no. 3 (2019): 345–350.",
     "article-journal | by Kovalev Pavel | title Ice and Salt | in Journal of Lakes | year 2019 | volume 12 | issue 3 "
     "| pages 345-350"},
    {"Kovalev P. 'Ice and salt', Journal of Lakes, vol. 12, no. 3, 2019, pp. 345–350.",
     "article-journal | by Kovalev P. | title Ice and salt | in Journal of Lakes | year 2019 | volume 12 | issue 3 | "
     "pages 345-350"},
    {"Kovalev, P. (2019) 'Ice and salt', Journal of Lakes, 12(3), pp. 345–350. Available at: "
     "https://lakes.example.org/12 (Accessed: 3 May 2020).",
     "article-journal | by Kovalev P. | title Ice and salt | in Journal of Lakes | year 2019 | volume 12 | issue 3 | "
     "pages 345-350 | url https://lakes.example.org/12"},
};

constexpr CitationRow kTransliterated[]{
    {"Orlova, T. M. (2018). O chtenii starykh kart [On reading old maps]. Kartograf [Cartographer], 5(2), 33–41.",
     "article-journal | by Orlova T.M. | title(en) On reading old maps | title(und) O chtenii starykh kart | in "
     "Kartograf [Cartographer] | year 2018 | volume 5 | issue 2 | pages 33-41"},
    {"Ковалёв П. Лёд и соль. Наука и жизнь озера. 2017. Т. 59. С. 15–20. (на рус. яз.).",
     "article-journal | by Ковалёв П. | title Лёд и соль | in Наука и жизнь озера | year 2017 | volume 59 | pages "
     "15-20 | language ru"},
    {"Ковалёв П. Лёд и соль. Наука и жизнь озера. 2017. Т. 59. С. 15–20 [in Russian].",
     "article-journal | by Ковалёв П. | title Лёд и соль | in Наука и жизнь озера | year 2017 | volume 59 | pages "
     "15-20 | language ru"},
    {"Kovalev P. [Ice and salt]. Nauka i zhizn’ ozera. 2017;59:15–20. Russian.",
     "article-journal | by Kovalev P. | title Ice and salt | in Nauka i zhizn’ ozera | year 2017 | volume 59 | pages "
     "15-20 | left Russian"},
    {"Kovalev P. Led i sol'. Nauka i zhizn' ozera [Science and Life of the Lake], 2017, vol. 59, no. 8, pp. 15–20.",
     "article-journal | by Kovalev P. | title Led i sol' | in Nauka i zhizn' ozera [Science and Life of the Lake] | "
     "year 2017 | volume 59 | issue 8 | pages 15-20"},
    {"Belov M.A. Masterskie kraya. Kray, 2011, vol. 3, no. 1, pp. 5–16 (in Russian).",
     "article-journal | by Belov M.A. | title Masterskie kraya | in Kray | year 2011 | volume 3 | issue 1 | pages 5-16 "
     "| language ru"},
    {"Belov M. A. Masterskie kraya [Workshops of the region]. Kray – Region, 2011, no. 1, pp. 5–16. DOI: "
     "10.12345/kray.2011.5",
     "article-journal | by Belov M.A. | title(en) Workshops of the region | title(und) Masterskie kraya | in Kray – "
     "Region | year 2011 | issue 1 | pages 5-16 | doi 10.12345/kray.2011.5"},
};

constexpr CitationRow kBooksInEnglish[]{
    {"Orlova T. et al. On reading old maps // Cartographic Journal. 2018. Vol. 5. No. 2. P. 33–41.",
     "article-journal | by Orlova T. | title On reading old maps | in Cartographic Journal | year 2018 | volume 5 | "
     "issue 2 | pages 33-41"},
    {"Orlova T. Reading maps. London: Harbour Press, 2018. 120 p.",
     "book | by Orlova T. | title Reading maps | publisher Harbour Press | place London | year 2018 | extent 120 p."},
    {"Orlova, Tatiana. Reading Maps. New York: Harbour Press, 2018.",
     "book | by Orlova Tatiana | title Reading Maps | publisher Harbour Press | place New York | year 2018"},
    {"Brovkin S.S., Ed. Snow handbook. Vienna: Alpine Publ., 1999. 310 p.",
     "book | edited by Brovkin S.S. | title Snow handbook | publisher Alpine Publ | place Vienna | year 1999 | extent "
     "310 p."},
    {"Kovalev, P., Ilyina, O.: Ice and salt. In: Sedov, I. (ed.) Lakes 2019. LNLS, vol. 112, pp. 34–45. Springer, Cham "
     "(2019). https://doi.org/10.12345/978-3-000-0_4",
     "chapter | by Kovalev P., Ilyina O. | edited by Sedov I. | title Ice and salt | in Lakes 2019. LNLS | publisher "
     "Springer | place Cham | year 2019 | volume 112 | pages 34-45 | doi 10.12345/978-3-000-0_4"},
    {"Kovalev, Pavel, and Olga Ilyina. Ice and Salt: A History. Chicago: University of Lakes Press, 2019.",
     "book | by Kovalev Pavel, Ilyina Olga | title Ice and Salt: A History | publisher University of Lakes Press | "
     "place Chicago | year 2019"},
    {"Pavel Kovalev, Ice and Salt: A History (Chicago: Lakes Press, 2019), 45–46.",
     "book | by Kovalev Pavel | title Ice and Salt: A History | publisher Lakes Press | place Chicago | year 2019 | "
     "pages 45-46"},
    {"Belov M. A., Chernov G. N. Workshops of the region. Proceedings of the Zarechye Academy, Series B, 2011, vol. 3, "
     "issue 1, pp. 5–16.",
     "article-journal | by Belov M.A., Chernov G.N. | title Workshops of the region | in Proceedings of the Zarechye "
     "Academy, Series B | year 2011 | volume 3 | issue 1 | pages 5-16"},
    {"Belov M.A. Workshops: A Study. 2nd ed. Moscow: Master; 2001.",
     "book | by Belov M.A. | title Workshops: A Study | publisher Master | place Moscow | year 2001 | left 2nd ed"},
};

constexpr CitationRow kUnusual[]{
    {"Орлова Т.М. О чтении карт, Журнал карт. 2018, т. 5, №2, с. 33-41.",
     "article-journal | by Орлова Т.М. | title О чтении карт | in Журнал карт | year 2018 | volume 5 | issue 2 | pages "
     "33-41"},
    {"Brovkin S. Snow as record. The Snow Review. 2015. Vol. 3, no. 2. Art. 17.",
     "article-journal | by Brovkin S. | title Snow as record | in The Snow Review | year 2015 | volume 3 | issue 2 | "
     "pages 17"},
    {"Brovkin S. Snow Reports Vol. 3. Snow Lett. B 112 (1999) 45.",
     "article-journal | by Brovkin S. | title Snow Reports Vol. 3 | in Snow Lett. B | year 1999 | volume 112 | pages "
     "45"},
    {"Тверской снег. 2012. № 3. С. 4–9.",
     "article-journal | title Тверской снег | in Тверской снег | year 2012 | issue 3 | pages 4-9"},
    {"Ковалёв П.Р. Лёд. Физика льда, 59 (8), 1520 (2017).",
     "article-journal | by Ковалёв П.Р. | title Лёд | in Физика льда | year 2017 | volume 59 | issue 8 | pages 1520"},
    {"Kovalev, P. & Ilyina, O. Ice and salt. Nature Lakes 12, 345–350 (2019).",
     "article-journal | by Kovalev P., Ilyina O. | title Ice and salt | in Nature Lakes | year 2019 | volume 12 | "
     "pages 345-350"},
    {"ICE-9: a new phase. Journal of Lakes, 2019, 12 (3), 345.",
     "article-journal | title ICE-9: a new phase | in Journal of Lakes | year 2019 | volume 12 | issue 3 | pages 345"},
    {"Белов М. А. Мастерские края. Край, 3(1), 5–16. doi: 10.12345/kray.2011.3",
     "article-journal | by Белов М.А. | title Мастерские края | in Край | volume 3 | issue 1 | pages 5-16 | doi "
     "10.12345/kray.2011.3"},
    {"Belov, M. A. (in press). Workshops. Region.", "by Belov M.A. | title Workshops. Region | left in press"},
    {"Belov, M. A. (n.d.). Workshops. Retrieved from http://region.example.org/w",
     "webpage | by Belov M.A. | title Workshops | url http://region.example.org/w"},
};

} // namespace

TEST_CASE("the year may stand behind the authors", "[citations]") {
    test::check_citations(kAuthorYear);
}

TEST_CASE("Vancouver style", "[citations]") {
    test::check_citations(kVancouver);
}

TEST_CASE("quoted titles", "[citations]") {
    test::check_citations(kQuoted);
}

TEST_CASE("transliterated titles and their translations", "[citations]") {
    test::check_citations(kTransliterated);
}

TEST_CASE("books and chapters in English", "[citations]") {
    test::check_citations(kBooksInEnglish);
}

TEST_CASE("numbers without labels and corporate authors", "[citations]") {
    test::check_citations(kUnusual);
}

} // namespace annota
