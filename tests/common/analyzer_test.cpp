// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/analyzer.h"

#include "tests/common/token_text.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota {
namespace {

struct Row {
    std::string_view text;
    std::string_view tokens;
};

void check(const std::vector<Row>& rows) {
    Analyzer analyzer;
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(token_text(analyzer.analyze(row.text)) == row.tokens);
    }
}

std::string spans(std::string_view text) {
    Analyzer analyzer;
    std::string out;
    for (const Token& token : analyzer.analyze(text)) {
        out += (out.empty() ? "" : " ") + token.form + ":" + std::to_string(token.begin) + "-" +
               std::to_string(token.end) + "/" + std::to_string(token.word);
    }
    return out;
}

} // namespace

TEST_CASE("words stem by their script, stop words are marked", "[analyzer]") {
    check({
        {"", ""},
        {"?!", ""},
        {"Санкции и sanctions", "санкц:0 и*:1 sanction:2"},
        {"Актёр, актер: ЁМКОСТИ", "актер:0 актер:1 емкост:2"},
        {"ударе\u0301ние, эко\u00ADномика", "ударен:0 экономик:1"},
        {"Müller's naïve Straße", "muller:0 naiv:1 strass:2"},
        {"Київ, Йошкар", "київ:0 йошкар:1"},
        {"don't, cannot", "don*:0 t*:1 [dont*:0-1] cannot*:2"},
        {"U.S. of the U.S.A.", "us:0 of*:1 the*:2 usa:3"},
        {"и т.д. (e.g. this)", "и*:0 тд*:1 eg*:2 this*:3"},
    });
}

TEST_CASE("compounds give their parts and themselves joined", "[analyzer]") {
    check({
        {"Научно-техническое развитие", "научн:0 техническ:1 [научнотехническ:0-1] развит:2"},
        {"научнотехническое", "научнотехническ:0"},
        {"COVID-19 COVID19", "covid:0 19:1 [covid19:0-1] covid:2 19:3 [covid19:2-3]"},
        {"Kondrat’ev's", "kondrat:0 ev:1 [kondratev:0-1]"},
        {"S&T, R&D", "s:0 t:1 [s&t:0-1] r:2 d:3 [r&d:2-3]"},
        {"15-20 2015-2020", "15:0 20:1 2015:2 2020:3"},
        {"a1-b2-c3-d4-e5-f6-g7-h8", "a1:0 b2:1 c3:2 d4:3 e5:4 f6:5 g7:6 h8:7 [a1b2c3d4e5f6g7h8:0-7]"},
        {"a1-b2-c3-d4-e5-f6-g7-h8-x9", "a1:0 b2:1 c3:2 d4:3 e5:4 f6:5 g7:6 h8:7 x9:8"},
        {"3,14 and 3.14", "3.14:0 and*:1 3.14:2"},
        {"C++ C# .NET-код", "c++:0 c#:1 .net:2 код:3 [.netкод:2-3]"},
    });
}

TEST_CASE("look-alikes meet in one script", "[analyzer]") {
    check({
        {"Сonclusions oпределение", "conclus:0 определен:1"},
        {"webсайт web-сайты", "web:0 сайт:1 [webсайт:0-1] web:2 сайт:3 [webсайт:2-3]"},
        {"СО2 CO₂", "со*:0 2:1 [co2:0-1] co:2 2:3 [co2:2-3]"},
        {"Т-34 T-34 Т34", "т:0 34:1 [t34:0-1] t:2 34:3 [t34:2-3] t34:4"},
        {"С++ Н2О", "c++:0 h2o:1"},
        {"РОС POC рос", "рос:0 {poc:0} poc:1 рос:2"},
        {"ТВ-МНС", "тв:0 мнс:1 [твмнс:0-1] {tb:0} {mhc:1}"},
        {"НЕ ТО", "не*:0 то*:1"},
        {"ИИ и А.И. С.А.", "ии:0 и*:1 аи:2 са:3"},
        {"ХХI ХIХ", "xxi:0 xix:1"},
        {"Т-cell T-клетки", "т:0 cell:1 [tcell:0-1] t:2 клетк:3 [тклетк:2-3]"},
        {"IT-отдел", "it*:0 отдел:1 [itотдел:0-1]"},
    });
}

TEST_CASE("other scripts are words or pairs", "[analyzer]") {
    check({
        {"日本語 東 ガー", "日本:0 本語:1 東:2 ガー:3"},
        {"한국어", "한국:0 국어:1"},
        {"ที่ไทย", "ที่ไ:0 ไท:1 ทย:2"},
        {"Ελλάδα हिन्दी", "ελλαδα:0 हिन्दी:1"},
        {"日本DNA", "日本:0 dna:1"},
    });
}

TEST_CASE("tokens know their code points and their printed word", "[analyzer]") {
    const std::vector<Row> rows{
        {"Ёж, ﬁn", "еж:0-2/0 fin:4-6/1"},
        {"  Эко\u00ADномика\u0301 ", "экономика:2-13/0"},
        {"😀 S&T's x", "s:2-3/0 t:4-5/0 s&t:2-5/0 x:8-9/1"},
        {"U.S.A., C++", "usa:0-6/0 c++:8-11/1"},
        {"日本語", "日本:0-2/0 本語:1-3/0"},
        {"COVID19 ТВ", "covid:0-5/0 19:5-7/0 covid19:0-7/0 тв:8-10/1 tb:8-10/1"},
        {"\xFFгод", "год:1-4/0"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(spans(row.text) == row.tokens);
    }
}

TEST_CASE("a form leads to its term, and a text folds to its forms", "[analyzer]") {
    Analyzer analyzer;
    CHECK(analyzer.stem("санкциями") == "санкц");
    CHECK(analyzer.stem("conclusions") == "conclus");
    CHECK(analyzer.stem("covid19") == "covid19");
    CHECK(analyzer.stem("").empty());
    CHECK(analyzer.fold("Научно-техническое (ВЁРСТКА), H₂O!") == "научно техническое верстка h2o");
    CHECK(analyzer.fold("«U.S.A.»: Сonclusions, 日本語") == "usa conclusions 日本語");
    CHECK(analyzer.fold("—").empty());
}

TEST_CASE("an analyzer starts afresh with each text", "[analyzer]") {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze("первый длинный текст о COVID-19 и РОС", tokens);
    analyzer.analyze("второй", tokens);
    CHECK(token_text(tokens) == "втор:0");
    analyzer.analyze("the COVID-19 text", tokens);
    CHECK(token_text(tokens) == "the*:0 covid:1 19:2 [covid19:1-2] text:3");
    Analyzer other = std::move(analyzer);
    CHECK(token_text(other.analyze("тексты")) == "текст:0");
}

// Quadratic work would take hours, which the time that a test has at most does not allow.
TEST_CASE("hostile texts are analysed in linear time", "[analyzer]") {
    const std::vector<std::string> units{"x", "ы",  "a-",   "a'",      "A.", "1,", "日",   "a&",   "дf", "C++", "-",
                                         "é", ".n", ".net", "x\u200D", "H2", "²2", "\xFF", "\x01", "½",  "ﷺ",   "РО"};
    Analyzer analyzer;
    std::vector<Token> tokens;
    for (const std::string& unit : units) {
        CAPTURE(unit);
        std::string text;
        while (text.size() < 1000000) {
            text += unit;
        }
        analyzer.analyze(text, tokens);
        CHECK(tokens.size() <= 2 * text.size());
    }
}

} // namespace annota
