// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/telling_terms.h"

#include "common/field.h"
#include "common/schema.h"
#include "common/stop_words.h"
#include "common/utf8.h"
#include "common/word_sequence.h"
#include "searcher/leaf_plan.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace annota {

namespace {

/// The collection as the weighting scheme sees it; what several indexes have twice counts twice here.
class Vocabulary {
public:
    explicit Vocabulary(const Collection& collection)
        : terms_(collection.vocabulary()), size_{terms_.get_doccount(), terms_.get_average_length()} {}

    const CollectionSize& size() const { return size_; }

    TermFrequency frequency(const std::string& term) const {
        return {terms_.get_termfreq(term), terms_.get_collection_freq(term)};
    }

    double weight(const std::string& term, double burstiness) const {
        return term_weight(size_, frequency(term), burstiness);
    }

private:
    const Xapian::Database& terms_;
    CollectionSize size_;
};

/// Of one document: occurrences of each word, those in title and keywords counting as they do in scores.
std::unordered_map<std::string, double> occurrences_in(const Xapian::Database& database, std::uint32_t docid) {
    std::unordered_map<std::string, double> words;
    for (auto at = database.termlist_begin(docid); at != database.termlist_end(docid); ++at) {
        const std::string term = *at;
        if (at.get_wdf() == 0) continue;
        if (is_bare_term(term)) words[term] += at.get_wdf();
        for (const FieldId id : {FieldId::title, FieldId::keyword}) {
            const Field& field = annota::field(id);
            if (term.starts_with(field.prefix)) words[term.substr(field.prefix.size())] += field.boost * at.get_wdf();
        }
    }
    return words;
}

bool is_number(std::string_view term) {
    return term.find_first_not_of("0123456789.,") == std::string_view::npos;
}

class TermCollector {
public:
    explicit TermCollector(Collection& collection) : collection_(collection), vocabulary_(collection) {}

    void add(const RankedDocument& document) {
        const IndexReader& reader = collection_[document.shard];
        const double length = reader.database().get_doclength(document.docid);
        const Bm25Term saturation(vocabulary_.size(), document.score, {});
        for (const auto& [term, occurrences] : occurrences_in(reader.database(), document.docid)) {
            if (count_code_points(term) < 2 || is_number(term)) continue;
            Candidate& candidate = candidates_[term];
            if (candidate.documents++ == 0) candidate.place = {document.shard, document.docid};
            candidate.weight += saturation.weight(static_cast<float>(occurrences), static_cast<std::uint32_t>(length));
        }
    }

    std::vector<TellingTerm> best(std::size_t most, std::size_t least) const {
        std::vector<std::tuple<double, std::string, ShardDocument>> ranked; // by weight, the other way round
        for (const auto& [term, candidate] : candidates_) {
            if (candidate.documents < least) continue;
            if (vocabulary_.frequency(term).documents <= candidate.documents) continue; // finds nothing else
            ranked.emplace_back(-candidate.weight * vocabulary_.weight(term, 0), term, candidate.place);
        }
        std::ranges::sort(ranked, [](const auto& a, const auto& b) {
            return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
        });
        std::vector<TellingTerm> terms;
        double first = 0;
        for (const auto& [weight, term, place] : ranked) {
            if (terms.size() == most) break;
            if (is_form_of_stop_word(term, place)) continue;
            if (terms.empty()) first = weight;
            terms.push_back({term, weight / first});
        }
        return terms;
    }

private:
    struct Candidate {
        std::size_t documents = 0;
        double weight = 0;
        ShardDocument place; ///< One of them.
    };

    /// Stems of stop words are no stop words; the document knows the words.
    bool is_form_of_stop_word(const std::string& term, const ShardDocument& place) const {
        if (is_stop_word(term)) return true;
        const std::string encoded = collection_[place.shard].database().get_document(place.docid).get_value(kWordsSlot);
        return std::ranges::any_of(WordSequence(encoded).forms(term, word_hash(term)),
                                   [](const std::string& form) { return is_stop_word(form); });
    }

    Collection& collection_;
    Vocabulary vocabulary_;
    std::unordered_map<std::string, Candidate> candidates_;
};

/// A term that weighs `worth`, whatever its rarity.
Plan weighing(const TellingTerm& term, double worth, double burstiness, const Vocabulary& vocabulary) {
    Plan word = bare_word(term.term);
    word.factor = worth * term.share / vocabulary.weight(term.term, burstiness);
    return word;
}

} // namespace

std::vector<TellingTerm> telling_terms(std::span<const RankedDocument> documents, std::size_t most, std::size_t least,
                                       Collection& collection) {
    TermCollector collector(collection);
    for (const RankedDocument& document : documents) collector.add(document);
    return collector.best(most, std::min(least, documents.size()));
}

Plan with_feedback(Plan wanted, std::span<const TellingTerm> terms, const QueryShape& shape,
                   const Bm25Parameters& parameters, const Collection& collection) {
    constexpr double kShare = 0.4; // of an average word of the query
    const Vocabulary vocabulary(collection);
    double worth = 0;
    for (const QueryShape::Word& word : shape.words) worth += vocabulary.weight(word.term, 0);
    if (worth == 0 || terms.empty()) return wanted;
    worth *= kShare / static_cast<double>(shape.words.size());
    std::vector<Plan> parts{std::move(wanted)};
    for (const TellingTerm& term : terms) parts.push_back(weighing(term, worth, parameters.burstiness, vocabulary));
    return plan::any_of(std::move(parts));
}

Plan similar_to(std::span<const TellingTerm> terms, const Bm25Parameters& parameters, const Collection& collection) {
    const Vocabulary vocabulary(collection);
    std::vector<Plan> parts;
    for (const TellingTerm& term : terms) parts.push_back(weighing(term, 1, parameters.burstiness, vocabulary));
    return plan::any_of(std::move(parts));
}

} // namespace annota
