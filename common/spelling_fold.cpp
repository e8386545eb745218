// SPDX-License-Identifier: GPL-2.0-or-later
//
// Both scripts go through the same rules, so a rule may merge what is different (Larionov and Larenov), but never part
// what was equal, as long as it asks for nothing that only one script has. Order: y and j become i, letters twice
// become one, then a table of rules is applied from left to right, the first that fits at each place; then letters
// twice again. What stays apart: х written ch, ж written j or z, and foreign names that go back to their own spelling.

#include "common/spelling_fold.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace annota {
namespace {

enum class Place : unsigned char {
    anywhere,
    start,
    end,
    before_end, ///< Not at the end, nor before "ng": Zhou, Young.
    inside      ///< Nor at the start: Iosif, Ryo, Xiong.
};

/// Rules may ask for a word with a Russian ending, where others read the same letters differently.
enum class Words : unsigned char {
    all,
    russian,       ///< -ов, -ский, -енко and the like, and -ин, which Xiaomin and Colin have, too.
    surely_russian ///< Without -ин.
};

struct SpellingRule {
    std::string_view from;
    std::string_view to;
    Place place = Place::anywhere;
    Words words = Words::all;
    std::string_view before{}; ///< One of these letters must follow, unless empty; it stays.
};

/// The first that fits is taken: longer ones stand before their beginnings.
constexpr std::array kRules{
    // щ: shch, sch, šč, ŝ, shh. German sch is ш, and both are often written sh: one sound.
    SpellingRule{"shch", "sh"},
    SpellingRule{"tsch", "ch"},
    SpellingRule{"sch", "sh"},
    SpellingRule{"tch", "ch"},
    SpellingRule{"chr", "hr"}, // Christov; ч stands before no р.
    // Unstressed о or ё after a sibilant: Khrushchov, Khrushchev.
    SpellingRule{"chov", "chev", Place::end},
    SpellingRule{"chova", "cheva", Place::end},
    SpellingRule{"shov", "shev", Place::end},
    SpellingRule{"shova", "sheva", Place::end},
    SpellingRule{"zhov", "zhev", Place::end},
    SpellingRule{"zhova", "zheva", Place::end},
    SpellingRule{"ch", "ch"},
    SpellingRule{"kh", "h"},
    SpellingRule{"ph", "f"},
    SpellingRule{"th", "t"},
    // ц: ts, tz, c, and cz of GOST 7.79 B, which in Polish is ч. c is ц where Russian can have one, else k.
    SpellingRule{"cz", "ts", Place::anywhere, Words::russian},
    SpellingRule{"cz", "ch"},
    SpellingRule{"tz", "ts"},
    SpellingRule{"tc", "ts"},
    SpellingRule{"cki", "tski", Place::end},
    SpellingRule{"ckaia", "tskaia", Place::end},
    SpellingRule{"ckoi", "tskoi", Place::end},
    SpellingRule{"ck", "k"},
    SpellingRule{"ovic", "ovich", Place::end},
    SpellingRule{"evic", "evich", Place::end},
    SpellingRule{"ec", "ets", Place::end},
    SpellingRule{"cov", "tsov", Place::end},
    SpellingRule{"cova", "tsova", Place::end},
    SpellingRule{"c", "ts", Place::anywhere, Words::all, "eiv"},
    SpellingRule{"c", "ts", Place::start, Words::surely_russian, "aou"}, // Cukanov; inside it is k: Nicolaev
    SpellingRule{"c", "k"},
    // х is x in GOST 7.79 B; elsewhere, and in what has кс in Russian too, x is ks.
    SpellingRule{"alex", "aleks", Place::start},
    SpellingRule{"maxi", "maksi", Place::start},
    SpellingRule{"axen", "aksen", Place::start},
    SpellingRule{"axel", "aksel", Place::start},
    SpellingRule{"oxan", "oksan", Place::start},
    SpellingRule{"xe", "kse", Place::start},
    SpellingRule{"x", "h", Place::anywhere, Words::russian},
    SpellingRule{"x", "ks"},
    // е, ё, э: ye, ie, yo, io, eh. After consonants i before e stands for ь: Kondratiev.
    SpellingRule{"iou", "iu"},
    SpellingRule{"iee", "e"}, // ъ is ie in passports.
    SpellingRule{"i", "", Place::anywhere, Words::all, "e"},
    SpellingRule{"io", "e", Place::inside},
    SpellingRule{"ou", "u", Place::before_end}, // French: Tsiboulia
    SpellingRule{"guie", "ge"},                 // Nguyen
    SpellingRule{"gue", "ge"},                  // French: Guerasimov
    SpellingRule{"of", "ov", Place::end},       // Smirnoff
    SpellingRule{"ef", "ev", Place::end},
};

/// The rules by the letter that they begin with, in their order.
struct RuleIndex {
    std::array<std::uint8_t, 27> begin{}; ///< Where the rules of a letter begin in `rules`; one more ends the last.
    std::array<std::uint8_t, kRules.size()> rules{};
};

constexpr RuleIndex make_rule_index() {
    RuleIndex index;
    std::uint8_t filled = 0;
    for (std::size_t letter = 0; letter < 26; ++letter) {
        index.begin[letter] = filled;
        for (std::size_t rule = 0; rule < kRules.size(); ++rule) {
            if (kRules[rule].from[0] == static_cast<char>('a' + letter))
                index.rules[filled++] = static_cast<std::uint8_t>(rule);
        }
    }
    index.begin[26] = filled;
    return index;
}

constexpr RuleIndex kRuleIndex = make_rule_index();

/// Letters twice become one; two е stay two: Сергеенко and Сергиенко part by nothing else.
void drop_repeats(std::string& word) {
    const auto repeated = [](char a, char b) { return a == b && a >= 'a' && a <= 'z' && a != 'e'; };
    word.erase(std::unique(word.begin(), word.end(), repeated), word.end());
}

/// Of a word with one i for y and j, and without repeats.
Words kind_of_word(std::string_view word) {
    constexpr std::array<std::string_view, 10> kEndings{"ov",    "ova",  "ev",   "eva",  "ski",
                                                        "skaia", "skix", "enko", "chuk", "ih"};
    constexpr std::array<std::string_view, 2> kShortEndings{"in", "ina"};
    const auto ends = [&](std::string_view ending) {
        return word.size() >= ending.size() + 2 && word.ends_with(ending);
    };
    if (std::any_of(kEndings.begin(), kEndings.end(), ends)) return Words::surely_russian;
    const bool chinese = word.starts_with("xi") || word.starts_with("xu");
    return !chinese && std::any_of(kShortEndings.begin(), kShortEndings.end(), ends) ? Words::russian : Words::all;
}

bool fits(const SpellingRule& rule, std::string_view word, std::size_t begin) {
    const std::size_t end = begin + rule.from.size();
    if (!rule.before.empty() && (end >= word.size() || rule.before.find(word[end]) == std::string_view::npos))
        return false;
    switch (rule.place) {
    case Place::anywhere: return true;
    case Place::start: return begin == 0;
    case Place::end: return end == word.size();
    case Place::before_end: return end < word.size() && !word.substr(end).starts_with("ng");
    case Place::inside: return begin > 0 && end < word.size() && !word.substr(end).starts_with("ng");
    }
    return false;
}

/// E before a consonant at the start, as in Ehduard.
bool is_eh(std::string_view word) {
    return word.size() > 2 && word.starts_with("eh") &&
           std::string_view("aeiou").find(word[2]) == std::string_view::npos;
}

/// Short words are mostly East Asian names, where w and v part persons: Wu, Vu.
constexpr std::size_t kLongWord = 4;

bool stands_at(std::string_view part, std::string_view word, std::size_t at) {
    if (part.size() > word.size() - at) return false;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (word[at + i] != part[i]) return false;
    }
    return true;
}

/// The rule to apply at byte `at`, or null.
const SpellingRule* find_rule(std::string_view word, std::size_t at) {
    if (word[at] < 'a' || word[at] > 'z') return nullptr;
    const auto letter = static_cast<std::size_t>(word[at] - 'a');
    for (std::size_t i = kRuleIndex.begin[letter]; i < kRuleIndex.begin[letter + 1]; ++i) {
        const SpellingRule& rule = kRules[kRuleIndex.rules[i]];
        const bool fitting = stands_at(rule.from, word, at) && fits(rule, word, at);
        if (fitting && (rule.words == Words::all || rule.words <= kind_of_word(word))) return &rule;
    }
    return nullptr;
}

std::string apply_rules(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        if (const SpellingRule* const rule = find_rule(word, at)) {
            out += rule->to;
            at += rule->from.size();
            continue;
        }
        const bool before_iu = at + 1 < word.size() && (word[at + 1] == 'i' || word[at + 1] == 'u');
        if (word[at] == 'w' && word.size() >= kLongWord) {
            out.push_back('v');
        } else if (word[at] == 'q' && !before_iu) { // Qodirov; Chinese qi and qu are another sound.
            out.push_back('k');
        } else {
            out.push_back(word[at]);
        }
        ++at;
    }
    return out;
}

} // namespace

std::string fold_spelling(std::string_view word) {
    std::string letters(word);
    if (word.ends_with("yx")) letters.back() = 'h'; // -ых in GOST 7.79 B
    std::replace_if(
        letters.begin(), letters.end(), [](char c) { return c == 'y' || c == 'j'; }, 'i');
    drop_repeats(letters);
    if (is_eh(letters)) letters.erase(1, 1);
    std::string folded = apply_rules(letters);
    drop_repeats(folded);
    return folded;
}

} // namespace annota
