// SPDX-License-Identifier: GPL-2.0-or-later
//
// A word that names a kind of body, or a lower-case word that joins others in a body's name, makes an organisation,
// unless the name has initials, as "Союз А.Н." has.

#include "common/organisation.h"

#include "common/utf8.h"
#include "common/word_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace annota {
namespace {

constexpr std::array<std::string_view, 57> kBodies{
    "academy",      "administration", "agency",     "alliance",      "association",    "authority",   "board",
    "bureau",       "center",         "centre",     "collaboration", "collaborations", "college",     "commission",
    "committee",    "community",      "company",    "consortium",    "contributors",   "corporation", "council",
    "department",   "division",       "experiment", "faculty",       "federation",     "forum",       "foundation",
    "gmbh",         "government",     "group",      "inc",           "initiative",     "institut",    "institute",
    "institution",  "laboratories",   "laboratory", "ltd",           "ministry",       "network",     "office",
    "organisation", "organization",   "program",    "programme",     "project",        "publishers",  "research",
    "school",       "secretariat",    "service",    "society",       "survey",         "team",        "union",
    "university"};
static_assert(std::is_sorted(kBodies.begin(), kBodies.end()));

constexpr std::array<std::string_view, 60> kRussianBodies{
    "агентства",    "агентство",   "администрация", "академии",      "академия",     "ассоциации",   "ассоциация",
    "банк",         "библиотека",  "группа",        "департамент",   "дирекция",     "завод",        "зао",
    "издательство", "инспекция",   "институт",      "института",     "институты",    "кафедра",      "коллаборация",
    "колледж",      "коллектив",   "комиссия",      "комитет",       "комитета",     "компания",     "консорциум",
    "концерн",      "корпорация",  "лаборатория",   "мид",           "министерства", "министерство", "надзор",
    "нии",          "оао",         "общество",      "объединение",   "ооо",          "организация",  "отделение",
    "палата",       "пао",         "партия",        "правительство", "предприятие",  "редакция",     "росатом",
    "росстат",      "секретариат", "служба",        "совет",         "союз",         "университет",  "университета",
    "управление",   "федерация",   "фонд",          "центр"};
static_assert(std::is_sorted(kRussianBodies.begin(), kRussianBodies.end()));

constexpr std::array<std::string_view, 18> kJoints{"for", "of", "and", "the", "in", "at", "by",  "to",    "&",
                                                   "и",   "по", "при", "для", "с",  "в",  "им.", "имени", "under"};

template <std::size_t N> bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_initial(std::string_view word) {
    constexpr std::size_t kLongestBytes = 12; // of three code points
    if (word.size() > kLongestBytes) return false;
    const std::size_t letters = count_code_points(word);
    return word.ends_with('.') ? letters <= 3 : letters == 1 && to_lower(word) != word;
}

} // namespace

bool is_word_of_body(std::string_view printed) {
    std::string word = to_lower(printed);
    while (!word.empty() && std::string_view(".,;:()\"").find(word.back()) != std::string_view::npos) word.pop_back();
    return is_ascii(word) ? std::binary_search(kBodies.begin(), kBodies.end(), word)
                          : std::binary_search(kRussianBodies.begin(), kRussianBodies.end(), word);
}

bool is_organisation(std::string_view name) {
    const std::string text = collapse_blanks(name);
    const std::vector<std::string_view> words = split(text, ' ');
    if (words.size() < 2) return false;
    const auto joins = [](std::string_view word) { return is_one_of(kJoints, word); };
    const auto is_initial_word = [&](std::string_view word) { return is_initial(word) && !joins(word); };
    if (std::any_of(words.begin(), words.end(), is_initial_word)) return false;
    return std::any_of(words.begin(), words.end(), joins) || std::any_of(words.begin(), words.end(), is_word_of_body);
}

} // namespace annota
