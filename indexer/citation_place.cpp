// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lists hold the cities and houses that Russian, Ukrainian, Bulgarian and English citations name most; an unknown
// one is told by the signs around it (citation_imprint.cpp).

#include "indexer/citation_place.h"

#include "common/utf8.h"
#include "indexer/citation_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace annota {
namespace {

constexpr std::array<std::string_view, 7> kAbbreviations{"м", "спб", "л", "пг", "к", "х", "екб"};

constexpr std::string_view kCyrillicCities[]{"москва",         "санкт-петербург",
                                             "петербург",      "ленинград",
                                             "петроград",      "киев",
                                             "київ",           "минск",
                                             "мінск",          "харьков",
                                             "харків",         "одесса",
                                             "одеса",          "львов",
                                             "львів",          "новосибирск",
                                             "екатеринбург",   "свердловск",
                                             "казань",         "самара",
                                             "куйбышев",       "саратов",
                                             "ростов-на-дону", "воронеж",
                                             "томск",          "омск",
                                             "пермь",          "уфа",
                                             "челябинск",      "красноярск",
                                             "иркутск",        "владивосток",
                                             "хабаровск",      "тюмень",
                                             "ижевск",         "ярославль",
                                             "тула",           "рязань",
                                             "калуга",         "обнинск",
                                             "дубна",          "тверь",
                                             "калинин",        "калининград",
                                             "псков",          "новгород",
                                             "вологда",        "архангельск",
                                             "мурманск",       "петрозаводск",
                                             "сыктывкар",      "киров",
                                             "вятка",          "пенза",
                                             "тамбов",         "орел",
                                             "курск",          "белгород",
                                             "брянск",         "смоленск",
                                             "иваново",        "кострома",
                                             "владимир",       "чебоксары",
                                             "саранск",        "йошкар-ола",
                                             "ульяновск",      "оренбург",
                                             "волгоград",      "астрахань",
                                             "краснодар",      "ставрополь",
                                             "пятигорск",      "нальчик",
                                             "владикавказ",    "махачкала",
                                             "грозный",        "элиста",
                                             "майкоп",         "симферополь",
                                             "севастополь",    "барнаул",
                                             "кемерово",       "новокузнецк",
                                             "абакан",         "кызыл",
                                             "улан-удэ",       "чита",
                                             "якутск",         "магадан",
                                             "благовещенск",   "горький",
                                             "ташкент",        "самарканд",
                                             "алматы",         "алма-ата",
                                             "астана",         "караганда",
                                             "бишкек",         "фрунзе",
                                             "душанбе",        "ашхабад",
                                             "баку",           "тбилиси",
                                             "тифлис",         "ереван",
                                             "кишинев",        "вильнюс",
                                             "рига",           "таллин",
                                             "тарту",          "юрьев",
                                             "варшава",        "прага",
                                             "вена",           "берлин",
                                             "лейпциг",        "париж",
                                             "лондон",         "рим",
                                             "женева",         "нью-йорк",
                                             "вашингтон",      "токио",
                                             "пекин",          "хельсинки",
                                             "гомель",         "брест",
                                             "гродно",         "витебск",
                                             "могилев",        "днепропетровск",
                                             "дніпро",         "днепр",
                                             "донецк",         "луганск",
                                             "запорожье",      "запоріжжя",
                                             "полтава",        "чернівці",
                                             "черновцы",       "тернопіль",
                                             "тернополь",      "ужгород",
                                             "вінниця",        "винница",
                                             "луцьк",          "рівне",
                                             "житомир",        "суми",
                                             "чернігів",       "софия",
                                             "пловдив",        "варна",
                                             "русе",           "бургас",
                                             "благоевград",    "шумен",
                                             "скопје",         "београд",
                                             "белград",        "загреб",
                                             "цариград",       "солун",
                                             "подольск",       "саров",
                                             "димитровград",   "протвино",
                                             "пущино",         "черноголовка",
                                             "зеленоград",     "королев",
                                             "химки",          "новочеркасск",
                                             "таганрог",       "магнитогорск"};

constexpr std::string_view kLatinCities[]{
    "moscow",       "moskva",        "leningrad",   "petersburg",  "kiev",          "kyiv",        "kharkiv",
    "lviv",         "odessa",        "minsk",       "novosibirsk", "kazan",         "obninsk",     "tomsk",
    "samara",       "saratov",       "voronezh",    "vladivostok", "irkutsk",       "krasnoyarsk", "omsk",
    "perm",         "ufa",           "dubna",       "sarov",       "podolsk",       "rostov",      "rostov-on-don",
    "ekaterinburg", "yekaterinburg", "tashkent",    "almaty",      "yerevan",       "tbilisi",     "baku",
    "riga",         "vilnius",       "tallinn",     "tartu",       "london",        "paris",       "berlin",
    "vienna",       "wien",          "geneva",      "genève",      "rome",          "roma",        "milan",
    "milano",       "turin",         "torino",      "bologna",     "florence",      "venice",      "naples",
    "madrid",       "barcelona",     "valencia",    "lisbon",      "amsterdam",     "rotterdam",   "dordrecht",
    "leiden",       "utrecht",       "delft",       "brussels",    "bruxelles",     "leuven",      "louvain",
    "ghent",        "antwerp",       "copenhagen",  "stockholm",   "uppsala",       "lund",        "oslo",
    "bergen",       "helsinki",      "turku",       "dublin",      "edinburgh",     "glasgow",     "oxford",
    "cambridge",    "manchester",    "bristol",     "leeds",       "liverpool",     "sheffield",   "heidelberg",
    "munich",       "münchen",       "leipzig",     "dresden",     "hamburg",       "frankfurt",   "bonn",
    "stuttgart",    "tübingen",      "göttingen",   "weinheim",    "jena",          "halle",       "cologne",
    "köln",         "basel",         "zurich",      "zürich",      "bern",          "lausanne",    "graz",
    "salzburg",     "innsbruck",     "prague",      "praha",       "brno",          "bratislava",  "budapest",
    "warsaw",       "warszawa",      "krakow",      "kraków",      "sofia",         "bucharest",   "belgrade",
    "zagreb",       "ljubljana",     "athens",      "istanbul",    "ankara",        "jerusalem",   "cairo",
    "tokyo",        "kyoto",         "osaka",       "beijing",     "shanghai",      "seoul",       "taipei",
    "delhi",        "mumbai",        "singapore",   "sydney",      "melbourne",     "canberra",    "auckland",
    "wellington",   "toronto",       "montreal",    "ottawa",      "vancouver",     "washington",  "boston",
    "chicago",      "philadelphia",  "princeton",   "berkeley",    "stanford",      "baltimore",   "houston",
    "ithaca",       "hoboken",       "minneapolis", "seattle",     "atlanta",       "cham",        "farnham",
    "abingdon",     "cheltenham",    "aldershot",   "durham",      "harmondsworth", "strasbourg",  "grenoble",
    "lyon",         "marseille",     "toulouse"};

/// Of two words, as keys joined by a blank.
constexpr std::string_view kTwoWords[]{
    "new york",      "los angeles",      "san francisco",  "san diego",       "new haven",        "new delhi",
    "ann arbor",     "upper saddle",     "thousand oaks",  "the hague",       "hong kong",        "tel aviv",
    "oak ridge",     "baton rouge",      "sao paulo",      "são paulo",       "buenos aires",     "mexico city",
    "st petersburg", "saint petersburg", "la haye",        "нижний новгород", "великий новгород", "н новгород",
    "в новгород",    "сосновый бор",     "велико търново", "нови сад",        "стара загора",     "новый сад",
    "нижний тагил",  "старый оскол",     "великие луки",   "boca raton",      "kuala lumpur"};

constexpr std::string_view kPublishers[]{"наука",
                                         "мир",
                                         "просвещение",
                                         "прогресс",
                                         "химия",
                                         "машиностроение",
                                         "медицина",
                                         "энергия",
                                         "атомиздат",
                                         "энергоатомиздат",
                                         "металлургия",
                                         "юрайт",
                                         "лань",
                                         "питер",
                                         "инфра-м",
                                         "юрист",
                                         "статут",
                                         "проспект",
                                         "academia",
                                         "росспэн",
                                         "норма",
                                         "логос",
                                         "мысль",
                                         "недра",
                                         "физматлит",
                                         "наукова думка",
                                         "вища школа",
                                         "высшая школа",
                                         "советское радио",
                                         "сов радио",
                                         "радио и связь",
                                         "аспект пресс",
                                         "наука и изкуство",
                                         "народна просвета",
                                         "христо ботев",
                                         "дрофа",
                                         "эксмо",
                                         "аст",
                                         "альпина",
                                         "бином",
                                         "nauka",
                                         "mir",
                                         "elsevier",
                                         "birkhäuser",
                                         "routledge",
                                         "sage",
                                         "pergamon",
                                         "brill",
                                         "mcgraw-hill",
                                         "prentice hall",
                                         "de gruyter",
                                         "peter lang",
                                         "palgrave macmillan",
                                         "edward elgar",
                                         "world scientific",
                                         "north holland"};

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

template <class Words> std::unordered_set<std::string> keys_of(const Words& words) {
    std::unordered_set<std::string> keys;
    for (const std::string_view word : words) keys.insert(word_key(word));
    return keys;
}

bool is_town_like(const CitationToken& token) {
    static constexpr std::string_view kEndings[]{"ск", "град", "бург", "поль", "ськ",   "город",
                                                 "sk", "grad", "burg", "town", "ville", "opol"};
    if (!is_capital_word(token) || count_code_points(token.text) < 5) return false;
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return token.text.ends_with(ending); });
}

} // namespace

bool is_known_place(const CitationToken& token) {
    static const std::unordered_set<std::string> known = [] {
        std::unordered_set<std::string> keys = keys_of(kAbbreviations);
        keys.merge(keys_of(kCyrillicCities));
        keys.merge(keys_of(kLatinCities));
        return keys;
    }();
    return is_capital_word(token) && known.contains(token.key);
}

bool has_shape_of_place(const CitationText& text, TokenRange piece) {
    constexpr std::size_t kMostWords = 3;
    constexpr std::size_t kLongestPreposition = 4;
    std::size_t words = 0;
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
        const CitationToken& token = text[i];
        if (token.is(".") || token.is_dash()) continue;
        if (!token.is_word() || (!token.capital && (words == 0 || count_code_points(token.text) > kLongestPreposition)))
            return false;
        ++words;
    }
    return words >= 1 && words <= kMostWords;
}

bool is_place(const CitationText& text, TokenRange piece) {
    static const std::unordered_set<std::string> of_two_words = keys_of(kTwoWords);
    if (piece.size() > 8 || !has_shape_of_place(text, piece)) return false;
    bool all_known = true;
    std::size_t words = 0;
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
        if (!text[i].is_word()) continue;
        ++words;
        all_known = all_known && is_known_place(text[i]);
    }
    return all_known || (words == 2 && of_two_words.contains(joined_keys(text, piece))) ||
           (words == 1 && is_town_like(text[piece.begin]));
}

bool is_publisher(const CitationText& text, TokenRange piece) {
    static const std::unordered_set<std::string> known = keys_of(kPublishers);
    if (std::any_of(&text[piece.begin], &text[piece.begin] + piece.size(), is_publisher_word)) return true;
    return !piece.empty() && piece.size() <= 8 && is_capital_word(text[piece.begin]) &&
           known.contains(joined_keys(text, piece));
}

std::size_t publisher_name_begin(const CitationText& text, TokenRange range) {
    constexpr std::size_t kMostWords = 3;
    static const std::unordered_set<std::string> known = keys_of(kPublishers);
    for (std::size_t words = 2; words <= kMostWords && words < range.size(); ++words) {
        const std::size_t begin = range.end - words;
        const TokenRange name{begin, range.end};
        const bool unbroken =
            std::all_of(&text[begin], &text[begin] + words, [](const CitationToken& token) { return token.is_word(); });
        if (unbroken && text[begin].capital && known.contains(joined_keys(text, name))) return begin;
    }
    return range.end;
}

} // namespace annota
