// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names stand here as they are printed and are looked up by their script-free keys, so that one spelling stands for all
// that transliteration makes of it. A row of kRussianNames is a Russian name and forms of other languages with another
// key; a name that stands in kOtherNames too is of both languages. Women's names of both stand in the first alone:
// hardly any is a family name.

#include "common/given_names.h"

#include "common/name.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

namespace annota {
namespace {

constexpr std::array<std::string_view, 180> kRussianNames{
    "Александр Alexander Aleksander Alexandre Олександр",
    "Алексей Alexis Олексій",
    "Альберт",
    "Анатолий Анатолій",
    "Андрей Andrew Андрій",
    "Антон Anthony",
    "Аркадий",
    "Арсений",
    "Артем",
    "Артур Arthur",
    "Ахмед Ахмет",
    "Богдан",
    "Борис",
    "Вадим",
    "Валентин",
    "Валерий Валерій",
    "Василий Василь Васил",
    "Вениамин Benjamin",
    "Виктор Віктор",
    "Виталий Віталій",
    "Владимир Володимир Waldemar",
    "Владислав",
    "Всеволод",
    "Вячеслав",
    "Геннадий",
    "Георгий George",
    "Герман Hermann",
    "Глеб",
    "Григорий Gregory Григорій",
    "Давид",
    "Даниил Данил Данила Daniel",
    "Денис Dennis",
    "Дмитрий Дмитро Димитр",
    "Евгений Eugene Євген",
    "Егор",
    "Захар",
    "Иван Іван",
    "Игнат",
    "Игорь Ігор",
    "Илья Илия",
    "Иннокентий",
    "Иосиф Joseph Josef",
    "Камиль",
    "Карен",
    "Кирилл",
    "Константин",
    "Кузьма",
    "Лев",
    "Леонид",
    "Макар",
    "Максим",
    "Марат",
    "Марк",
    "Матвей",
    "Мирослав",
    "Михаил Michael Михайло Michail Михаэль",
    "Никита",
    "Николай Nicholas Nicolas Микола Nikolaus",
    "Олег",
    "Павел Павло",
    "Петр Peter Петро",
    "Платон",
    "Равиль",
    "Рафаэль",
    "Ренат",
    "Рустам",
    "Рустем",
    "Роберт",
    "Родион",
    "Роман",
    "Ростислав",
    "Руслан",
    "Савелий",
    "Святослав",
    "Семен",
    "Сергей Serge Сергій",
    "Станислав",
    "Степан",
    "Тарас",
    "Тимофей",
    "Тимур",
    "Тихон",
    "Федор",
    "Феликс",
    "Филипп",
    "Эдуард Edward",
    "Эмиль",
    "Эрнест",
    "Юрий Юрій",
    "Яков Jacob",
    "Ярослав",
    "Азамат",
    "Айрат",
    "Аслан",
    "Ильдар",
    "Ильшат",
    "Мурат",
    "Мухаммед",
    "Рамиль",
    "Ринат",
    "Руфат",
    "Тагир",
    "Шамиль",
    "Эльдар",
    "Арам",
    "Армен",
    "Ашот",
    "Вахтанг",
    "Гиви",
    "Гурам",
    "Давит",
    "Заур",
    "Отар",
    "Рубен",
    "Тигран",
    "Димитър",
    "Тодор",
    "Стоян",
    "Любомир",
    "Красимира",
    "Августа",
    "Алевтина",
    "Александра",
    "Алена",
    "Алина",
    "Алиса",
    "Алла",
    "Альбина",
    "Анастасия",
    "Ангелина",
    "Анна",
    "Антонина",
    "Валентина",
    "Валерия",
    "Варвара",
    "Василиса",
    "Вера",
    "Вероника",
    "Виктория",
    "Галина",
    "Дарья",
    "Диана",
    "Ева",
    "Евгения",
    "Екатерина Catherine Katerina Катерина",
    "Елена Олена",
    "Елизавета Elizabeth",
    "Жанна",
    "Зинаида",
    "Зоя",
    "Инна",
    "Ирина",
    "Карина",
    "Кира",
    "Клавдия",
    "Кристина",
    "Ксения",
    "Лариса",
    "Лидия",
    "Лилия",
    "Любовь",
    "Людмила Ljudmila",
    "Маргарита",
    "Марина",
    "Мария Mary",
    "Надежда",
    "Наталья Natalie",
    "Нина",
    "Оксана",
    "Олеся",
    "Ольга",
    "Полина",
    "Раиса",
    "Светлана",
    "София Sophie",
    "Тамара",
    "Татьяна",
    "Ульяна",
    "Эльвира",
    "Юлия Julie",
};

constexpr std::string_view kOtherNames =
    "Ян Яна Алия Гульнара Динара Лейла Лейли Мадина Эмма Эльза Элеонора Снежана Лъчезар Боню Енчо Петко Цветан Илка "
    "Aaron Adam Adrian Agnes Alan Albert Alfred Alice Allan Amanda Amy Anders Andrea Andreas Andres Angela Ann Anne "
    "Antonio Antoine Barbara Beatrice Bernard Bernd Bill Bjorn Bob Bradley Brandon Brian Bruce Bryan Carl Carla Carlos "
    "Carol Caroline Charles Charlotte Chris Christian Christine Christoph Christophe Christopher Claire Claude "
    "Claudia Colin Craig Dan Daniela Dave David Deborah Diego Dieter Dirk Donald Dorothy Douglas Ellen Emily Emma "
    "Enrique Eric Erik Erwin Fabio Federico Felix Fernando Florian Francesca Francesco Francis Francisco Frank Franz "
    "Fred Frederick Friedrich Gabriel Gary Georg Gerald Gerhard Giorgio Giovanni Giuseppe Graham Greg Guido Gustav "
    "Hans "
    "Harold Harry Heinrich Heinz Helen Helmut Henri Henry Herbert Hiroshi Howard Hugo Ian Ingrid Isaac Isabel Jack "
    "Jacques James Jan Jane Janet Jason Javier Jean Jeff Jeffrey Jennifer Jerome Jessica Jill Jim Joachim Joan Joe "
    "Johan "
    "Johann Johannes John Jonas Jonathan Jorge Jose Joshua Juan Judith Julian Julien Jurgen Justin Karl Karsten Kate "
    "Katherine Kathleen Keith Kenneth Kevin Klaus Kurt Larry Lars Laura Laurent Lawrence Leonard Linda Lisa Louis "
    "Louise "
    "Luca Lucas Luis Luigi Manuel Marc Marcel Marco Marcus Margaret Mario Markus Marta Martin Martina Massimo Matthew "
    "Matthias Maurice Max Melissa Michel Michele Miguel Mike Mohamed Mohammad Mohammed Monica Nancy Nathan Neil Nick "
    "Nicola Nicole Nigel Nils Olaf Oliver Olivier Oscar Otto Pablo Pamela Paolo Patricia Patrick Paul Paula Pedro "
    "Philip Philippe Pierre Rachel Rafael Rainer Ralf Ralph Raphael Raymond Rebecca Ricardo Richard Robin Roger Roland "
    "Ronald Rudolf Russell Ruth Ryan Samuel Sandra Sara Sarah Scott Sean Sebastian Shannon Sharon Silvia Simon Simone "
    "Sofia Sophia Stefan Stefano Stephan Stephen Steve Steven Stuart Sue Susan Susanne Sven Sylvia Teresa Theodore "
    "Theresa Thomas Tim Timothy Tobias Tom Tomas Tony Ulrich Ursula Vincent Virginia Walter Werner "
    "Wilhelm William Wolfgang Yves Yvonne Arthur Camille Christina Edward Emil Ernest Herman "
    "Jan Karen Mark Robert Roman Victor Ludovic Rajeev Sanjeev Zeev Leo Max Uwe Vicky Becky Nicky Jacky "
    "Franziska Zdenko";

struct KnownName {
    std::string canonical; ///< Its key or, for a form of another language, that of the Russian name.
    GivenName kind = GivenName::unknown;
};

struct KeyHash {
    using is_transparent = void; // NOLINT(readability-identifier-naming): the standard asks for this name
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};

using NameTable = std::unordered_map<std::string, KnownName, KeyHash, std::equal_to<>>; // by key

template <class Use> void for_each_name(std::string_view names, Use use) {
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        use(script_free_key(names.substr(0, end)));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
}

NameTable make_table() {
    NameTable table;
    const auto add = [&table](const std::string& key, const std::string& canonical, GivenName kind) {
        const auto [entry, is_new] = table.try_emplace(key, KnownName{canonical, kind});
        if (!is_new && kind == GivenName::common) entry->second.kind = kind;
    };
    for (const std::string_view row : kRussianNames) {
        std::string canonical;
        for_each_name(row, [&](const std::string& key) {
            if (canonical.empty()) canonical = key;
            add(key, canonical, key == canonical ? GivenName::russian : GivenName::common);
        });
    }
    for_each_name(kOtherNames, [&](const std::string& key) { add(key, key, GivenName::common); });
    return table;
}

const KnownName* find_name(std::string_view key) {
    static const NameTable kTable = make_table();
    const auto found = kTable.find(key);
    return found != kTable.end() ? &found->second : nullptr;
}

} // namespace

GivenName find_given_name(std::string_view key) {
    const KnownName* const name = find_name(key);
    return name != nullptr ? name->kind : GivenName::unknown;
}

std::string canonical_given_name(std::string_view key) {
    const KnownName* const name = find_name(key);
    return name != nullptr ? name->canonical : std::string(key);
}

bool is_patronymic(std::string_view key) {
    constexpr std::array<std::string_view, 7> kEndings{"ovich", "evich", "ovna", "evna", "ichna", "ivich", "ivna"};
    constexpr std::array<std::string_view, 7> kShort{"ilich",  "kuzmich", "lukich",  "nikitich",
                                                     "fomich", "savich",  "ignatich"};
    return std::find(kShort.begin(), kShort.end(), key) != kShort.end() ||
           std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
               return key.size() >= ending.size() + 2 && key.ends_with(ending);
           });
}

} // namespace annota
