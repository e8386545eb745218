// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/inflections.h"

#include <array>

namespace annota {

namespace {

// Nouns, adjectives and participles, verbs, with the reflexive forms that scholarly texts have.
constexpr std::array<std::u32string_view, 107> kRussian{
    U"",      U"а",    U"ам",  U"ами", U"ат",   U"ах",    U"ают",   U"ает", U"ать",  U"ая",   U"аться", U"ается",
    U"аются", U"ал",   U"ала", U"али", U"ало",  U"е",     U"ев",    U"его", U"ее",   U"еи",   U"ей",    U"ем",
    U"ему",   U"ен",   U"ена", U"ено", U"ены",  U"ет",    U"ете",   U"еть", U"ется", U"ешь",  U"и",     U"ив",
    U"ие",    U"ией",  U"ии",  U"ий",  U"ил",   U"ила",   U"или",   U"ило", U"им",   U"ими",  U"ит",    U"ите",
    U"ить",   U"ится", U"их",  U"ию",  U"ия",   U"иям",   U"иями",  U"иях", U"й",    U"ла",   U"ли",    U"ло",
    U"лся",   U"ный",  U"о",   U"ов",  U"ого",  U"ое",    U"ой",    U"ом",  U"ому",  U"ою",   U"ся",    U"сь",
    U"ть",    U"ться", U"у",   U"ует", U"уют",  U"уется", U"уются", U"ую",  U"ут",   U"утся", U"ы",     U"ыв",
    U"ые",    U"ый",   U"ыл",  U"ыла", U"ым",   U"ыми",   U"ыть",   U"ых",  U"ь",    U"ье",   U"ьем",   U"ью",
    U"ья",    U"ю",    U"юю",  U"ют",  U"ются", U"я",     U"ям",    U"ями", U"ят",   U"ях",   U"яя"};

constexpr std::array<std::u32string_view, 60> kEnglish{
    U"",       U"s",       U"es",      U"ed",      U"ing",     U"ings",  U"e",       U"er",    U"ers",  U"y",
    U"ies",    U"ied",     U"i",       U"ly",      U"ily",     U"al",    U"ally",    U"ic",    U"ics",  U"ical",
    U"ically", U"ation",   U"ations",  U"ational", U"ate",     U"ates",  U"ated",    U"ating", U"ator", U"ators",
    U"ative",  U"ization", U"ize",     U"izes",    U"ized",    U"izing", U"isation", U"ise",   U"ised", U"ising",
    U"ive",    U"ively",   U"iveness", U"ivity",   U"ity",     U"ities", U"ion",     U"ions",  U"able", U"ability",
    U"ible",   U"ibility", U"ful",     U"fully",   U"fulness", U"ness",  U"ment",    U"ments", U"ous",  U"ously"};

constexpr std::array<std::u32string_view, 1> kNone{U""};

} // namespace

std::span<const std::u32string_view> endings_like(std::string_view stem) {
    std::size_t at = 0;
    const char32_t first = stem.empty() ? 0 : next_code_point(stem, at);
    if (first >= U'а' && first <= U'я') return kRussian;
    if (first >= U'a' && first <= U'z') return kEnglish;
    return kNone;
}

} // namespace annota
