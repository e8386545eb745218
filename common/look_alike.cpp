// SPDX-License-Identifier: GPL-2.0-or-later
//
// One table of pairs that look alike in print, with the case in which they do, read in both directions.

#include "common/look_alike.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace annota {
namespace {

struct AlikePair {
    char32_t cyrillic;
    char32_t latin;
    bool capital_only;
};

constexpr std::array<AlikePair, 17> kAlikePairs{{
    {U'а', U'a', false},
    {U'е', U'e', false},
    {U'о', U'o', false},
    {U'р', U'p', false},
    {U'с', U'c', false},
    {U'у', U'y', false},
    {U'х', U'x', false},
    {U'і', U'i', false},
    {U'ѕ', U's', false},
    {U'ј', U'j', false},
    {U'ԛ', U'q', false},
    {U'ԝ', U'w', false},
    {U'в', U'b', true},
    {U'к', U'k', true},
    {U'м', U'm', true},
    {U'н', U'h', true},
    {U'т', U't', true},
}};

bool is_latin(const FoldedChar& c) {
    return c.char_class == CharClass::latin;
}

bool is_cyrillic(const FoldedChar& c) {
    return c.char_class == CharClass::cyrillic;
}

/// How a word's letters fall into the two scripts.
struct ScriptCount {
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    bool third_script = false;
};

ScriptCount count_scripts(std::span<const FoldedChar> letters) {
    ScriptCount count;
    for (const FoldedChar& c : letters) {
        if (is_latin(c)) {
            ++count.latin;
        } else if (is_cyrillic(c)) {
            ++count.cyrillic;
        } else if (is_letter(c)) {
            count.third_script = true;
        }
    }
    return count;
}

/// Whether all Cyrillic letters look like Latin ones.
bool can_be_latin(std::span<const FoldedChar> letters, bool capitals) {
    return std::ranges::all_of(letters, [capitals](const FoldedChar& c) {
        return !is_cyrillic(c) || latin_look_alike(c.code, capitals || c.capital) != 0;
    });
}

/// Whether all Latin letters look like Cyrillic ones.
bool can_be_cyrillic(std::span<const FoldedChar> letters, bool capitals) {
    return std::ranges::all_of(letters, [capitals](const FoldedChar& c) {
        return !is_latin(c) || cyrillic_look_alike(c.code, capitals || c.capital) != 0;
    });
}

bool can_be_russian(std::span<const FoldedChar> letters) {
    return std::ranges::all_of(letters, [](const FoldedChar& c) {
        const char32_t twin = is_latin(c) ? cyrillic_look_alike(c.code, c.capital) : c.code;
        return twin >= U'а' && twin <= U'я';
    });
}

} // namespace

char32_t latin_look_alike(char32_t cyrillic, bool capital) {
    const auto* const pair = std::ranges::find(kAlikePairs, cyrillic, &AlikePair::cyrillic);
    return pair == kAlikePairs.end() || (pair->capital_only && !capital) ? 0 : pair->latin;
}

char32_t cyrillic_look_alike(char32_t latin, bool capital) {
    const auto* const pair = std::ranges::find(kAlikePairs, latin, &AlikePair::latin);
    return pair == kAlikePairs.end() || (pair->capital_only && !capital) ? 0 : pair->cyrillic;
}

Repair choose_repair(std::span<const FoldedChar> letters) {
    const ScriptCount count = count_scripts(letters);
    if (count.latin == 0 || count.cyrillic == 0 || count.third_script) {
        return Repair::none;
    }
    const bool latin = can_be_latin(letters, false);
    const bool cyrillic = can_be_cyrillic(letters, false);
    if (latin && cyrillic) {
        return count.cyrillic > count.latin && can_be_russian(letters) ? Repair::to_cyrillic : Repair::to_latin;
    }
    if (latin) {
        return Repair::to_latin;
    }
    return cyrillic ? Repair::to_cyrillic : Repair::split;
}

Repair choose_code_repair(std::span<const FoldedChar> letters) {
    const ScriptCount count = count_scripts(letters);
    if (count.cyrillic == 0 || count.third_script) {
        return Repair::none;
    }
    if (can_be_latin(letters, true)) {
        return Repair::to_latin;
    }
    if (count.latin == 0) {
        return Repair::none;
    }
    return can_be_cyrillic(letters, true) ? Repair::to_cyrillic : Repair::split;
}

void apply_repair(Repair repair, std::span<FoldedChar> letters, bool capitals) {
    for (FoldedChar& c : letters) {
        const bool capital = capitals || c.capital;
        if (repair == Repair::to_latin && is_cyrillic(c)) {
            c.code = latin_look_alike(c.code, capital);
            c.char_class = CharClass::latin;
        } else if (repair == Repair::to_cyrillic && is_latin(c)) {
            c.code = cyrillic_look_alike(c.code, capital);
            c.char_class = CharClass::cyrillic;
        }
    }
}

bool is_ambiguous_capitals(std::span<const FoldedChar> letters) {
    return letters.size() >= 2 && std::ranges::all_of(letters, [](const FoldedChar& c) {
               return is_cyrillic(c) && c.capital && latin_look_alike(c.code, true) != 0;
           });
}

} // namespace annota
