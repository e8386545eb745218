// SPDX-License-Identifier: GPL-2.0-or-later
//
// From a publication page to a query: its related publications are found by the Latin name above the citation and by
// the Russian one within it.

#include "indexer/page_reader.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <array>

namespace annota {

namespace {

class PageText : public ByteSource {
public:
    explicit PageText(std::string_view text) : rest_(text) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        const std::size_t count = rest_.copy(buffer, capacity);
        rest_.remove_prefix(count);
        return count;
    }

private:
    std::string_view rest_;
};

std::vector<Record> records_of_page(const std::string& text) {
    std::vector<Record> records;
    PageText source(text);
    PageReader().read(source, "test.page.txt", [&](std::variant<Record, Problem>&& outcome) {
        if (auto* const record = std::get_if<Record>(&outcome)) records.push_back(std::move(*record));
        return true;
    });
    // The links between them are another matter.
    for (Record& record : records) record.related.clear();
    return records;
}

struct Person {
    std::string latin;
    std::string russian;
    std::string given;    ///< In Latin letters.
    std::string initials; ///< In Cyrillic ones.
};

/// Different ones for each number below 30.
Person person(std::size_t number) {
    constexpr std::array<std::array<std::string_view, 2>, 6> kStems{{{"Zimog", "Зимог"},
                                                                     {"Kravyn", "Кравын"},
                                                                     {"Lebashch", "Лебащ"},
                                                                     {"Tsvet", "Цвет"},
                                                                     {"Zhukh", "Жух"},
                                                                     {"Yablon", "Яблон"}}};
    constexpr std::array<std::array<std::string_view, 2>, 5> kEndings{
        {{"or’ev", "орьев"}, {"ykin", "ыкин"}, {"ovskii", "овский"}, {"enko", "енко"}, {"ulina", "улина"}}};
    constexpr std::array<std::array<std::string_view, 2>, 3> kGiven{
        {{"Boris", "Б.А."}, {"Yuri", "Ю.Д."}, {"Marina", "М.И."}}};
    const auto& stem = kStems.at(number % kStems.size());
    const auto& ending = kEndings.at(number / kStems.size());
    const auto& given = kGiven.at(number % kGiven.size());
    return {std::string(stem[0]).append(ending[0]), std::string(stem[1]).append(ending[1]), std::string(given[0]),
            std::string(given[1])};
}

std::string title(std::size_t number) {
    return "Очерк номер " + std::to_string(number + 100) + " о рынках";
}

std::string page(std::size_t count) {
    std::string text = "Zagorskii Oleg\n"
                       "An Essay on Imagined Markets. Invented Review. 2021;7(2):10-19.\n"
                       "Publication Type:\nISSN 2079-4665\n\n"
                       "Purpose: to try out what a page may hold.\n\n"
                       "Keywords: markets | essays |\n\n";
    for (std::size_t i = 0; i < count; ++i) {
        const Person author = person(i);
        text += author.latin + ' ' + author.given + '\n' + title(i) + " / " + author.initials + ' ' + author.russian +
                " // Вымышленный журнал. – 2019. – № 3. – С. " + std::to_string(10 * i + 1) + "–" +
                std::to_string(10 * i + 9) + ".\n\n";
    }
    return text;
}

} // namespace

TEST_CASE("A page's related publications are found by the author's name in either script", "[twenty]") {
    constexpr std::size_t kPublications = 30;
    SampleIndex index(records_of_page(page(kPublications)));
    for (std::size_t i = 0; i < kPublications; ++i) {
        const Person author = person(i);
        for (const std::string& query :
             {author.latin, author.russian, "author:" + author.latin, "автор:" + author.russian,
              "author:\"" + author.latin + ' ' + author.given + '"',
              "author:\"" + author.russian + ' ' + author.initials + '"'}) {
            CAPTURE(query);
            SearchRequest request;
            request.text = query;
            request.match = MatchMode::all;
            const ResultPage found = index.search(request);
            REQUIRE(found.hits.size() == 1);
            CHECK(found.hits.front().title.text == title(i));
        }
        CHECK(index.found("author:\"" + author.russian + " Э.Э.\"").empty());
    }
    CHECK(index.found("zagorskii").size() == 1);
}

} // namespace annota
