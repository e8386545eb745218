// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/document_terms.h"

#include "common/schema.h"
#include "common/word_sequence.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>
#include <xapian.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace annota {

namespace {

std::string terms_of(const StoredDocument& document) {
    DocumentAnalyzer analyzer;
    return to_text(analyzer.analyze(document, merged_record(document)));
}

/// Without what every document has: its id, and no word.
std::string terms_of(const Record& record) {
    std::string text = terms_of(StoredDocument{"x", {}, {{record, {}}}});
    for (const std::string_view line : {"Qx wdf=0\n", "value 2 = x\n", "value 3 = 0 0 0 0 0 0 0 0 0\n"})
        if (const std::size_t at = text.find(line); at != std::string::npos) text.erase(at, line.size());
    return text;
}

struct Row {
    const char* what;
    std::function<void(Record&)> set;
    std::string terms;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Record record;
        row.set(record);
        CHECK(terms_of(record) == row.terms);
    }
}

Author person(std::string name, std::vector<std::string> forms = {}) {
    return {std::move(name), std::move(forms), {}, {}};
}

/// `count` words, each a number that is nowhere else.
std::string numbers(int first, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text.append(std::to_string(first + i)).append(1, ' ');
    return text;
}

} // namespace

TEST_CASE("titles become stems, copies and forms") {
    check({
        {"a word that is its stem", [](Record& r) { r.title["en"] = "Moon"; },
         "Len wdf=0\nSmoon wdf=1\nmoon wdf=1 positions=356\nvalue 1 = moon\nvalue 3 = 0 1 0 0 0 0 0 0 0\n"},
        {"a word twice, inflected", [](Record& r) { r.title["en"] = "Moons, moon"; },
         "Len wdf=0\nSmoon wdf=2\nmoon wdf=2 positions=356,357 forms=moon,moons\nvalue 1 = moons moon\n"
         "value 3 = 0 2 0 0 0 0 0 0 0\n"},
        {"two languages",
         [](Record& r) {
             r.title = {{"ru", "Луна"}, {"en", "Moon"}};
         },
         "Len wdf=0\nLru wdf=0\nSmoon wdf=1\nSлун wdf=1\nmoon wdf=1 positions=356\nлун wdf=1 "
         "positions=1 forms=луна\n"
         "value 1 = moon\nvalue 3 = 1 1 0 0 0 0 0 0 0\n"},
        {"other languages follow each other",
         [](Record& r) {
             r.title = {{"de", "Mond"}, {"fr", "Lune"}};
         },
         "Lde wdf=0\nLfr wdf=0\nSlune wdf=1\nSmond wdf=1\nlune wdf=1 positions=728\n"
         "mond wdf=1 positions=711\nvalue 1 = mond\nvalue 3 = 0 0 2 0 0 0 0 0 0\n"},
        {"a compound", [](Record& r) { r.title["en"] = "COVID-19"; },
         "19 wdf=1 positions=357\nLen wdf=0\nS19 wdf=1\nScovid wdf=1\nScovid19 wdf=0\ncovid wdf=1 positions=356\n"
         "covid19 wdf=0 positions=356,357\nvalue 1 = covid 19\nvalue 3 = 0 2 0 0 0 0 0 0 0\n"},
        {"capitals that could be of the other script", [](Record& r) { r.title["ru"] = "РОС"; },
         "Lru wdf=0\nSpoc wdf=0\nSрос wdf=1\npoc wdf=0 positions=1\nрос wdf=1 positions=1\nvalue 1 = рос\n"
         "value 3 = 1 0 0 0 0 0 0 0 0\n"},
    });
}

TEST_CASE("abstracts and keywords become words") {
    check({
        {"an abstract has no copies", [](Record& r) { r.abstract["en"] = "The moon"; },
         "Len wdf=0\nmoon wdf=1 positions=17595\nthe wdf=1 positions=17594\nvalue 3 = 0 0 0 0 0 0 0 2 "
         "0\n"},
        {"keywords lie apart",
         [](Record& r) {
             r.keywords["en"] = {"full moon", "sun"};
         },
         "Kfull wdf=1\nKmoon wdf=1\nKsun wdf=1\nfull wdf=1 positions=2446\nmoon wdf=1 positions=2447\n"
         "sun wdf=1 positions=2464\nvalue 3 = 0 0 0 0 3 0 0 0 0\n"},
        {"one word in all fields",
         [](Record& r) {
             r.title["en"] = r.abstract["en"] = "Moon";
             r.keywords["en"] = {"moon"};
         },
         "Kmoon wdf=1\nLen wdf=0\nSmoon wdf=1\nmoon wdf=3 positions=356,2446,17594\nvalue 1 = moon\n"
         "value 3 = 0 1 0 0 1 0 0 1 0\n"},
    });
}

TEST_CASE("names become keys") {
    check({
        {"an author's forms", [](Record& r) { r.authors = {person("Носов П.А.", {"Nosov Pavel"})}; },
         "Anosov wdf=0\nApavel wdf=0\nXAnosov,p,a wdf=0\nXAnosov,pavel wdf=0\nXFnosov,p,a wdf=0\nXFnosov,pavel "
         "wdf=0\n"},
        {"the first author is marked, editors are apart",
         [](Record& r) {
             r.authors = {person("Nosov P."), person("Glebov R.")};
             r.editors = {person("Zotov S.")};
         },
         "Aglebov wdf=0\nAnosov wdf=0\nAzotov wdf=0\nXAglebov,r wdf=0\nXAnosov,p wdf=0\nXEzotov,s wdf=0\nXFnosov,p "
         "wdf=0\n"},
        {"a family name of two parts", [](Record& r) { r.authors = {person("Носова-Глебова А.")}; },
         "Aglebova wdf=0\nAnosova wdf=0\nAnosovaglebova wdf=0\nXAnosovaglebova,a wdf=0\nXFnosovaglebova,a wdf=0\n"},
    });
}

TEST_CASE("facts become boolean terms") {
    check({
        {"nothing", [](Record&) {}, ""},
        {"year", [](Record& r) { r.year = 1999; }, "Y1999 wdf=0\nvalue 0 = 1999\n"},
        {"journal",
         [](Record& r) {
             r.journal = {{"ru", "Северное сияние"}, {"en", "Northern Lights"}};
         },
         "XJlight wdf=0 positions=357\nXJnorthern wdf=0 positions=356\nXJсеверн wdf=0 positions=1\n"
         "XJсиян wdf=0 positions=2\nvalue 4 = northern lights\n"},
        {"journal in the work's language",
         [](Record& r) {
             r.journal = {{"ru", "Сияние"}, {"en", "Lights"}};
             r.language = {"ru"};
         },
         "Lru wdf=0\nXJlight wdf=0 positions=356\nXJсиян wdf=0 positions=1\nvalue 4 = сияние\n"},
        {"type, ISSN and ISBN",
         [](Record& r) {
             r.type = "book";
             r.issn = {"0378-595X"};
             r.isbn = {"030640615X"};
         },
         "Tbook wdf=0\nXB030640615x wdf=0\nXN0378-595x wdf=0\n"},
        {"links",
         [](Record& r) {
             r.cites = {"https://doi.org/10.1000/ABC", "Own-1"};
             r.related = {"doi:10.1000/abc"};
         },
         "XC:Own-1 wdf=0\nXCdoi:10.1000/abc wdf=0\nXRdoi:10.1000/abc wdf=0\n"},
        {"languages as stated",
         [](Record& r) {
             r.language = {"ru", "zh"};
         },
         "Lru wdf=0\nLzh wdf=0\n"},
    });
}

TEST_CASE("identifiers and sources are those of the document") {
    Record of_a;
    of_a.source = "a";
    Record of_b;
    of_b.source = "Shelf B";
    CHECK(terms_of(StoredDocument{"doi:10.1000/1", {"Own", "fp:0"}, {{of_b, {}}, {of_a, {}}}}) ==
          "Qdoi:10.1000/1 wdf=0\nXQ:Own wdf=0\nXQfp:0 wdf=0\nXS:Shelf B wdf=0\nXSa wdf=0\n"
          "value 2 = doi:10.1000/1\nvalue 3 = 0 0 0 0 0 0 0 0 0\n");
}

TEST_CASE("the title to sort by is in the work's language, cut between letters") {
    Record record;
    record.title = {{"en", "Moon"}, {"ru", "Луна"}};
    record.language = {"ru"};
    CHECK_THAT(terms_of(record), Catch::Contains("value 1 = луна\n"));
    record.title["ru"] = std::string(100, 'y');
    CHECK_THAT(terms_of(record), Catch::Contains("value 1 = " + std::string(48, 'y') + "\n"));
    std::string letters;
    for (int i = 0; i < 50; ++i) letters += "ж";
    record.title["ru"] = "12 " + letters;
    CHECK_THAT(terms_of(record), Catch::Contains("value 1 = 12 " + letters.substr(0, 44) + "\n"));
}

TEST_CASE("no term is longer than Xapian takes") {
    Record record;
    record.source = std::string(1000, 's');
    record.title["en"] = std::string(300, 'a') + "b " + std::string(300, 'a') + "c";
    record.keywords["ru"] = {"ж" + std::string(500, 'z')};
    record.authors = {person(std::string(400, 'N') + " P.")};
    record.cites = {std::string(10'000, 'c')};
    record.journal["en"] = std::string(246, 'j');
    DocumentAnalyzer analyzer;
    const DocumentTerms terms =
        analyzer.analyze({std::string(700, 'i'), {std::string(246, 'q')}, {{record, {}}}}, record);
    const test::TemporaryFolder folder;
    Xapian::WritableDatabase database(folder.path("index"));
    Xapian::Document document;
    std::set<std::string> unprefixed;
    for (std::uint32_t ordinal = 0; ordinal < terms.terms.size(); ++ordinal) {
        const std::string term(terms.terms[ordinal]);
        CHECK(term.size() <= kMaxTermBytes);
        document.add_term(term);
        if (term.starts_with("aaa")) unprefixed.insert(term);
    }
    CHECK(unprefixed.size() == 2); // their ends differ
    database.add_document(document);
    CHECK_NOTHROW(database.commit());
}

TEST_CASE("positions tell texts and fields apart, and end with the field's range") {
    Record record;
    std::map<std::uint32_t, int> text_of; // by position
    int texts = 0;
    const auto next_text = [&](int words) { return numbers(1'000'000 + 100'000 * texts++, words); };
    for (const char* language : {"ru", "en", "de", "fr"}) {
        record.title[language] = next_text(200);
        record.abstract[language] = next_text(13'000);
        for (int i = 0; i < 40; ++i) record.keywords[language].push_back(next_text(30));
    }
    DocumentAnalyzer analyzer;
    const DocumentTerms terms = analyzer.analyze({"x", {}, {{record, {}}}}, record);
    std::uint32_t words = 0;
    const auto encoded =
        std::ranges::find(terms.values, std::uint32_t{kWordsSlot}, [](const auto& value) { return value.first; });
    REQUIRE(encoded != terms.values.end());
    const WordSequence sequence(encoded->second);
    std::vector<std::uint32_t> positions;
    for (std::uint32_t ordinal = 0; ordinal < terms.terms.size(); ++ordinal) {
        const std::string term(terms.terms[ordinal]);
        if (term.find_first_not_of("0123456789") != std::string::npos) continue;
        words += terms.wdfs[ordinal];
        sequence.find(word_hash(term), positions);
        for (const std::uint32_t position : positions)
            CHECK(text_of.emplace(position, std::stoi(term) / 100'000).second); // one word a position
    }
    CHECK(words == 4 * (200 + 13'000 + 40 * 30));
    CHECK(text_of.size() > std::size_t{25'000});
    for (auto at = text_of.begin(); std::next(at) != text_of.end(); ++at) {
        const auto& [position, text] = *at;
        const auto& [next, next_text_number] = *std::next(at);
        if (next - position <= kTextGap) CHECK(text == next_text_number);
    }
    for (const TextField field : {TextField::title, TextField::keyword, TextField::abstract})
        for (std::size_t language = 0; language < kLanguageCount; ++language) {
            const std::uint32_t end = position_range(field, language).end;
            CHECK(text_of.lower_bound(end) == text_of.lower_bound(end + kRangeGap));
        }
}

} // namespace annota
