// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds of every text, tried on random ones made of what has confused analysers.

#include "common/analyzer.h"
#include "common/text_stretches.h"
#include "common/utf8.h"
#include "tests/common/dirty_text.h"
#include "tests/common/token_text.h"

#include <catch2/catch.hpp>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace annota {
namespace {

std::string slice(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const std::string_view head = first_code_points(text, end);
    return std::string(head.substr(first_code_points(text, begin).size()));
}

std::string normalized(bool compose, const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form =
        compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
    std::string out;
    form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
    return out;
}

void require_order(const std::vector<Token>& tokens, std::size_t length) {
    std::uint32_t position = 0;
    std::uint32_t begin = 0;
    std::uint32_t word = 0;
    for (const Token& token : tokens) {
        REQUIRE_FALSE(token.term.empty());
        REQUIRE(is_valid_utf8(token.term));
        REQUIRE(token.begin < token.end);
        REQUIRE(token.end <= length);
        REQUIRE((token.word == word || token.word == word + 1));
        word = token.word;
        if (token.kind == TokenKind::word) {
            REQUIRE(token.position == position++);
            REQUIRE(token.begin >= begin);
            begin = token.begin;
        }
        REQUIRE(token.last >= token.position);
        REQUIRE((token.kind == TokenKind::joined || token.last == token.position));
        REQUIRE(token.last < position);
    }
}

} // namespace

TEST_CASE("tokens are in order and in bounds", "[analyzer]") {
    std::mt19937 random(5);
    Analyzer analyzer;
    std::vector<Token> tokens;
    for (int round = 0; round < 30000; ++round) {
        const std::string text = test::dirty_text(random, 14);
        CAPTURE(text);
        analyzer.analyze(text, tokens);
        require_order(tokens, count_code_points(text));
    }
}

TEST_CASE("plain words take a short cut to the same tokens", "[analyzer]") {
    std::mt19937 random(9);
    Analyzer analyzer;
    for (int round = 0; round < 50000; ++round) {
        const std::string text = test::dirty_text(random, 12);
        CAPTURE(text);
        std::string roundabout; // a soft hyphen is read over, but no letter of a plain word
        TextStretches stretches(text);
        for (TextStretch stretch; stretches.next(stretch);) {
            roundabout.append(stretch.text).append(stretch.kind == StretchKind::mixed ? " " : "\u00AD ");
        }
        REQUIRE(token_text(analyzer.analyze(roundabout)) == token_text(analyzer.analyze(text)));
        REQUIRE(analyzer.fold(roundabout) == analyzer.fold(text));
    }
}

TEST_CASE("the slice of a token gives the token again", "[analyzer]") {
    std::mt19937 random(6);
    Analyzer analyzer;
    for (int round = 0; round < 30000; ++round) {
        const std::string text = test::dirty_text(random, 10);
        for (const Token& token : analyzer.analyze(text)) {
            const std::string part = slice(text, token.begin, token.end);
            CAPTURE(text, part, token_text(token));
            const std::vector<Token> again = analyzer.analyze(part);
            const auto same = [&token](const Token& t) { return t.form == token.form && t.term == token.term; };
            REQUIRE(std::any_of(again.begin(), again.end(), same));
        }
    }
}

TEST_CASE("composed and decomposed texts give the same terms", "[analyzer]") {
    std::mt19937 random(7);
    Analyzer analyzer;
    for (int round = 0; round < 20000; ++round) {
        const std::string text = make_valid_utf8(test::dirty_text(random, 12));
        CAPTURE(text);
        const std::string expected = token_text(analyzer.analyze(text));
        REQUIRE(token_text(analyzer.analyze(normalized(true, text))) == expected);
        REQUIRE(token_text(analyzer.analyze(normalized(false, text))) == expected);
    }
}

TEST_CASE("real bilingual records keep all of this", "[analyzer]") {
    const char* const shared = std::getenv("ANNOTA_SHARED");
    if (shared == nullptr) {
        WARN("skipped: ANNOTA_SHARED is not set");
        return;
    }
    std::ifstream records(std::string(shared) + "/corpora/npe/npe-dev.jsonl");
    REQUIRE(records);
    Analyzer analyzer;
    int count = 0;
    for (std::string line; std::getline(records, line) && count < 100; ++count) {
        const std::vector<Token> tokens = analyzer.analyze(line);
        CAPTURE(count);
        require_order(tokens, count_code_points(line));
        REQUIRE(token_text(analyzer.analyze(normalized(false, line))) == token_text(tokens));
    }
    CHECK(count > 50);
}

TEST_CASE("case changes no term but of what capitals make ambiguous", "[analyzer]") {
    std::mt19937 random(8);
    const std::vector<std::string> words{"слово", "covid",    "h2o", "научно", "т34",
                                         "c++",   "о'брайен", "s&t", "ёж",     "60co"};
    Analyzer analyzer;
    for (int round = 0; round < 2000; ++round) {
        std::string lower;
        std::string text;
        for (int i = 0; i < 4; ++i) {
            const std::string& word = words[random() % words.size()];
            const bool hyphen = random() % 2 == 0;
            lower += word + (hyphen ? "-" : " ");
        }
        for (std::size_t at = 0; at < lower.size();) {
            const char32_t c = next_code_point(lower, at);
            const bool shift = random() % 2 == 0;
            const bool cyrillic = c >= U'а' && c <= U'я';
            append_code_point(text, shift && (cyrillic || (c >= U'a' && c <= U'z')) ? c - 0x20 : c);
        }
        CAPTURE(lower, text);
        std::vector<Token> tokens = analyzer.analyze(text);
        std::erase_if(tokens, [](const Token& t) { return t.kind == TokenKind::script_free; });
        REQUIRE(token_text(tokens) == token_text(analyzer.analyze(lower)));
    }
}

} // namespace annota
