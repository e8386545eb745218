// SPDX-License-Identifier: GPL-2.0-or-later
//
// A Russian name is put together from sounds that are written down in both scripts, so that the two forms are always
// of one name. The scheme of transliteration is one of three habits and belongs to the person.

#include "corpus/person_pool.h"

#include "corpus/random.h"

#include <array>
#include <string_view>

namespace annota::corpus {
namespace {

using std::string_view;

/// The same sounds in Cyrillic and, by scheme, in Latin.
struct Sounds {
    string_view russian;
    std::array<string_view, 3> latin; ///< BGN/PCGN as in most journals, passports, ISO 9 without accents.
};

constexpr std::array<Sounds, 23> kFirst{
    {{"Ба", {"Ba", "Ba", "Ba"}},        {"Во", {"Vo", "Vo", "Vo"}},       {"Гре", {"Gre", "Gre", "Gre"}},
     {"До", {"Do", "Do", "Do"}},        {"Жа", {"Zha", "Zha", "Za"}},     {"За", {"Za", "Za", "Za"}},
     {"Ко", {"Ko", "Ko", "Ko"}},        {"Лу", {"Lu", "Lu", "Lu"}},       {"Ми", {"Mi", "Mi", "Mi"}},
     {"Не", {"Ne", "Ne", "Ne"}},        {"Пле", {"Ple", "Ple", "Ple"}},   {"Ро", {"Ro", "Ro", "Ro"}},
     {"Са", {"Sa", "Sa", "Sa"}},        {"Тру", {"Tru", "Tru", "Tru"}},   {"Фе", {"Fe", "Fe", "Fe"}},
     {"Хо", {"Kho", "Kho", "Ho"}},      {"Цы", {"Tsy", "Tsy", "Cy"}},     {"Че", {"Che", "Che", "Ce"}},
     {"Ши", {"Shi", "Shi", "Si"}},      {"Щу", {"Shchu", "Shchu", "Su"}}, {"Юха", {"Yukha", "Iukha", "Juha"}},
     {"Яро", {"Yaro", "Iaro", "Jaro"}}, {"Вя", {"Vya", "Via", "Vja"}}}};
constexpr std::array<Sounds, 20> kMiddle{
    {{"ба", {"ba", "ba", "ba"}},    {"дю", {"dyu", "diu", "dju"}}, {"жи", {"zhi", "zhi", "zi"}},
     {"зо", {"zo", "zo", "zo"}},    {"ле", {"le", "le", "le"}},    {"ми", {"mi", "mi", "mi"}},
     {"на", {"na", "na", "na"}},    {"по", {"po", "po", "po"}},    {"ра", {"ra", "ra", "ra"}},
     {"ря", {"rya", "ria", "rja"}}, {"си", {"si", "si", "si"}},    {"стро", {"stro", "stro", "stro"}},
     {"те", {"te", "te", "te"}},    {"ту", {"tu", "tu", "tu"}},    {"хо", {"kho", "kho", "ho"}},
     {"чу", {"chu", "chu", "cu"}},  {"ша", {"sha", "sha", "sa"}},  {"го", {"go", "go", "go"}},
     {"ку", {"ku", "ku", "ku"}},    {"вёр", {"ver", "ver", "ver"}}}};

/// Family endings, each for a man and for a woman.
struct FamilyEnding {
    Sounds man;
    Sounds woman;
};
constexpr std::array<FamilyEnding, 7> kFamilyEndings{
    {{{"нов", {"nov", "nov", "nov"}}, {"нова", {"nova", "nova", "nova"}}},
     {{"дев", {"dev", "dev", "dev"}}, {"дева", {"deva", "deva", "deva"}}},
     {{"лин", {"lin", "lin", "lin"}}, {"лина", {"lina", "lina", "lina"}}},
     {{"рский", {"rskiy", "rskii", "rskij"}}, {"рская", {"rskaya", "rskaia", "rskaja"}}},
     {{"тьев", {"t’ev", "tev", "t'ev"}}, {"тьева", {"t’eva", "teva", "t'eva"}}},
     {{"ненко", {"nenko", "nenko", "nenko"}}, {"ненко", {"nenko", "nenko", "nenko"}}},
     {{"щук", {"shchuk", "shchuk", "suk"}}, {"щук", {"shchuk", "shchuk", "suk"}}}}};

/// A given name: its Cyrillic initial and the Latin name.
struct GivenName {
    string_view initial;
    string_view latin;
};
constexpr std::array<GivenName, 16> kMen{{{"А", "Alexander"},
                                          {"А", "Anton"},
                                          {"Б", "Boris"},
                                          {"В", "Vladimir"},
                                          {"Г", "Grigory"},
                                          {"Д", "Dmitry"},
                                          {"И", "Ivan"},
                                          {"И", "Igor"},
                                          {"К", "Kirill"},
                                          {"М", "Mikhail"},
                                          {"Н", "Nikolai"},
                                          {"О", "Oleg"},
                                          {"П", "Pavel"},
                                          {"С", "Sergey"},
                                          {"Ф", "Fedor"},
                                          {"Ю", "Yuri"}}};
constexpr std::array<GivenName, 16> kWomen{{{"А", "Anna"},
                                            {"В", "Vera"},
                                            {"Г", "Galina"},
                                            {"Д", "Daria"},
                                            {"Е", "Elena"},
                                            {"З", "Zoya"},
                                            {"И", "Irina"},
                                            {"К", "Ksenia"},
                                            {"Л", "Larisa"},
                                            {"М", "Maria"},
                                            {"Н", "Natalia"},
                                            {"О", "Olga"},
                                            {"П", "Polina"},
                                            {"С", "Svetlana"},
                                            {"Т", "Tatiana"},
                                            {"Ю", "Yulia"}}};
constexpr std::array<GivenName, 12> kFathers{{{"А", "A."},
                                              {"Б", "B."},
                                              {"В", "V."},
                                              {"Д", "D."},
                                              {"И", "I."},
                                              {"К", "K."},
                                              {"Л", "L."},
                                              {"М", "M."},
                                              {"Н", "N."},
                                              {"П", "P."},
                                              {"С", "S."},
                                              {"Ф", "F."}}};

constexpr std::array<string_view, 16> kWorldFirst{"Al",  "Bran", "Cor", "Del", "Est", "Fal", "Gar",  "Hol",
                                                  "Kes", "Lin",  "Mor", "Nor", "Pel", "Rav", "Sten", "Wil"};
constexpr std::array<string_view, 14> kWorldLast{"berg", "dale", "ford",  "etti",  "gaard", "hurst", "inez",
                                                 "mann", "more", "olsen", "quist", "ston",  "vald",  "wick"};
constexpr std::array<string_view, 12> kWorldMiddle{"a",  "an", "be", "den", "ing", "is",
                                                   "le", "ma", "or", "ra",  "ter", "u"};
constexpr std::array<string_view, 16> kWorldGiven{"Ada",   "Bruno",  "Clara", "David", "Emma",  "Felix",
                                                  "Grace", "Hugo",   "Iris",  "Jonas", "Karen", "Luis",
                                                  "Marta", "Nathan", "Oscar", "Paula"};

// Fifteen digits and the check character of ISO 7064 MOD 11-2. Real ones begin at 0000-0001-5000-0007.
std::string make_orcid(std::uint64_t number) {
    std::string digits = std::to_string(number % 100'000'000U);
    digits.insert(0, 15 - digits.size(), '0');
    unsigned total = 0;
    for (const char digit : digits) {
        total = (total + static_cast<unsigned>(digit - '0')) * 2U;
    }
    const unsigned check = (12U - total % 11U) % 11U;
    digits += check == 10U ? 'X' : static_cast<char>('0' + check);
    for (const std::size_t at : {12U, 8U, 4U}) {
        digits.insert(at, 1, '-');
    }
    return digits;
}

PersonForms make_russian(Random& random) {
    PersonForms forms;
    const bool is_woman = random.percent(45);
    const std::uint32_t scheme = random.percent(60) ? 0U : random.between(1, 2);
    const auto add = [&](const Sounds& sounds) {
        forms.russian += sounds.russian;
        forms.latin += sounds.latin[scheme];
    };
    add(random.pick(kFirst));
    for (std::uint32_t i = random.between(0, 2); i > 0; --i) {
        add(random.pick(kMiddle));
    }
    const FamilyEnding& ending = random.pick(kFamilyEndings);
    add(is_woman ? ending.woman : ending.man);
    const GivenName& given = is_woman ? random.pick(kWomen) : random.pick(kMen);
    const GivenName& father = random.pick(kFathers);
    forms.russian.append(" ").append(given.initial).append(".").append(father.initial).append(".");
    if (random.percent(70)) {
        forms.latin.append(" ").append(given.latin);
    } else {
        forms.latin.append(" ").append(given.latin.substr(0, 1)).append(".").append(father.latin);
    }
    return forms;
}

PersonForms make_foreign(Random& random) {
    PersonForms forms;
    forms.latin += random.pick(kWorldFirst);
    for (std::uint32_t i = random.between(0, 2); i > 0; --i) {
        forms.latin += random.pick(kWorldMiddle);
    }
    forms.latin.append(random.pick(kWorldLast)).append(" ").append(random.pick(kWorldGiven));
    return forms;
}

} // namespace

PersonForms PersonPool::person(std::uint64_t number) const {
    Random random(seed_, 'p', number);
    PersonForms forms = random.percent(70) ? make_russian(random) : make_foreign(random);
    if (random.percent(15)) {
        forms.orcid = make_orcid(number);
    }
    return forms;
}

} // namespace annota::corpus
