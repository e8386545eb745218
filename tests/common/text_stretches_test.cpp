// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/text_stretches.h"

#include "common/fold.h"
#include "common/printed_word.h"
#include "common/tokenizer.h"
#include "common/utf8.h"
#include "tests/common/dirty_text.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace annota {
namespace {

void print_letters(std::span<const FoldedChar> letters, std::uint32_t offset, std::string& out) {
    for (const FoldedChar& c : letters) {
        append_folded(out, c);
        out += std::to_string(offset + c.begin) + "-" + std::to_string(offset + c.end) + (c.capital ? "^" : "");
    }
}

/// The printed words of a text, a line each: letters with their places, joined forms.
std::string words_of(std::string_view text, std::uint32_t offset = 0) {
    std::vector<FoldedChar> folded;
    fold_text(text, folded);
    Tokenizer tokenizer(folded);
    std::vector<WordPart> parts;
    PrintedWord word;
    std::string out;
    while (tokenizer.next(parts)) {
        word.spell(folded, parts);
        for (const PrintedWord::Piece& piece : word.pieces()) {
            print_letters(word.letters(piece), offset, out);
            out += " " + std::to_string(static_cast<int>(piece.kind)) + (piece.ampersand ? "&" : "") + " ";
        }
        print_letters(word.joined(), offset, out);
        out += '\n';
    }
    return out;
}

std::string words_of_stretches(std::string_view text) {
    std::string out;
    TextStretches stretches(text);
    for (TextStretch stretch; stretches.next(stretch);) out += words_of(stretch.text, stretch.begin);
    return out;
}

/// Stretches in brackets; plain words behind L or C.
std::string stretch_text(std::string_view text) {
    std::string out;
    TextStretches stretches(text);
    for (TextStretch stretch; stretches.next(stretch);) {
        const char* const kind = stretch.kind == StretchKind::latin_word      ? "L"
                                 : stretch.kind == StretchKind::cyrillic_word ? "C"
                                                                              : "";
        out += std::string(kind) + "[" + std::string(stretch.text) + "]" + std::to_string(stretch.begin);
    }
    return out;
}

} // namespace

TEST_CASE("plain words and what is none", "[stretches]") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"", ""},
        {" , ", ""},
        {"The word", "L[The]0L[word]4"},
        {"(a) b, c.", "L[a]1L[b]4L[c]7"},
        {"a/b", "L[a]0L[b]2"},
        {"«Ёж» — й.", "C[Ёж]1C[й]7"},
        {"it's non-linear", "[it's]0[non-linear]5"},
        {"``words''", "L[words]2"},
        {"U.S. .net C++ C#", "[U.S.]0[.net]5[C++]10[C#]14"},
        {"words. Слово", "L[words]0C[Слово]7"},
        {"webсайт H2O x", "[webсайт]0[H2O]8L[x]12"},
        {"na\u0301ive \u0301x", "[na\u0301ive]0[ \u0301x]6"},
        {"эко\u00ADномика", "[эко\u00ADномика]0"},
        {"\xFF"
         "a b",
         "[\xFF"
         "a]0L[b]3"},
    };
    for (const auto& [text, expected] : rows) CHECK(stretch_text(text) == expected);
}

TEST_CASE("the words of the stretches are the words of the text", "[stretches]") {
    std::mt19937 random(11);
    for (int round = 0; round < 100000; ++round) {
        const std::string text = test::dirty_text(random, 12);
        CAPTURE(text);
        REQUIRE(words_of_stretches(text) == words_of(text));
    }
}

} // namespace annota
