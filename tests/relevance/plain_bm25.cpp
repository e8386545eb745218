// SPDX-License-Identifier: GPL-2.0-or-later
//
// annota-plain-bm25 DOCUMENTS.tsv QUERIES.tsv: the ranking that ranking.py compares with. Lines are an id, a tab and a
// text; prints a TREC run. BM25 as Lucene has it, k1 0.9 and b 0.4, over the stems of all words; stop words are dropped
// from queries.

#include "common/analyzer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace annota {

namespace {

constexpr double kK1 = 0.9;
constexpr double kB = 0.4;
constexpr std::size_t kHits = 1000;

struct Posting {
    std::uint32_t document;
    std::uint32_t occurrences;
};

struct Index {
    std::vector<std::string> ids;
    std::vector<double> lengths;
    double average_length = 0;
    std::unordered_map<std::string, std::vector<Posting>> postings;
};

template <class Use> void for_each_line(const char* path, Use use) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        if (const std::size_t tab = line.find('\t'); tab != std::string::npos)
            use(line.substr(0, tab), line.substr(tab + 1));
}

Index index_of(const char* path, Analyzer& analyzer) {
    Index index;
    for_each_line(path, [&](const std::string& id, const std::string& text) {
        const auto document = static_cast<std::uint32_t>(index.ids.size());
        std::unordered_map<std::string, std::uint32_t> counts;
        double length = 0;
        for (const Token& token : analyzer.analyze(text)) {
            if (token.kind != TokenKind::word) continue;
            ++counts[token.term];
            ++length;
        }
        for (const auto& [term, count] : counts) index.postings[term].push_back({document, count});
        index.ids.push_back(id);
        index.lengths.push_back(length);
        index.average_length += length;
    });
    if (!index.ids.empty()) index.average_length /= static_cast<double>(index.ids.size());
    return index;
}

/// The best documents first, equal ones by id.
std::vector<std::pair<double, std::uint32_t>> rank(const Index& index, const std::vector<Token>& query) {
    std::vector<double> scores(index.ids.size());
    const auto documents = static_cast<double>(index.ids.size());
    for (const Token& token : query) {
        const auto found = index.postings.find(token.term);
        if (token.kind != TokenKind::word || token.stop || found == index.postings.end()) continue;
        const auto frequency = static_cast<double>(found->second.size());
        const double rarity = std::log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
        for (const Posting& posting : found->second) {
            const double relative = index.lengths[posting.document] / index.average_length;
            const double occurrences = posting.occurrences;
            scores[posting.document] += rarity * occurrences / (occurrences + kK1 * (1 - kB + kB * relative));
        }
    }
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (std::uint32_t document = 0; document < scores.size(); ++document)
        if (scores[document] > 0) ranked.emplace_back(scores[document], document);
    std::ranges::sort(ranked, [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : index.ids[a.second] < index.ids[b.second];
    });
    ranked.resize(std::min(ranked.size(), kHits));
    return ranked;
}

} // namespace

} // namespace annota

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: annota-plain-bm25 DOCUMENTS.tsv QUERIES.tsv\n";
        return 2;
    }
    annota::Analyzer analyzer;
    const annota::Index index = annota::index_of(arguments[1], analyzer);
    annota::for_each_line(arguments[2], [&](const std::string& id, const std::string& text) {
        std::size_t place = 0;
        for (const auto& [score, document] : annota::rank(index, analyzer.analyze(text)))
            std::cout << id << " Q0 " << index.ids[document] << ' ' << ++place << ' ' << score << " plain\n";
    });
    return 0;
}
