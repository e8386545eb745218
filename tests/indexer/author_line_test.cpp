// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/author_line.h"

#include "indexer/citation_author.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <random>

namespace annota {

namespace {

/// "Name=form, Name 1 2": forms behind "=", marks behind blanks.
std::string print(const Author& author) {
    std::string text = author.name;
    for (const std::string& form : author.names) text.append("=").append(form);
    return text;
}

std::string print(const std::vector<Author>& authors) {
    std::string text;
    for (const Author& author : authors) text.append(text.empty() ? "" : ", ").append(print(author));
    return text;
}

std::string print(const std::vector<LineAuthor>& authors) {
    std::string text;
    for (const LineAuthor& each : authors) {
        text.append(text.empty() ? "" : ", ").append(print(each.author));
        for (const std::string& mark : each.marks) text.append(" ").append(mark);
    }
    return text;
}

std::vector<Author> authors_of(const std::vector<std::string_view>& names) {
    std::vector<Author> authors;
    authors.reserve(names.size());
    for (const std::string_view name : names) authors.push_back(make_author(name));
    return authors;
}

} // namespace

TEST_CASE("a line of nothing but names is an author line", "[citations]") {
    struct Row {
        std::string_view line;
        std::string_view authors;
    };
    const std::vector<Row> rows{
        {"Рябов Г.Д., Сомова Л.К.", "Рябов Г.Д., Сомова Л.К."},
        {"Г. Д. Рябов; Л. К. Сомова", "Рябов Г.Д., Сомова Л.К."},
        {"Рябов Г.Д. и Сомова Л.К.", "Рябов Г.Д., Сомова Л.К."},
        {"Ryabov G.D. | Somova L.K.", "Ryabov G.D., Somova L.K."},
        {"Ryabov GD, Somova LK", "Ryabov G.D., Somova L.K."},
        {"Ryabov Gleb", "Ryabov Gleb"},
        {"Рябов Глеб Денисович, Сомова Лидия", "Рябов Глеб Денисович, Сомова Лидия"},
        {"Рябов, Г.Д., Сомова, Л.К.", "Рябов Г.Д., Сомова Л.К."},
        {"Рябов Г.Д.1,2, Сомова Л.К.3*", "Рябов Г.Д. 1 2, Сомова Л.К. 3"},
        {"Рябов Г.Д.¹, Сомова Л.К.²", "Рябов Г.Д. 1, Сомова Л.К. 2"},
        {"Petrov-Vodin A.B., von Reut C.", "Petrov-Vodin A.B., von Reut C."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(print(parse_author_line(row.line, true)) == row.authors);
    }
}

TEST_CASE("any other line names no authors", "[citations]") {
    for (const std::string_view line :
         {"", "Ветер и дюны", "Рябов Г.Д. Ветер и дюны", "Рябов Г.Д., Ветер", "Казань", "Институт Дюн, Казань", "1, 2",
          "Аннотация", "Рябов Г.Д. // Берега. 2014.", "Новости и события", ",;|", "Рябов,"}) {
        CAPTURE(line);
        CHECK(parse_author_line(line, true).empty());
    }
    CHECK(parse_author_line("Ryabov Gleb", false).empty());
    CHECK_FALSE(parse_author_line("Ryabov G.", false).empty());
    std::string longest;
    while (longest.size() < 100000) longest += "Рябов Г.Д., ";
    CHECK(parse_author_line(longest, true).empty());
}

TEST_CASE("names of both scripts become one author where they agree", "[citations]") {
    struct Row {
        std::vector<std::string_view> line;
        std::vector<std::string_view> citation;
        std::string_view joined;
    };
    const std::vector<Row> rows{
        {{"Ryab’ev Gleb"}, {"Рябьев Г.Д."}, "Ryab’ev Gleb=Рябьев Г.Д."},
        {{"Рябьев Г.Д."}, {"Ryabyev G."}, "Рябьев Г.Д.=Ryabyev G."},
        {{"Shchukin Ivan", "Yurova Anna"}, {"Щукин И.", "Юрова А."}, "Shchukin Ivan=Щукин И., Yurova Anna=Юрова А."},
        {{"Рябьев Г.Д."}, {"Рябьев Г.Д."}, "Рябьев Г.Д."},
        // A spelling that differs a little joins only at the same place of lists of equal length.
        {{"Ryabiov Gleb", "Somova L."}, {"Рябьев Г.", "Сомова Л."}, "Ryabiov Gleb=Рябьев Г., Somova L.=Сомова Л."},
        // Other persons stay apart.
        {{"Ryab’ev Gleb"}, {"Сомова Л.К."}, "Ryab’ev Gleb, Сомова Л.К."},
        {{"Ryab’ev Gleb"}, {"Рябьев Г.Д.", "Сомова Л.К."}, "Ryab’ev Gleb=Рябьев Г.Д., Сомова Л.К."},
        {{"Ryab’ev Gleb", "Somova L."}, {"Сомова Л.К."}, "Ryab’ev Gleb, Somova L.=Сомова Л.К."},
        {{}, {"Сомова Л.К."}, "Сомова Л.К."},
        {{"Somova L."}, {}, "Somova L."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.joined);
        CHECK(print(pair_authors(authors_of(row.line), authors_of(row.citation))) == row.joined);
    }
}

TEST_CASE("pairing loses nobody and joins only who could be one", "[citations]") {
    constexpr std::string_view kCyrillic[]{"Щукин И.", "Юрова А.", "Рябьев Г.", "Жилин К.", "Цой В.", "Хохлов П."};
    constexpr std::string_view kLatin[]{"Shchukin I.", "Yurova A.", "Ryabyev G.",
                                        "Zhilin K.",   "Tsoy V.",   "Khokhlov P."};
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same run every time
    for (int run = 0; run < 300; ++run) {
        std::vector<std::size_t> line;
        std::vector<std::size_t> citation;
        for (std::size_t i = 0; i < std::size(kLatin); ++i) {
            if (random() % 2 == 0) line.push_back(i);
            if (random() % 2 == 0) citation.push_back(i);
        }
        std::vector<Author> first;
        std::vector<Author> second;
        std::string expected;
        for (const std::size_t i : line) {
            first.push_back(make_author(kLatin[i]));
            expected.append(expected.empty() ? "" : ", ").append(kLatin[i]);
            if (std::ranges::find(citation, i) != citation.end()) expected.append("=").append(kCyrillic[i]);
        }
        for (const std::size_t i : citation) {
            second.push_back(make_author(kCyrillic[i]));
            const bool alone = std::ranges::find(line, i) == line.end();
            if (alone) expected.append(expected.empty() ? "" : ", ").append(kCyrillic[i]);
        }
        CAPTURE(run, print(first), print(second));
        CHECK(print(pair_authors(first, second)) == expected);
    }
}

} // namespace annota
