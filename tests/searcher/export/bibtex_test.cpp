// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/export/bibtex.h"

#include "searcher/export/citation_key.h"
#include "tests/common/random_records.h"
#include "tests/searcher/export/sample_records.h"

#include <catch2/catch.hpp>

#include <array>
#include <set>

namespace annota {

namespace {

std::string entry(const Record& record, std::string id = "id") {
    const ExportedRecord exported = exported_record(record, std::move(id));
    return bibtex_entry(exported, citation_key(exported));
}

/// As BibTeX counts, which knows no escapes. "!" where a brace closes what none has opened.
std::string brace_depth_at_end(std::string_view text) {
    int depth = 0;
    for (const char c : text) {
        if (c == '{') ++depth;
        if (c == '}' && --depth < 0) return "!";
    }
    return std::to_string(depth);
}

Record with_title(const std::string& title) {
    Record record;
    record.title = {{"en", title}};
    return record;
}

} // namespace

TEST_CASE("An article in two languages is an entry in the work's own, with the other beside it") {
    CHECK(entry(test::russian_article(), "doi:10.5555/lake_1(2)") ==
          "@article{riabov2020tsenah-2pyyoibmuts6,\n"
          "  author = {Рябов, Г. Д. and Сомова, Л. К.},\n"
          "  title = {О ценах на лёд в {XXI} веке},\n"
          "  journal = {Вестник озёр},\n"
          "  year = {2020},\n"
          "  volume = {11},\n"
          "  number = {4},\n"
          "  pages = {384--397},\n"
          "  doi = {10.5555/Lake_1(2)},\n"
          "  url = {https://lakes.example.org/a_b?x=1&y=2%20},\n"
          "  issn = {2079-4665, 1019-3316},\n"
          "  annotaid = {doi:10.5555/lake_1(2)},\n"
          "  langid = {russian},\n"
          "  language = {ru},\n"
          "  keywords = {лёд, цены},\n"
          "  abstract = {Цены растут на 5 \\%.},\n"
          "  title_en = {On prices of ice},\n"
          "  journal_en = {Herald of Lakes},\n"
          "  keywords_en = {ice, prices},\n"
          "  abstract_en = {Prices rise by 5 \\%.}\n"
          "}\n\n");
}

TEST_CASE("Entry types and their fields follow the type of the work") {
    const std::string chapter = entry(test::english_chapter());
    CHECK(chapter.starts_with("@incollection{ray2001ice-"));
    CHECK(chapter.find("  booktitle = {Lakes and people},\n") != std::string::npos);
    CHECK(chapter.find("  publisher = {Lake Press \\& Sons},\n  address = {London},\n") != std::string::npos);
    CHECK(chapter.find("  title = {Ice and the people of {Lakeland:} 1990–2000},\n") != std::string::npos);
    const std::string thesis = entry(test::russian_thesis());
    CHECK(thesis.starts_with("@phdthesis{sedov2006zimnii-"));
    CHECK(thesis.find("  school = {Заречный университет},\n") != std::string::npos);
    CHECK(thesis.find("  pagetotal = {142 с.},\n") != std::string::npos);
    CHECK(entry(test::edited_book()).find("  editor = {Суханов, Г. В. and Ильина, О. С.},\n") != std::string::npos);
    CHECK(entry(with_title("T")).starts_with("@misc{t-"));
}

TEST_CASE("What BibTeX and TeX obey is escaped") {
    struct Row {
        std::string_view text;
        std::string_view escaped;
    };
    const std::vector<Row> rows{
        {"50 % & #1 $x_i$", "50 \\% \\& \\#1 \\$x\\_i\\$"},
        {"a ~ b ^ c \\ d", "a \\textasciitilde{} b \\textasciicircum{} c \\textbackslash{} d"},
        {"{even} {b}races", "\\{even\\} \\{b\\}races"},
        {"} {", "\\textbraceright{} \\textbraceleft{}"},
        {"{{}", "\\textbraceleft{}\\textbraceleft{}\\textbraceright{}"},
        {"one\r\ntwo\u2028three\u202E", "one  two three"},
    };
    for (const Row& row : rows) CHECK(tex_text(row.text) == row.escaped);
    const std::string hostile = entry(test::hostile_record());
    CHECK(hostile.find("  author = {{Research and Co, Ltd} and Ng},\n") != std::string::npos);
    CHECK(brace_depth_at_end(hostile) == "0");
}

TEST_CASE("Braces of entries match, whatever records hold") {
    test::RandomRecords random(41);
    constexpr std::array<std::string_view, 11> kSigns{"{",           "}", "\\", " and ", ",", "%",
                                                      "\n@article{", "A", "ё",  "=",     "$"};
    for (int i = 0; i < 2000; ++i) {
        Record record = random.record();
        for (std::string* field : {&record.volume, &record.publisher, &record.doi, &record.url, &record.pages})
            for (std::size_t left = random.below(5); left > 0; --left) *field += random.pick(kSigns);
        std::string title;
        for (std::size_t left = random.below(8); left > 0; --left) title += random.pick(kSigns);
        record.title["en"] = title;
        record.authors.push_back({"X" + title, {}, "", ""});
        CAPTURE(title);
        const std::string text = entry(record, title);
        CHECK(brace_depth_at_end(text) == "0");
        CHECK(text.find("\n@") == std::string::npos);
    }
}

TEST_CASE("Keys are Latin letters and digits, one for each record id") {
    const auto key = [](const Record& record, const std::string& id) {
        return citation_key(exported_record(record, id));
    };
    const Record record = test::russian_article();
    CHECK(key(record, "a") == key(record, "a"));
    CHECK(key(record, "a") != key(record, "b"));
    CHECK(key(with_title("The 漢字 of ice"), "a").starts_with("ice-"));
    CHECK(key(with_title("The of"), "a").starts_with("the-"));
    CHECK(key(with_title("漢字 — …"), "a").starts_with("record-"));
    // Whatever is shown of it.
    Hit hit;
    hit.id = "a";
    hit.record = record;
    const auto head = [&](BibtexWriter writer) { return writer.hit(hit).substr(0, 40); };
    CHECK(head({"en", {"year"}}) == head({"", {}}));
    std::set<std::string> keys;
    constexpr int kCount = 100'000;
    for (int i = 0; i < kCount; ++i) {
        const std::string one = key(record, std::to_string(i));
        CHECK(one.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
        keys.insert(one);
    }
    CHECK(keys.size() == kCount);
}

} // namespace annota
