// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/stemmer.h"

#include "common/analyzer.h"
#include "common/stop_words.h"
#include "common/utf8.h"

#include <catch2/catch.hpp>
#include <libstemmer.h>

#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace annota {
namespace {

std::string snowball(const char* language, const std::string& word) {
    const std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer(sb_stemmer_new(language, "UTF_8"),
                                                                            &sb_stemmer_delete);
    const auto* const bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* const stem = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

std::string expected_stem(const char* language, const std::string& word) {
    const std::string stem = snowball(language, word);
    return count_code_points(stem) == 1 ? word : stem;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

/// Through the whole chain. Words with apostrophes, all of them mere letters in quotation, are left out; those that
/// Snowball cuts to one letter keep their form.
void check_vocabulary(const std::string& language, std::size_t fewest) {
    const std::string folder = "/usr/share/snowball/data/" + language;
    std::ifstream words(folder + "/voc.txt");
    std::ifstream stems(folder + "/output.txt");
    if (!words || !stems) {
        WARN("skipped: " << folder << " is not there (package snowball-data)");
        return;
    }
    Analyzer analyzer;
    std::vector<Token> tokens;
    std::size_t checked = 0;
    for (std::string word, stem; std::getline(words, word) && std::getline(stems, stem);) {
        if (word.find('\'') != std::string::npos) {
            continue;
        }
        CAPTURE(word);
        analyzer.analyze(word, tokens);
        REQUIRE(tokens.size() == 1);
        REQUIRE(tokens.front().term == replaced(count_code_points(stem) == 1 ? word : stem, "ё", "е"));
        ++checked;
    }
    CHECK(checked >= fewest);
}

} // namespace

TEST_CASE("Snowball's published vocabularies give Snowball's stems", "[stemmer]") {
    check_vocabulary("russian", 49000);
    check_vocabulary("english", 29000);
}

TEST_CASE("words stem by their language", "[stemmer]") {
    struct Row {
        std::string_view form;
        StemLanguage language;
        std::string_view stem;
    };
    const std::vector<Row> rows{
        {"научное", StemLanguage::russian, "научн"}, {"санкциями", StemLanguage::russian, "санкц"},
        {"санкции", StemLanguage::russian, "санкц"}, {"conclusions", StemLanguage::english, "conclus"},
        {"happy", StemLanguage::english, "happi"},   {"", StemLanguage::english, ""},
        {"ии", StemLanguage::russian, "ии"},         {"я", StemLanguage::russian, "я"},
    };
    Stemmer stemmer;
    for (const Row& row : rows) {
        CAPTURE(row.form);
        CHECK(stemmer.stem(row.form, row.language) == row.stem);
    }
}

TEST_CASE("the cache changes no stem", "[stemmer]") {
    const std::vector<std::string> endings{"", "s", "ing", "ational", "ого", "ами", "ость", "ся", "ingly", "ению"};
    const std::vector<std::string> roots{"work",
                                         "relat",
                                         "систем",
                                         "эконом",
                                         "ноль",
                                         "a",
                                         "я",
                                         "hippopotomonstrosesquippedalian",
                                         "сверхвысокотемпературнейший"};
    std::mt19937 random(4);
    Stemmer stemmer;
    for (int round = 0; round < 20000; ++round) {
        std::string word = roots[random() % roots.size()];
        for (std::size_t i = random() % 3; i > 0; --i) {
            word += endings[random() % endings.size()];
        }
        const bool russian = random() % 2 == 0;
        CAPTURE(word, russian);
        REQUIRE(stemmer.stem(word, russian ? StemLanguage::russian : StemLanguage::english) ==
                expected_stem(russian ? "russian" : "english", word));
    }
}

TEST_CASE("stems with a sure beginning are those that have it") {
    for (const std::string_view stem : {"polici", "hope", "capabl", "die", "sky", "санкц", "comput", "ie", "abl"}) {
        CAPTURE(stem);
        const std::vector<std::string> stems = stems_with_sure_beginning(sure_beginning(stem));
        CHECK(std::find(stems.begin(), stems.end(), stem) != stems.end());
        for (const std::string& one : stems) CHECK(sure_beginning(one) == sure_beginning(stem));
    }
}

TEST_CASE("function words are stop words, others are not", "[stop_words]") {
    for (const std::string_view word : {"и", "не", "которые", "еще", "the", "of", "with", "dont", "a", "через"}) {
        CAPTURE(word);
        CHECK(is_stop_word(word));
    }
    for (const std::string_view word :
         {"", "us", "who", "россия", "science", "т34", "cannotbe", "еще раз и снова еще"}) {
        CAPTURE(word);
        CHECK_FALSE(is_stop_word(word));
    }
}

} // namespace annota
