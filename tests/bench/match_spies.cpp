// SPDX-License-Identifier: GPL-2.0-or-later
//
// What Xapian offers for facets, to measure against: values in slots, counted by match spies while the matcher runs
// over all matches. The author slot holds several values.
//
// usage: match_spies index DATABASE < ROWS     id, title, abstract, authors (with ';' between), year, journal, by tabs
//        match_spies search DATABASE < QUERIES words by blanks, OR'ed; prints milliseconds and total a query

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

constexpr Xapian::valueno kYear = 0;
constexpr Xapian::valueno kJournal = 1;
constexpr Xapian::valueno kAuthors = 2;
constexpr Xapian::doccount kHits = 10;
constexpr std::size_t kBuckets = 10;

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

/// Counts each of the values that one slot holds.
class SplittingSpy : public Xapian::MatchSpy {
public:
    void operator()(const Xapian::Document& document, double) override {
        const std::string values = document.get_value(kAuthors);
        for (std::size_t begin = 0; begin < values.size();) {
            const std::size_t end = std::min(values.find(';', begin), values.size());
            ++counts_[values.substr(begin, end - begin)];
            begin = end + 1;
        }
    }

    std::size_t top() const {
        std::vector<std::pair<std::size_t, std::string_view>> ordered;
        for (const auto& [value, count] : counts_) ordered.emplace_back(count, value);
        const auto end = ordered.begin() + static_cast<std::ptrdiff_t>(std::min(kBuckets, ordered.size()));
        std::partial_sort(ordered.begin(), end, ordered.end(), std::greater<>());
        return ordered.empty() ? 0 : ordered.front().first;
    }

private:
    std::unordered_map<std::string, std::size_t> counts_;
};

void index(const std::string& path) {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
    for (std::string line; std::getline(std::cin, line);) {
        std::vector<std::string> row = split(line, '\t');
        row.resize(6);
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(row[1]);
        generator.increase_termpos();
        generator.index_text(row[2]);
        document.add_value(kYear, row[4]);
        document.add_value(kJournal, row[5]);
        document.add_value(kAuthors, row[3]);
        document.set_data(row[0]);
        database.add_document(document);
    }
    database.commit();
}

void search(const std::string& path) {
    const Xapian::Database database(path);
    const Xapian::Stem stem("en");
    for (std::string line; std::getline(std::cin, line);) {
        const auto started = std::chrono::steady_clock::now();
        std::vector<Xapian::Query> words;
        for (const std::string& word : split(line, ' ')) words.emplace_back(stem(word));
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()));
        Xapian::ValueCountMatchSpy years(kYear);
        Xapian::ValueCountMatchSpy journals(kJournal);
        SplittingSpy authors;
        for (Xapian::MatchSpy* spy : std::initializer_list<Xapian::MatchSpy*>{&years, &journals, &authors})
            enquire.add_matchspy(spy);
        const Xapian::MSet found = enquire.get_mset(0, kHits, database.get_doccount());
        std::size_t shown = authors.top();
        for (auto hit = found.begin(); hit != found.end(); ++hit) shown += hit.get_document().get_data().size();
        for (const Xapian::ValueCountMatchSpy* spy : {&years, &journals})
            for (auto top = spy->top_values_begin(kBuckets); top != spy->top_values_end(kBuckets); ++top)
                shown += (*top).size();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
        std::cout << took.count() << '\t' << found.get_matches_estimated() << '\t' << (shown > 0) << '\n';
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        const std::string_view task = argv[1];
        if (task == "index") index(argv[2]);
        if (task == "search") search(argv[2]);
    } catch (const Xapian::Error& error) {
        std::cerr << error.get_description() << '\n';
        return 1;
    }
    return 0;
}
