// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/fold.h"

#include "common/utf8.h"

#include <catch2/catch.hpp>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <vector>

namespace annota {
namespace {

std::vector<FoldedChar> fold(std::string_view text) {
    std::vector<FoldedChar> folded;
    fold_text(text, folded);
    return folded;
}

std::string codes(const std::vector<FoldedChar>& folded) {
    std::string out;
    for (const FoldedChar& c : folded) {
        append_folded(out, c);
    }
    return out;
}

/// "f:0-1 i:0-1"
std::string places(const std::vector<FoldedChar>& folded) {
    std::string out;
    for (const FoldedChar& c : folded) {
        out += out.empty() ? "" : " ";
        append_folded(out, c);
        out += ":" + std::to_string(c.begin) + "-" + std::to_string(c.end);
    }
    return out;
}

std::string normalized(const icu::Normalizer2* form, const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
    return out;
}

std::string decomposed(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    return normalized(icu::Normalizer2::getNFDInstance(status), text);
}

std::string composed(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    return normalized(icu::Normalizer2::getNFCInstance(status), text);
}

std::string random_text(std::mt19937& random, std::u32string_view alphabet, std::size_t longest) {
    std::string text;
    for (std::size_t i = random() % (longest + 1); i > 0; --i) {
        append_code_point(text, alphabet[random() % alphabet.size()]);
    }
    return text;
}

constexpr std::u32string_view kLetters =
    U"aAeEиИеЕгГкКуУіІйЙёЁї \u0301\u0306\u0308\u0323\u0300\u0345ᾳΆσΣςｶガがかﬁß½²₂①Å\u212Bǿøé\u00AD\u200D\uFE0F"
    U"각क\u093Cक़\u0644\u0627שׁ\u05C1'’´.,+#&-\u2010\u2011–™№İıǆ\u0344\u0001\uFFFD😀";

/// Also with marks and letters that combine across what is dropped between them.
constexpr std::u32string_view kNasty =
    U"aиᾳΆçｶか\u3099ﾞ\u1100\u1161\u11A8가क\u0F73\u0653\u0627\u0301\u0306\u0323\u0345\u093C\u200D\u0F71\u0327´";

} // namespace

TEST_CASE("texts fold to what a reader would type", "[fold]") {
    struct Row {
        std::string_view text;
        std::string_view folded;
    };
    const std::vector<Row> rows{
        {"Plain ASCII, 42", "plain ascii, 42"},
        {"ЁЛКА и ёж", "елка и еж"},
        {"Йод, Її, Ўў, Ќќ, Ѓѓ", "йод, її, ўў, ќќ, ѓѓ"},
        {"И\u0306од, і\u0308, у\u0306, к\u0301, г\u0301", "йод, ї, ў, ќ, ѓ"},
        {"е\u0308ж е\u0308\u0301 ударе\u0301ние ѐ ѝ", "еж е ударение е и"},
        {"naïve Müller Łódź Đorđe Århus Żółć", "naive muller lodz dorde arhus zolc"},
        {"ÆON œuvre Straße ıI İ ǿ Þórður", "aeon oeuvre strasse ii i o thordur"},
        {"H₂O CO₂ ﬁne Ａｂ Ⅳ", "h2o co2 fine ab iv"},
        {"эко\u00ADномика a\u200Bb\uFEFF\u202Ec\u2066", "экономика abc"},
        {"№ 5 ™®©", "№ 5 ™®©"},
        {"ὈΔΥΣΣΕΎΣ οδυσσεύς", "οδυσσευσ οδυσσευσ"},
        {"ӂӑӓ ӣ ұғ", "жаа и ұғ"},
        {"ｶﾞ か\u3099 \u1100\u1161", "ガ が 가"},
        {"हिन्दी עִבְרִית ٣٤", "हिन्दी עברית 34"},
        {"\u0301a", "a"},
        {"K\u212A \u2126", "kk ω"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(codes(fold(row.text)) == row.folded);
    }
}

TEST_CASE("folded characters know their place", "[fold]") {
    struct Row {
        std::string_view text;
        std::string_view places;
    };
    const std::vector<Row> rows{
        {"Aё", "a:0-1 е:1-2"},
        {"ﬁß", "f:0-1 i:0-1 s:1-2 s:1-2"},
        {"е\u0301н", "е:0-2 н:2-3"},
        {"о\u00ADн", "о:0-1 н:2-3"},
        {"и\u200D\u0306т", "й:0-3 т:3-4"},
        {"и\u200Dт", "и:0-1 т:2-3"},
        {"½", "1:0-1 \u2044:0-1 2:0-1"},
        {"😀é", "😀:0-1 e:1-2"},
        {"a\xFF\xFEz", "a:0-1 \uFFFD:1-2 \uFFFD:2-3 z:3-4"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(places(fold(row.text)) == row.places);
    }
}

TEST_CASE("characters have the class that the later stages need", "[fold]") {
    struct Row {
        std::string_view text;
        CharClass char_class;
    };
    const std::vector<Row> rows{
        {"z", CharClass::latin},
        {"Ə", CharClass::latin},
        {"Щ", CharClass::cyrillic},
        {"Ұ", CharClass::cyrillic},
        {"ψ", CharClass::other_letter},
        {"7", CharClass::digit},
        {"٣", CharClass::digit},
        {"東", CharClass::paired},
        {"ー", CharClass::paired},
        {"ไ", CharClass::paired},
        {"\u0E31", CharClass::paired_mark},
        {"-", CharClass::hyphen},
        {"\u2011", CharClass::hyphen},
        {"＆", CharClass::ampersand},
        {"\u2013", CharClass::separator},
        {"_", CharClass::separator},
        {"\u00A0", CharClass::separator},
        {"™", CharClass::separator},
        {"№", CharClass::separator},
        {"😀", CharClass::separator},
        {"\xFF", CharClass::separator},
        {"+", CharClass::plus},
        {"＃", CharClass::hash},
        {"。", CharClass::separator},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        REQUIRE(fold(row.text).size() == 1);
        CHECK(fold(row.text).front().char_class == row.char_class);
    }
    for (const std::string_view apostrophe : {"'", "’", "‘", "ʼ", "′", "`", "´", "ʹ", "ʻ", "＇", "\u0374", "\u1FEF"}) {
        CAPTURE(apostrophe);
        CHECK(fold(apostrophe).front().char_class == CharClass::apostrophe);
    }
}

TEST_CASE("capitals and the styles of digits are kept", "[fold]") {
    const std::vector<FoldedChar> folded = fold("ЖжÉё2²₂①");
    const std::vector<bool> capitals{true, false, true, false};
    const std::vector<DigitStyle> styles{DigitStyle::plain, DigitStyle::raised, DigitStyle::lowered,
                                         DigitStyle::enclosed};
    REQUIRE(folded.size() == 8);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(folded[i].capital == capitals[i]);
        CHECK(folded[i + 4].style == styles[i]);
    }
}

TEST_CASE("canonically equivalent texts fold alike", "[fold]") {
    std::mt19937 random(2);
    for (int round = 0; round < 20000; ++round) {
        const std::string text = random_text(random, round % 2 == 0 ? kLetters : kNasty, 12);
        CAPTURE(text);
        const std::string expected = codes(fold(text));
        REQUIRE(codes(fold(composed(text))) == expected);
        REQUIRE(codes(fold(decomposed(text))) == expected);
    }
}

TEST_CASE("places are in order and in bounds, and folding twice changes nothing", "[fold]") {
    std::mt19937 random(3);
    for (int round = 0; round < 20000; ++round) {
        const std::string text = random_text(random, kLetters, 12);
        CAPTURE(text);
        const std::vector<FoldedChar> folded = fold(text);
        const std::size_t length = count_code_points(text);
        std::uint32_t last = 0;
        for (const FoldedChar& c : folded) {
            REQUIRE(c.begin < c.end);
            REQUIRE(c.end <= length);
            REQUIRE(c.begin >= last);
            last = c.begin;
        }
        REQUIRE(codes(fold(codes(folded))) == codes(folded));
    }
}

// Quadratic work would take hours, which the time that a test has at most does not allow.
TEST_CASE("hostile texts fold in linear time", "[fold]") {
    std::string marks = "e";
    std::string mixed_marks = "e";
    std::string ignorable = "и";
    for (int i = 0; i < 100000; ++i) {
        marks += "\u0301";
        mixed_marks += i < 50000 ? "\u0301" : "\u0323";
        ignorable += "\u200D";
    }
    ignorable += "\u0306";
    CHECK(codes(fold(marks)) == "e");
    CHECK(fold(marks).front().end == 100001);
    CHECK(codes(fold(mixed_marks)) == "e");
    CHECK(codes(fold(ignorable)) == "й");
    CHECK(fold(std::string(1000000, '\x01')).size() == 1000000);
}

} // namespace annota
