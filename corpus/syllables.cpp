// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables only. Russian finals leave out к, г, х, ц and the sibilants, after which spelling rules would change the
// endings; English finals take every suffix without doubling. Shares of endings are those of expository prose,
// roughly: the nominative and the genitive singular lead, the instrumental plural is rare.

#include "corpus/syllables.h"

#include <array>

namespace annota::corpus {
namespace {

using std::string_view;

constexpr std::array<string_view, 30> kRussianOnsets{"б",  "в",  "г",  "д",  "ж",  "з",  "к",  "л",  "м",  "н",
                                                     "п",  "р",  "с",  "т",  "ф",  "х",  "ц",  "ч",  "ш",  "ст",
                                                     "пр", "тр", "кр", "др", "бл", "гр", "сп", "вл", "кл", "пл"};
constexpr std::array<string_view, 18> kRussianVowels{"а", "а", "а", "о", "о", "о", "е", "е", "е",
                                                     "и", "и", "у", "у", "я", "ю", "э", "ы", "ё"};
constexpr std::array<string_view, 14> kRussianFinals{"б", "в", "д", "з", "л",  "м",  "н",
                                                     "п", "р", "с", "т", "нт", "ст", "рт"};
constexpr std::array<string_view, 30> kRussianFunctionWords{
    "и",   "в",  "на",  "с",     "по",  "для", "не",    "к",  "что",   "из",  "от",  "а",     "при", "как",    "о",
    "это", "за", "или", "также", "его", "их",  "между", "до", "более", "под", "над", "через", "где", "однако", "без"};

constexpr std::array<Ending, 10> kMasculineNoun{
    {{"", 8}, {"а", 8}, {"у", 2}, {"ом", 3}, {"е", 3}, {"ы", 4}, {"ов", 4}, {"ам", 1}, {"ами", 1}, {"ах", 1}}};
constexpr std::array<Ending, 9> kFeminineNoun{
    {{"а", 8}, {"ы", 9}, {"е", 4}, {"у", 4}, {"ой", 3}, {"", 3}, {"ам", 1}, {"ами", 1}, {"ах", 1}}};
constexpr std::array<Ending, 9> kActionNoun{{{"ение", 8},
                                             {"ения", 9},
                                             {"ению", 2},
                                             {"ением", 3},
                                             {"ении", 3},
                                             {"ений", 3},
                                             {"ениям", 1},
                                             {"ениями", 1},
                                             {"ениях", 1}}};
constexpr std::array<Ending, 7> kQualityNoun{
    {{"ость", 7}, {"ости", 10}, {"остью", 2}, {"остей", 2}, {"остям", 1}, {"остями", 1}, {"остях", 1}}};
constexpr std::array<Ending, 13> kAdjective{{{"ный", 4},
                                             {"ного", 5},
                                             {"ному", 1},
                                             {"ным", 2},
                                             {"ном", 2},
                                             {"ная", 3},
                                             {"ной", 6},
                                             {"ную", 2},
                                             {"ное", 3},
                                             {"ные", 4},
                                             {"ных", 7},
                                             {"ными", 2},
                                             {"но", 3}}};
constexpr std::array<Ending, 12> kRelativeAdjective{{{"ический", 4},
                                                     {"ического", 5},
                                                     {"ическому", 1},
                                                     {"ическим", 2},
                                                     {"ическом", 2},
                                                     {"ическая", 3},
                                                     {"ической", 6},
                                                     {"ическую", 2},
                                                     {"ическое", 3},
                                                     {"ические", 4},
                                                     {"ических", 7},
                                                     {"ическими", 2}}};
constexpr std::array<Ending, 11> kVerb{{{"овать", 3},
                                        {"ует", 5},
                                        {"уют", 4},
                                        {"овал", 1},
                                        {"овала", 1},
                                        {"овало", 1},
                                        {"овали", 2},
                                        {"уя", 1},
                                        {"уемый", 1},
                                        {"уемых", 2},
                                        {"уется", 5}}};
constexpr std::array<Paradigm, 8> kRussianParadigms{kMasculineNoun, kFeminineNoun,      kActionNoun, kQualityNoun,
                                                    kAdjective,     kRelativeAdjective, kVerb,       kMasculineNoun};

constexpr std::array<string_view, 32> kEnglishOnsets{"b",  "c",  "d",  "f",  "g",  "h",  "j",   "l",  "m",  "n",  "p",
                                                     "r",  "s",  "t",  "v",  "w",  "br", "cr",  "dr", "fl", "gr", "pl",
                                                     "pr", "st", "tr", "th", "sh", "ch", "str", "qu", "sp", "cl"};
constexpr std::array<string_view, 14> kEnglishVowels{"a", "a", "e",  "e",  "i",  "i",  "o",
                                                     "o", "u", "ai", "ea", "io", "ou", "y"};
constexpr std::array<string_view, 16> kEnglishFinals{"nd", "rd", "lf", "m",  "n",  "r",  "s",  "t",
                                                     "v",  "x",  "nt", "st", "ct", "rm", "rn", "lt"};
constexpr std::array<string_view, 30> kEnglishFunctionWords{
    "the",  "of", "and", "in", "to", "a",   "is",    "for",  "that", "with",    "on", "by",    "are", "as",  "from",
    "this", "be", "we",  "an", "at", "was", "which", "were", "not",  "between", "or", "these", "it",  "has", "can"};

constexpr std::array<Ending, 7> kPlainNoun{
    {{"", 10}, {"s", 6}, {"al", 3}, {"ally", 1}, {"ist", 1}, {"ists", 1}, {"ism", 1}}};
constexpr std::array<Ending, 8> kLatinVerb{
    {{"ate", 3}, {"ates", 2}, {"ated", 4}, {"ating", 3}, {"ation", 7}, {"ations", 3}, {"ator", 1}, {"ative", 2}}};
constexpr std::array<Ending, 8> kGermanicVerb{
    {{"", 5}, {"s", 3}, {"ed", 5}, {"ing", 5}, {"er", 2}, {"ers", 1}, {"able", 1}, {"ability", 1}}};
constexpr std::array<Ending, 6> kGreekVerb{
    {{"ize", 2}, {"izes", 1}, {"ized", 3}, {"izing", 2}, {"ization", 4}, {"izations", 1}}};
constexpr std::array<Ending, 5> kQualityAdjective{
    {{"ous", 5}, {"ously", 2}, {"ousness", 1}, {"osity", 2}, {"osities", 1}}};
constexpr std::array<Ending, 6> kActiveAdjective{
    {{"ive", 5}, {"ively", 2}, {"ivity", 2}, {"ivities", 1}, {"iveness", 1}, {"ivism", 1}}};
constexpr std::array<Paradigm, 7> kEnglishParadigms{kPlainNoun,        kLatinVerb,       kGermanicVerb, kGreekVerb,
                                                    kQualityAdjective, kActiveAdjective, kPlainNoun};

constexpr Phonology kRussian{kRussianOnsets, kRussianVowels, kRussianFinals, kRussianFunctionWords, kRussianParadigms};
constexpr Phonology kEnglish{kEnglishOnsets, kEnglishVowels, kEnglishFinals, kEnglishFunctionWords, kEnglishParadigms};

} // namespace

const Phonology& phonology(Language language) {
    return language == Language::russian ? kRussian : kEnglish;
}

} // namespace annota::corpus
