// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records and queries of one small vocabulary in both scripts, so that random queries have hits.

#pragma once

#include "common/record.h"
#include "common/utf8.h"
#include "searcher/search_request.h"
#include "tests/common/random_records.h"

#include <array>
#include <string>
#include <string_view>

namespace annota::test {

class RandomSearches : public RandomRecords {
public:
    using RandomRecords::RandomRecords;

    std::string word() { return std::string(pick(kWords)); }

    std::string words(std::size_t most) {
        std::string text = word();
        for (std::size_t left = below(most); left > 0; --left) text += ' ' + word();
        return text;
    }

    Record searched_record(std::string id) {
        Record made;
        made.id = std::move(id);
        made.source = "test";
        made.title = by_language([this] { return words(5); });
        made.abstract = by_language([this] { return words(12); });
        if (made.title.empty() && made.abstract.empty()) made.abstract["ru"] = word();
        made.keywords = by_language([this] { return std::vector<std::string>{words(2), word()}; });
        made.authors = persons();
        if (chance(0.2)) made.editors = persons();
        if (chance(0.7)) made.journal["ru"] = words(3);
        if (chance(0.8)) made.year = 2010 + static_cast<int>(below(6));
        if (chance(0.5)) made.type = chance(0.5) ? "book" : "article-journal";
        if (chance(0.5)) made.language = {chance(0.5) ? "ru" : "en"};
        if (chance(0.3)) made.issn = {chance(0.5) ? "2079-4665" : "1019-3316"};
        return made;
    }

    /// A query text with operators, at most `depth` groups deep.
    std::string query(std::size_t depth) {
        static constexpr std::array<std::string_view, 6> kOperators{" AND ", " OR ", " ИЛИ ", " AND NOT ", " ", " "};
        std::string text = member(depth);
        for (std::size_t left = below(3); left > 0; --left) text += std::string(pick(kOperators)) + member(depth);
        return text;
    }

    SearchRequest request() {
        SearchRequest made;
        made.text = query(2);
        for (std::size_t left = below(3); left > 0; --left) add_filter(made);
        if (chance(0.2)) made.first_year = 2010 + static_cast<int>(below(6));
        if (chance(0.2)) made.last_year = 2010 + static_cast<int>(below(6));
        made.facets = {{"author", 1000}, {"year", 1000}, {"journal", 1000}, {"language", 1000}, {"type", 1000}};
        return made;
    }

    /// All that facets can be asked for.
    void add_facets(SearchRequest& made) {
        made.facets.push_back(facet());
        made.facets.push_back(facet());
        if (chance(0.2)) // for records without a value
            made.filters.push_back({std::string(pick(kFaceted)), {""}, chance(0.3), true});
        if (chance(0.5)) made.histogram = chance(0.5) ? Histogram::year : Histogram::decade;
    }

    FacetRequest facet() {
        static constexpr std::array<std::string_view, 8> kParts{"дан", "dan", "p", "санкции", "sankc", "1", "ru", ""};
        FacetRequest made;
        made.field = pick(kFaceted);
        made.count = 1 + below(5);
        if (chance(0.4)) made.inner = pick(kFaceted);
        if (made.inner == made.field) made.inner.clear();
        made.inner_count = 1 + below(4);
        if (chance(0.3)) made.offset = below(6);
        if (chance(0.5)) made.order = chance(0.5) ? FacetOrder::count : FacetOrder::value;
        if (chance(0.3)) made.prefix = pick(kParts);
        if (chance(0.3)) made.contains = pick(kParts);
        return made;
    }

private:
    static constexpr std::array<std::string_view, 8> kFaceted{"author", "year",      "journal", "language",
                                                              "type",   "publisher", "source",  "keyword"};
    static constexpr std::array<std::string_view, 34> kWords{"санкции",     "санкциями",
                                                             "рынок",       "рынка",
                                                             "Китай",       "КИТАЕ",
                                                             "и",           "в",
                                                             "the",         "of",
                                                             "ёмкость",     "емкости",
                                                             "policy",      "policies",
                                                             "hope",        "hoping",
                                                             "sky",         "skies",
                                                             "trade",       "trading",
                                                             "Pb-208",      "COVID-19",
                                                             "covid19",     "научно-техническое",
                                                             "научное",     "научнотехническое",
                                                             "техническое", "C++",
                                                             "c",           "CO2",
                                                             "СО₂",         "данилин",
                                                             "Petrov",      "naïve"};
    static constexpr std::array<std::string_view, 9> kNames{"Данилин И.В.", "Danilin Ivan", "Petrov P.P.",
                                                            "Петров Павел", "Петрова А.",   "Иванова-Петрова А.",
                                                            "Müller Jan",   "Danilin",      "Skies P."};

    std::vector<Author> persons() {
        std::vector<Author> list(below(3));
        for (Author& one : list) {
            one.name = pick(kNames);
            if (chance(0.2)) one.names.emplace_back(pick(kNames));
        }
        return list;
    }

    std::string member(std::size_t depth) {
        static constexpr std::array<std::string_view, 6> kMarks{"", "", "", "", "+", "-"};
        const std::string mark(pick(kMarks));
        if (depth > 0 && chance(0.2)) return mark + '(' + query(depth - 1) + ')';
        if (chance(0.08))
            return word() + (chance(0.5) ? " NEAR/" : " ADJ/") + std::to_string(1 + below(4)) + ' ' + word();
        return mark + leaf();
    }

    std::string leaf() {
        static constexpr std::array<std::string_view, 8> kFields{"",       "",          "",         "",
                                                                 "title:", "abstract:", "keyword:", "journal:"};
        switch (below(10)) {
        case 0: return std::string(chance(0.3) ? "^" : "").append("author:\"").append(pick(kNames)) + '"';
        case 1: return std::string(chance(0.5) ? "author:" : "").append(beginning()) + '*';
        case 2: return "year:" + std::to_string(2009 + below(5)) + ".." + std::to_string(2012 + below(5));
        case 3: return std::string(chance(0.5) ? "type:" : "язык:") + (chance(0.5) ? "book" : "ru");
        case 4: return std::string(pick(kFields)) + beginning() + '*';
        case 5: return std::string(pick(kFields)) + '=' + to_lower_word();
        case 6: return std::string(pick(kFields)) + "=\"" + to_lower_word() + ' ' + to_lower_word() + '"';
        case 7: return std::string(pick(kFields)) + '"' + words(3) + '"';
        default: return std::string(pick(kFields)) + word();
        }
    }

    /// Of a word without a sign inside.
    std::string beginning() {
        static constexpr std::array<std::string_view, 15> kBeginnings{
            "санкц", "санкциям", "рын",   "китай", "policy", "polici", "hope",     "hop",
            "sky",   "trad",     "trade", "н",     "дан",    "p",      "научнотех"};
        return std::string(pick(kBeginnings));
    }

    /// Capitals inside an exact word are a matter of their own.
    std::string to_lower_word() { return to_lower(word()); }

    void add_filter(SearchRequest& request) {
        static constexpr std::array<std::string_view, 5> kFiltered{"author", "year", "journal", "type", "language"};
        Filter filter;
        filter.field = pick(kFiltered);
        filter.exclude = chance(0.3);
        filter.keys_only = chance(0.5);
        for (std::size_t left = 1 + below(2); left > 0; --left) filter.values.push_back(filter_value(filter));
        request.filters.push_back(std::move(filter));
    }

    std::string filter_value(const Filter& filter) {
        static constexpr std::array<std::string_view, 5> kKeys{"danilin,i,v", "danilin,ivan", "petrov,p,p", "danilin",
                                                               "petrova,a"};
        if (filter.field == "author") return std::string(filter.keys_only ? pick(kKeys) : pick(kNames));
        if (filter.field == "year") return std::to_string(2009 + below(7));
        if (filter.field == "type") return chance(0.5) ? "book" : "article-journal";
        if (filter.field == "language") return chance(0.5) ? "ru" : "en";
        return to_lower(word());
    }
};

} // namespace annota::test
