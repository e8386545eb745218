// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records with random fields, many of them empty, for properties that hold for every record.

#pragma once

#include "common/record.h"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace annota::test {

class RandomRecords {
public:
    explicit RandomRecords(std::uint32_t seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(random_); }

    template <class List> auto pick(const List& list) { return list[below(list.size())]; }

    /// Few words, so that texts repeat each other in part.
    std::string text(std::size_t most_words = 6) {
        static constexpr std::array<std::string_view, 10> kWords{"Актёр", "ёмкость", "science", "Pb-208", "C++",
                                                                 "naïve", "中国",    "H₂O",     "\n",     "и"};
        std::string text;
        for (std::size_t left = 1 + below(most_words); left > 0; --left) {
            if (!text.empty()) text += ' ';
            text += pick(kWords);
        }
        return text;
    }

    std::string maybe_text() { return chance(0.5) ? text() : std::string(); }

    std::vector<std::string> texts() {
        std::vector<std::string> list(below(4));
        for (std::string& entry : list) entry = maybe_text();
        return list;
    }

    Author author() {
        static constexpr std::array<std::string_view, 5> kNames{"Данилин И.В.", "Danilin Ivan", "Petrov P.",
                                                                "Müller Jan", "Иванова-Петрова А."};
        Author person{std::string(pick(kNames)), {}, maybe_text(), maybe_text()};
        if (chance(0.3)) person.names.emplace_back(pick(kNames));
        return person;
    }

    std::vector<Author> authors() {
        std::vector<Author> list(below(4));
        for (Author& one : list) one = author();
        return list;
    }

    template <class Make> auto by_language(Make make) {
        ByLanguage<decltype(make())> values;
        for (const char* language : {"ru", "en", "und"})
            if (chance(0.4)) values[language] = make();
        return values;
    }

    Record record() {
        Record made;
        for (std::string Record::*field :
             {&Record::id, &Record::type, &Record::doi, &Record::url, &Record::publisher, &Record::place,
              &Record::extent, &Record::volume, &Record::issue, &Record::pages, &Record::source})
            made.*field = maybe_text();
        for (std::vector<std::string> Record::*field :
             {&Record::issn, &Record::isbn, &Record::language, &Record::indexed_in, &Record::cites, &Record::related,
              &Record::references})
            made.*field = texts();
        const auto some_text = [this] { return text(); };
        made.title = by_language(some_text);
        made.abstract = by_language(some_text);
        made.journal = by_language(some_text);
        made.keywords = by_language([this] { return std::vector<std::string>{text(2), text(1)}; });
        made.authors = authors();
        made.editors = authors();
        if (chance(0.7)) made.year = 1990 + static_cast<int>(below(8));
        return made;
    }

    std::mt19937& engine() { return random_; }

private:
    std::mt19937 random_;
};

} // namespace annota::test
