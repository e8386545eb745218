// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that a stem of the index can stand for. The index knows stems, so a pattern means a word where it matches one
// of its inflections.

#pragma once

#include "common/analyzer.h"
#include "common/stemmer.h"
#include "common/utf8.h"

#include <span>
#include <string>
#include <string_view>

namespace annota {

/// What stands behind sure_beginning() in inflections of Russian words, or of English ones where these are Latin; the
/// empty one, too.
std::span<const std::u32string_view> endings_like(std::string_view stem);

/// Whether `pattern` (WildcardPattern, MisspeltWord) accepts an inflection of a stem.
template <class Pattern> bool accepts_inflection(const Pattern& pattern, std::string_view stem, Analyzer& analyzer) {
    const std::string_view beginning = sure_beginning(stem);
    auto state = pattern.start();
    for (std::size_t at = 0; at < beginning.size();) {
        state = pattern.next(state, next_code_point(beginning, at));
        if (!pattern.is_alive(state)) return false;
    }
    for (const std::u32string_view ending : endings_like(stem)) {
        auto last = state;
        for (std::size_t i = 0; i < ending.size() && pattern.is_alive(last); ++i) last = pattern.next(last, ending[i]);
        if (!pattern.is_alive(last) || !pattern.accepts(last)) continue;
        std::string form(beginning);
        for (const char32_t letter : ending) append_code_point(form, letter);
        if (form == stem || analyzer.stem(form) == stem) return true;
    }
    return false;
}

} // namespace annota
