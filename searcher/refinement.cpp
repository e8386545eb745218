// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/refinement.h"

#include "common/schema.h"
#include "common/word_sequence.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace annota {

namespace {

constexpr std::size_t kMostWords = 32;

/// The second word of a pair stands so many positions behind the first at most.
constexpr std::uint32_t kWindow = 2;

/// Shares of what the words themselves weigh: of all pairs together, but of one at most, and of all forms together.
constexpr double kAllPairs = 3;
constexpr double kOnePair = 0.6;
constexpr double kTypedForms = 0.1;

/// A word of the query in the collection.
struct Word {
    std::uint64_t hash;
    TermForm form;
    Bm25Term form_bonus;
    std::optional<Bm25Term> pair_bonus; ///< Where it follows the word before it.
};

class Refiner {
public:
    Refiner(const QueryShape& shape, std::span<Evaluation* const> evaluations, Collection& collection,
            const Deadline& deadline)
        : shape_(shape), evaluations_(evaluations), collection_(collection), deadline_(deadline) {
        const auto words = static_cast<double>(shape.words.size());
        const double by_pair = words > 1 ? std::min(kOnePair, kAllPairs / (words - 1)) : 0;
        double worth_before = 0;
        for (const QueryShape::Word& word : shape.words) {
            const double worth = worth_of(word.term);
            words_.push_back({word_hash(word.term), word_form(word.term, word.form), bonus(kTypedForms / words * worth),
                              std::nullopt});
            if (word.follows) words_.back().pair_bonus = bonus(by_pair * (worth_before + worth) / 2);
            worth_before = worth;
        }
    }

    void add_bonuses(std::span<RankedDocument> best, std::uint32_t shard) {
        IndexReader& reader = collection_[shard];
        DocSet documents(reader.doc_limit());
        for (const RankedDocument& one : best)
            if (one.shard == shard) documents.insert(one.docid);
        find_words(reader, documents);
        const std::unordered_map<std::uint32_t, double> bonuses = bonuses_of(reader, documents);
        for (RankedDocument& one : best)
            if (one.shard == shard) one.score += bonuses.at(one.docid);
    }

private:
    double worth_of(const std::string& term) const {
        TermFrequency sum;
        for (const Evaluation* evaluation : evaluations_) sum += evaluation->frequency(term);
        return term_weight(evaluations_.front()->collection(), sum, 0);
    }

    Bm25Term bonus(double worth) const {
        return {evaluations_.front()->collection(), worth, evaluations_.front()->parameters()};
    }

    /// Which of the documents have which words: their sequences tell only where a word stands that is there.
    void find_words(IndexReader& reader, const DocSet& documents) {
        const PostingReader postings(reader, deadline_);
        const Candidates candidates{documents, documents.size()};
        having_.clear();
        for (const QueryShape::Word& word : shape_.words) {
            std::vector<std::uint32_t>& having = having_.emplace_back();
            postings.read(word.term, &candidates, [&](PostingBlock block) {
                for (const Posting& posting : block) having.push_back(posting.docid);
            });
        }
    }

    std::unordered_map<std::uint32_t, double> bonuses_of(IndexReader& reader, const DocSet& documents) {
        std::unordered_map<std::uint32_t, double> bonuses;
        const std::span<const std::uint32_t> lengths = reader.lengths();
        const Xapian::ValueIterator end = reader.database().valuestream_end(kWordsSlot);
        Xapian::ValueIterator value = reader.database().valuestream_begin(kWordsSlot);
        documents.for_each([&](std::uint32_t docid) {
            if (value != end && value.get_docid() < docid) value.skip_to(docid);
            const bool there = value != end && value.get_docid() == docid;
            bonuses[docid] = there ? bonus_of(docid, *value, lengths[docid]) : 0;
        });
        return bonuses;
    }

    double bonus_of(std::uint32_t docid, const std::string& encoded, std::uint32_t length) {
        const WordSequence sequence(encoded);
        double sum = 0;
        before_.clear();
        for (std::size_t i = 0; i < words_.size(); ++i, std::swap(before_, here_)) {
            here_.clear();
            if (!std::ranges::binary_search(having_[i], docid)) continue;
            const Word& word = words_[i];
            sequence.find(word.hash, here_);
            if (!here_.empty() && sequence.has_form(word.form))
                sum += word.form_bonus.weight(static_cast<float>(here_.size()), length);
            const std::size_t pairs = word.pair_bonus ? count_pairs() : 0;
            if (pairs > 0) sum += word.pair_bonus->weight(static_cast<float>(pairs), length);
        }
        return sum;
    }

    /// How often the word before stands with this one close behind it.
    std::size_t count_pairs() const {
        return static_cast<std::size_t>(std::ranges::count_if(before_, [this](std::uint32_t position) {
            const auto next = std::ranges::upper_bound(here_, position);
            return next != here_.end() && *next - position <= kWindow;
        }));
    }

    const QueryShape& shape_;
    std::span<Evaluation* const> evaluations_;
    Collection& collection_;
    const Deadline& deadline_;
    std::vector<Word> words_;
    std::vector<std::vector<std::uint32_t>> having_; ///< By word the documents, ascending.
    std::vector<std::uint32_t> before_;
    std::vector<std::uint32_t> here_; ///< Positions of two words in turn.
};

} // namespace

bool is_refinable(const QueryShape& shape) {
    return !shape.sentence && !shape.words.empty() && shape.words.size() <= kMostWords;
}

void refine(std::span<RankedDocument> best, const QueryShape& shape, std::span<Evaluation* const> evaluations,
            Collection& collection, const Deadline& deadline) {
    Refiner refiner(shape, evaluations, collection, deadline);
    for (std::uint32_t shard = 0; shard < collection.size(); ++shard) refiner.add_bonuses(best, shard);
}

} // namespace annota
