// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lists hold the cities and houses that Russian, Ukrainian, Bulgarian and English citations name most; an unknown
// one is told by the signs around it (citation_imprint.cpp).

#include "indexer/citation_place.h"

#include "common/utf8.h"
#include "indexer/citation_word_set.h"
#include "indexer/citation_words.h"

#include <algorithm>
#include <string>

namespace annota {
namespace {

/// Well-known houses whose names hold no word that says so.
const CitationWordSet& publishers() {
    static const CitationWordSet known(R"(
        наука мир просвещение прогресс химия машиностроение медицина энергия атомиздат энергоатомиздат
        металлургия юрайт лань питер инфра-м юрист статут проспект academia росспэн норма логос мысль недра
        физматлит наукова_думка вища_школа высшая_школа советское_радио сов_радио радио_и_связь аспект_пресс
        наука_и_изкуство народна_просвета христо_ботев дрофа эксмо аст альпина бином nauka mir elsevier
        birkhäuser routledge sage pergamon brill mcgraw-hill prentice_hall de_gruyter peter_lang
        palgrave_macmillan edward_elgar world_scientific north_holland)");
    return known;
}

bool is_capital_word(const CitationToken& token) {
    return token.is_word() && token.capital;
}

std::string joined_keys(const CitationText& text, TokenRange piece) {
    std::string keys;
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
        if (!text[i].is_word()) continue;
        if (!keys.empty()) keys.push_back(' ');
        keys += text[i].key;
    }
    return keys;
}

bool is_town_like(const CitationToken& token) {
    // A consonant stands before "-ск" of towns: "Хабаровск", but "выпуск", "риск".
    static constexpr std::string_view kEndings[]{"град", "бург", "поль", "город", "вск", "нск",  "рск",  "лск",
                                                 "льск", "йск",  "мск",  "бск",   "дск", "тск",  "цк",   "ськ",
                                                 "grad", "burg", "town", "ville", "vsk", "nsk",  "rsk",  "lsk",
                                                 "l’sk", "isk",  "ysk",  "msk",   "tsk", "opol", "ополь"};
    if (!is_capital_word(token) || count_code_points(token.text) < 5) return false;
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return token.text.ends_with(ending); });
}

} // namespace

bool is_known_place(const CitationToken& token) {
    static const CitationWordSet known(R"(
        м спб л пг к х екб с москва санкт-петербург петербург ленинград петроград киев київ минск мінск харьков
        харків одесса одеса львов львів новосибирск екатеринбург свердловск казань самара куйбышев саратов
        ростов-на-дону воронеж томск омск пермь уфа челябинск красноярск иркутск владивосток хабаровск тюмень
        ижевск ярославль тула рязань калуга обнинск дубна тверь калинин калининград псков новгород вологда
        архангельск мурманск петрозаводск сыктывкар киров вятка пенза тамбов орел курск белгород брянск смоленск
        иваново кострома владимир чебоксары саранск йошкар-ола ульяновск оренбург волгоград астрахань краснодар
        ставрополь пятигорск нальчик владикавказ махачкала грозный элиста майкоп симферополь севастополь барнаул
        кемерово новокузнецк абакан кызыл улан-удэ чита якутск магадан благовещенск горький ташкент самарканд
        алматы алма-ата астана караганда бишкек фрунзе душанбе ашхабад баку тбилиси тифлис ереван кишинев
        вильнюс рига таллин тарту юрьев варшава прага вена берлин лейпциг париж лондон рим женева нью-йорк
        вашингтон токио пекин хельсинки гомель брест гродно витебск могилев днепропетровск дніпро днепр донецк
        луганск запорожье запоріжжя полтава чернівці черновцы тернопіль тернополь ужгород вінниця винница луцьк
        рівне житомир суми чернігів софия пловдив варна русе бургас благоевград шумен скопје београд белград
        загреб цариград солун подольск саров димитровград протвино пущино черноголовка зеленоград королев химки
        новочеркасск таганрог магнитогорск ниш крагујевац сарајево подгорица битола охрид скопие габрово плевен
        хасково сливен видин враца перник добрич ямбол разград силистра ловеч кюстендил казанлък троян самоков
        івано-франківськ кам’янець ніжин дрогобич хмельницький херсон миколаїв кропивницький черкаси острог
        маріуполь гродна віцебск магілёў магілеў брэст нур-султан муром коломна ковров серпухов череповец
        тобольск рыбинск елец липецк кронштадт нарва ревель вильна гельсингфорс нюрнберг мюнхен мадрид стокгольм
        афины будапешт бухарест moscow moskva leningrad petersburg kiev kyiv kharkiv lviv odessa minsk
        novosibirsk kazan obninsk tomsk samara saratov voronezh vladivostok irkutsk krasnoyarsk omsk perm ufa
        dubna sarov podolsk rostov rostov-on-don ekaterinburg yekaterinburg tashkent almaty yerevan tbilisi baku
        riga vilnius tallinn tartu london paris berlin vienna wien geneva genève rome roma milan milano turin
        torino bologna florence venice naples madrid barcelona valencia lisbon amsterdam rotterdam dordrecht
        leiden utrecht delft brussels bruxelles leuven louvain ghent antwerp copenhagen stockholm uppsala lund
        oslo bergen helsinki turku dublin edinburgh glasgow oxford cambridge manchester bristol leeds liverpool
        sheffield heidelberg munich münchen leipzig dresden hamburg frankfurt bonn stuttgart tübingen göttingen
        weinheim jena halle cologne köln basel zurich zürich bern lausanne graz salzburg innsbruck prague praha
        brno bratislava budapest warsaw warszawa krakow kraków sofia bucharest belgrade zagreb ljubljana athens
        istanbul ankara jerusalem cairo tokyo kyoto osaka beijing shanghai seoul taipei delhi mumbai singapore
        sydney melbourne canberra auckland wellington toronto montreal ottawa vancouver washington boston
        chicago philadelphia princeton berkeley stanford baltimore houston ithaca hoboken minneapolis seattle
        atlanta cham farnham abingdon cheltenham aldershot durham harmondsworth strasbourg grenoble lyon
        marseille toulouse sarajevo skopje nis thessaloniki reykjavik luxembourg bloomington urbana lanham
        malden syracuse waltham norwell piscataway armonk iasi iaşi timișoara bucurești beograd lisboa wrocław
        poznań gdańsk łódź lublin toruń kaunas tver’ tver tula ryazan ryazan’ perm’ kazan’ ulan-ude chita
        yakutsk)");
    return token.capital && known.contains(token);
}

bool has_shape_of_place(const CitationText& text, TokenRange piece) {
    constexpr std::size_t kMostWords = 3;
    constexpr std::size_t kLongestPreposition = 4;
    std::size_t words = 0;
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
        const CitationToken& token = text[i];
        if (token.is(".") || token.is_dash() || (token.is("/") && !token.blank_before)) continue;
        if (!token.is_word() || (!token.capital && (words == 0 || count_code_points(token.text) > kLongestPreposition)))
            return false;
        ++words;
    }
    return words >= 1 && words <= kMostWords;
}

bool is_place(const CitationText& text, TokenRange piece) {
    static const CitationWordSet of_several_words(R"(
        new_york los_angeles san_francisco san_diego new_haven new_delhi ann_arbor upper_saddle thousand_oaks
        the_hague hong_kong tel_aviv oak_ridge baton_rouge sao_paulo são_paulo buenos_aires mexico_city
        st_petersburg saint_petersburg la_haye нижний_новгород великий_новгород н_новгород в_новгород
        сосновый_бор велико_търново нови_сад стара_загора новый_сад нижний_тагил старый_оскол великие_луки
        boca_raton kuala_lumpur ростов_н_д ростов_н_дону в_търново бања_лука novi_sad банска_бистрица
        college_park palo_alto chapel_hill santa_barbara englewood_cliffs new_brunswick notre_dame los_alamos
        upper_saddle_river nizhny_novgorod st_paul великий_устюг царское_село алма_ата cluj_napoca)");
    if (piece.size() > 8 || !has_shape_of_place(text, piece)) return false;
    bool all_known = true;
    std::size_t words = 0;
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
        if (!text[i].is_word()) continue;
        ++words;
        all_known = all_known && is_known_place(text[i]);
    }
    return all_known || (words > 1 && of_several_words.contains_key(joined_keys(text, piece))) ||
           (words == 1 && is_town_like(text[piece.begin]));
}

bool is_publisher(const CitationText& text, TokenRange piece) {
    if (std::any_of(&text[piece.begin], &text[piece.begin] + piece.size(), is_publisher_word)) return true;
    return !piece.empty() && piece.size() <= 8 && is_capital_word(text[piece.begin]) &&
           publishers().contains_key(joined_keys(text, piece));
}

std::size_t publisher_name_begin(const CitationText& text, TokenRange range) {
    constexpr std::size_t kMostWords = 3;
    for (std::size_t words = 2; words <= kMostWords && words < range.size(); ++words) {
        const std::size_t begin = range.end - words;
        const TokenRange name{begin, range.end};
        const bool unbroken =
            std::all_of(&text[begin], &text[begin] + words, [](const CitationToken& token) { return token.is_word(); });
        if (unbroken && text[begin].capital && publishers().contains_key(joined_keys(text, name))) return begin;
    }
    return range.end;
}

} // namespace annota
