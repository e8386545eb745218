// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words are drawn independently of each other: the text has the frequencies of a language, but no topics.

#include "corpus/prose.h"

#include <algorithm>

namespace annota::corpus {
namespace {

// One word in a hundred is a number, a year or a code ("Kr-84"), two are compounds.
void append_word(std::string& out, const WordList& list, Random& random) {
    const std::uint32_t kind = random.below(200);
    if (kind == 0) {
        out += std::to_string(random.between(2, 999));
    } else if (kind == 1) {
        append_capitalised(out, list.draw_content(random).substr(0, 2)); // one Cyrillic letter or two Latin ones
        out += '-';
        out += std::to_string(random.between(2, 250));
    } else if (kind < 6) {
        out += list.draw_content(random);
        out += '-';
        out += list.draw_content(random);
    } else {
        out += list.draw(random);
    }
}

void append_sentence(std::string& out, const WordList& list, Random& random, std::uint32_t words) {
    append_capitalised(out, list.draw(random));
    for (std::uint32_t i = 1; i < words; ++i) {
        const bool is_comma = i > 2 && i + 2 < words && random.below(12) == 0;
        out += is_comma ? ", " : " ";
        append_word(out, list, random);
    }
}

} // namespace

void append_title(std::string& out, const WordList& list, Random& random, std::uint32_t words) {
    append_sentence(out, list, random, words);
}

void append_abstract(std::string& out, const WordList& list, Random& random, std::uint32_t words) {
    for (std::uint32_t left = words; left > 0;) {
        std::uint32_t length = std::min(left, random.between(8, 25));
        if (left - length < 8) {
            length = left; // no stump at the end
        }
        append_sentence(out, list, random, length);
        left -= length;
        out += left > 0 ? ". " : ".";
    }
}

void append_keyword(std::string& out, const WordList& list, Random& random) {
    out += list.draw_content(random);
    if (random.percent(40)) {
        out += ' ';
        out += list.draw_content(random);
    }
}

} // namespace annota::corpus
