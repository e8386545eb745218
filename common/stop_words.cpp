// SPDX-License-Identifier: GPL-2.0-or-later
//
// Two lists, found by a hash table that the compiler fills: nearly every second word of a text is asked for and found.
// The lists hold articles, conjunctions, prepositions, particles,
// pronouns, auxiliary verbs, and what is left of contractions and of usual abbreviations (т.д., e.g.), but no words
// that are also names of things printed in capitals (US, WHO).

#include "common/stop_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace annota {
namespace {

constexpr std::array kRussian = std::to_array<std::string_view>({
    "а",        "без",     "более",   "больше",   "будем",    "будет",    "будете",  "будешь",  "буду",    "будут",
    "будучи",   "бы",      "был",     "была",     "были",     "было",     "быть",    "в",       "вам",     "вами",
    "вас",      "ваш",     "ваша",    "ваше",     "ваши",     "ведь",     "весь",    "во",      "вот",     "впрочем",
    "все",      "всегда",  "всего",   "всей",     "всем",     "всеми",    "всему",   "всех",    "всею",    "всю",
    "вся",      "вы",      "где",     "да",       "даже",     "для",      "до",      "др",      "его",     "ее",
    "ей",       "ему",     "если",    "есть",     "еще",      "ею",       "же",      "за",      "здесь",   "и",
    "из",       "изо",     "или",     "им",       "ими",      "иногда",   "их",      "к",       "каждая",  "каждое",
    "каждые",   "каждый",  "как",     "какая",    "какие",    "какое",    "какой",   "ко",      "когда",   "которая",
    "которого", "которое", "которой", "котором",  "которому", "которую",  "которые", "который", "которым", "которыми",
    "которых",  "кто",     "куда",    "ли",       "либо",     "лишь",     "между",   "меня",    "мне",     "мной",
    "может",    "можно",   "мой",     "моя",      "мы",       "на",       "над",     "надо",    "нам",     "нами",
    "нас",      "наш",     "наша",    "наше",     "наши",     "не",       "него",    "нее",     "ней",     "некоторые",
    "нем",      "нему",    "нет",     "нею",      "ни",       "нибудь",   "ниже",    "никогда", "ним",     "ними",
    "них",      "ничего",  "но",      "ну",       "о",        "об",       "обо",     "однако",  "он",      "она",
    "они",      "оно",     "от",      "ото",      "очень",    "перед",    "по",      "под",     "подо",    "после",
    "потом",    "потому",  "почти",   "поэтому",  "пр",       "пред",     "при",     "про",     "ради",    "с",
    "сам",      "сама",    "сами",    "само",     "самого",   "самой",    "свое",    "своего",  "своей",   "своем",
    "своему",   "свои",    "своим",   "своими",   "своих",    "свой",     "свою",    "своя",    "себе",    "себя",
    "сквозь",   "со",      "собой",   "так",      "такая",    "также",    "такие",   "таких",   "такого",  "такое",
    "такой",    "таком",   "там",     "твой",     "тд",       "те",       "тем",     "теми",    "теперь",  "тех",
    "тк",       "тн",      "то",      "тобой",    "тогда",    "того",     "тоже",    "той",     "только",  "том",
    "тому",     "тот",     "тою",     "тп",       "ту",       "тут",      "тч",      "ты",      "у",       "уж",
    "уже",      "хотя",    "чего",    "чей",      "чем",      "через",    "что",     "чтобы",   "чье",     "чья",
    "эта",      "эти",     "этим",    "этими",    "этих",     "это",      "этого",   "этой",    "этом",    "этому",
    "этот",     "эту",     "я",       "является", "являлся",  "являются",
});

constexpr std::array kEnglish = std::to_array<std::string_view>({
    "a",       "about",    "above",   "across",    "after",    "again",      "against",   "all",        "almost",
    "along",   "already",  "also",    "although",  "always",   "am",         "among",     "an",         "and",
    "another", "any",      "are",     "arent",     "around",   "as",         "at",        "be",         "became",
    "because", "become",   "becomes", "been",      "before",   "behind",     "being",     "below",      "between",
    "beyond",  "both",     "but",     "by",        "can",      "cannot",     "cant",      "could",      "couldnt",
    "did",     "didnt",    "do",      "does",      "doesnt",   "doing",      "done",      "dont",       "down",
    "during",  "each",     "eg",      "either",    "else",     "etc",        "even",      "ever",       "every",
    "few",     "for",      "from",    "further",   "had",      "hadnt",      "has",       "hasnt",      "have",
    "havent",  "having",   "he",      "hence",     "her",      "here",       "hers",      "herself",    "him",
    "himself", "his",      "how",     "however",   "i",        "ie",         "if",        "im",         "in",
    "into",    "is",       "isnt",    "it",        "its",      "itself",     "ive",       "just",       "least",
    "less",    "like",     "may",     "me",        "might",    "more",       "most",      "much",       "must",
    "mustnt",  "my",       "myself",  "neither",   "never",    "no",         "nor",       "not",        "nothing",
    "now",     "of",       "off",     "often",     "on",       "once",       "one",       "only",       "onto",
    "or",      "other",    "others",  "otherwise", "our",      "ours",       "ourselves", "out",        "over",
    "own",     "per",      "perhaps", "quite",     "rather",   "really",     "same",      "seem",       "seems",
    "shall",   "she",      "should",  "shouldnt",  "since",    "so",         "some",      "such",       "than",
    "that",    "the",      "their",   "theirs",    "them",     "themselves", "then",      "there",      "therefore",
    "these",   "they",     "theyre",  "this",      "those",    "though",     "through",   "throughout", "thus",
    "to",      "together", "too",     "toward",    "towards",  "under",      "unless",    "until",      "up",
    "upon",    "very",     "via",     "was",       "wasnt",    "we",         "were",      "werent",     "weve",
    "what",    "when",     "where",   "whereas",   "whether",  "which",      "while",     "whom",       "whose",
    "why",     "will",     "with",    "within",    "without",  "wont",       "would",     "wouldnt",    "yet",
    "you",     "your",     "youre",   "yours",     "yourself", "yourselves",
});

/// Bytes.
constexpr std::size_t kLongest = 20;

static_assert(std::ranges::max(kRussian, {}, &std::string_view::size).size() <= kLongest);
static_assert(std::ranges::max(kEnglish, {}, &std::string_view::size).size() <= kLongest);

/// Several times as many as words, so that nearly every search looks at one or two.
constexpr std::size_t kSlots = 2048;
static_assert(kSlots > 4 * (kRussian.size() + kEnglish.size()));

/// By the size and four bytes, which tell nearly all of the words apart.
constexpr std::size_t first_slot(std::string_view word) {
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(word[at])}; };
    const std::size_t last = word.size() - 1;
    const std::uint32_t bytes = byte(last / 3) << 24U | byte(last - last / 3) << 16U | byte(last) << 8U | byte(0);
    const std::uint32_t hash = (bytes + static_cast<std::uint32_t>(last)) * 2654435769U; // multiply-shift
    return hash >> 21U;
}
static_assert(kSlots == 1U << (32U - 21U));

/// Each word in the first free slot from its own on.
constexpr std::array<std::string_view, kSlots> kTable = [] {
    std::array<std::string_view, kSlots> table{};
    const auto insert = [&table](std::string_view word) {
        std::size_t slot = first_slot(word);
        while (!table[slot].empty()) slot = (slot + 1) % kSlots;
        table[slot] = word;
    };
    for (const std::string_view word : kRussian) insert(word);
    for (const std::string_view word : kEnglish) insert(word);
    return table;
}();

} // namespace

bool is_stop_word(std::string_view form) {
    if (form.empty() || form.size() > kLongest) {
        return false;
    }
    std::size_t slot = first_slot(form);
    while (!kTable[slot].empty() && kTable[slot] != form) slot = (slot + 1) % kSlots;
    return !kTable[slot].empty();
}

} // namespace annota
