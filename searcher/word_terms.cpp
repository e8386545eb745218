// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/word_terms.h"

#include "common/field.h"
#include "common/schema.h"
#include "common/word_sequence.h"
#include "searcher/leaf_plan.h"
#include "searcher/posting_reader.h"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <utility>

namespace annota {

namespace {

constexpr std::size_t kMostTerms = 10'000; ///< That are counted.

class WordLister {
public:
    WordLister(const std::vector<DocSet>& documents, Collection& collection, const Deadline& deadline)
        : documents_(documents), collection_(collection), deadline_(deadline) {}

    WordTerms list(std::string_view prefix, const std::string& start, Stretch stretch) {
        WordTerms found;
        const std::string begin = make_term(prefix, start);
        const Xapian::Database& vocabulary = collection_.vocabulary();
        std::size_t looked_at = 0;
        Xapian::TermIterator at = vocabulary.allterms_begin(begin);
        const Xapian::TermIterator end = vocabulary.allterms_end(begin);
        while (at != end) {
            const std::string term = *at;
            if (prefix.empty() && !is_bare_term(term)) {
                at.skip_to("["); // behind Z
                continue;
            }
            if (++looked_at > kMostTerms) {
                found.exact = false;
                break;
            }
            add(term, prefix.size(), stretch, found.counts);
            ++at;
        }
        return found;
    }

private:
    void add(const std::string& term, std::size_t prefix, Stretch stretch, FacetCounts& counts) const {
        std::size_t count = 0;
        ShardDocument first;
        for (std::uint32_t shard = 0; shard < collection_.size(); ++shard) {
            const PostingReader postings(collection_[shard], deadline_);
            const Candidates candidates{documents_[shard], documents_[shard].size()};
            postings.read(term, &candidates, [&](PostingBlock block) {
                if (count == 0) first = {shard, block.front().docid};
                count += block.size();
            });
        }
        if (count == 0) return;
        const std::size_t place = counts.total_values++;
        if (place < stretch.offset || counts.buckets.size() == stretch.limit) return;
        const std::string stem = term.substr(prefix);
        counts.buckets.push_back({word_of(stem, first), stem, count});
    }

    /// The first form in a record that has the stem; the stem where that is one.
    std::string word_of(const std::string& stem, const ShardDocument& place) const {
        const std::string words = collection_[place.shard].database().get_document(place.docid).get_value(kWordsSlot);
        const std::vector<std::string> forms = WordSequence(words).forms(stem, word_hash(stem));
        return forms.empty() ? stem : forms.front();
    }

    const std::vector<DocSet>& documents_;
    Collection& collection_;
    const Deadline& deadline_;
};

} // namespace

WordTerms list_words(const TermsRequest& wanted, Stretch stretch, const std::vector<DocSet>& documents,
                     Collection& collection, Analyzer& analyzer, const Deadline& deadline) {
    WordLister lister(documents, collection, deadline);
    const Field* const field = find_field(wanted.field);
    const std::string_view prefix = field == nullptr ? std::string_view() : field->prefix;
    const std::string start = analyzer.fold(wanted.prefix);
    WordTerms found = lister.list(prefix, start, stretch);
    // A whole word is longer than its stem.
    if (found.counts.total_values == 0 && !start.empty()) found = lister.list(prefix, analyzer.stem(start), stretch);
    return found;
}

} // namespace annota
