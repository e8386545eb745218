// SPDX-License-Identifier: GPL-2.0-or-later
//
// Alternatives are read from beginning to end. Of a conjunction the part with the fewest documents comes first, and the
// others are asked about what it leaves; so a long list is skipped through, and a check is asked last. Parts that are
// no leaves are matched before they are scored, since a document must not get the score of one half of a conjunction.

#include "searcher/evaluation.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace annota {

namespace {

constexpr std::size_t kMostTermsToAsk = 16;

CollectionSize size_of(const Statistics& statistics) {
    if (statistics.documents == 0) return {};
    return {statistics.documents, static_cast<double>(statistics.length) / static_cast<double>(statistics.documents)};
}

bool is_leaf(PlanKind kind) {
    return kind == PlanKind::nothing || kind == PlanKind::everything || kind == PlanKind::word ||
           kind == PlanKind::group;
}

} // namespace

Statistics& Statistics::operator+=(const Statistics& other) {
    documents += other.documents;
    length += other.length;
    for (const auto& [leaf, frequency] : other.of_leaves) of_leaves[leaf] += frequency;
    return *this;
}

/// The occurrences of a word in a field. Each document of its list is one of the word's own.
class Evaluation::Boost {
public:
    Boost(std::vector<Posting> postings, double factor)
        : postings_(std::move(postings)), factor_(static_cast<float>(factor)) {}

    /// Adds what they count beyond what the word counts anyway. Blocks come in ascending order.
    void add_to(std::span<float> occurrences, PostingBlock block) {
        const std::uint32_t last = block.back().docid;
        for (std::size_t i = 0; at_ < postings_.size() && postings_[at_].docid <= last; ++at_) {
            while (block[i].docid < postings_[at_].docid) ++i;
            if (block[i].docid == postings_[at_].docid)
                occurrences[i] += factor_ * static_cast<float>(postings_[at_].wdf);
        }
    }

private:
    std::vector<Posting> postings_;
    std::size_t at_ = 0;
    float factor_;
};

Evaluation::Evaluation(const Plan& plan, IndexReader& reader, const Deadline& deadline,
                       const Bm25Parameters& parameters, const DocSet* hidden)
    : plan_(plan), reader_(reader), postings_(reader, deadline), parameters_(parameters), hidden_(hidden),
      collection_(size_of({postings_.documents(), postings_.total_length()})) {}

Statistics Evaluation::statistics() {
    Statistics statistics{postings_.documents(), postings_.total_length()};
    if (hidden_ != nullptr) {
        statistics.documents -= hidden_->size();
        hidden_->for_each([&](std::uint32_t docid) { statistics.length -= reader_.lengths()[docid]; });
    }
    add_statistics(plan_, statistics);
    return statistics;
}

void Evaluation::add_statistics(const Plan& plan, Statistics& statistics) {
    if (!plan.weighted) return;
    if (plan.kind == PlanKind::word || plan.kind == PlanKind::group)
        statistics.of_leaves.emplace(&plan, frequency_of(plan));
    for (const Plan& part : plan.parts) add_statistics(part, statistics);
}

void Evaluation::use(const Statistics& statistics) {
    statistics_ = &statistics;
    collection_ = size_of(statistics);
}

/// Of a word or a group.
TermFrequency Evaluation::frequency_of(const Plan& leaf) {
    if (leaf.kind == PlanKind::word) return frequency(leaf.terms.front());
    TermFrequency frequency;
    for (const Posting& posting : postings_of(leaf)) frequency += {1, posting.wdf};
    return frequency;
}

TermFrequency Evaluation::frequency(const std::string& term) const {
    TermFrequency frequency = postings_.frequency(term);
    if (hidden_ == nullptr || frequency.documents == 0) return frequency;
    const TermFrequency unseen = postings_.frequency_within(term, *hidden_);
    frequency.documents -= unseen.documents;
    frequency.occurrences -= unseen.occurrences;
    return frequency;
}

Bm25Term Evaluation::weight_of(const Plan& leaf) {
    const TermFrequency frequency = statistics_ != nullptr ? statistics_->of_leaves.at(&leaf) : frequency_of(leaf);
    return {collection_, leaf.factor * term_weight(collection_, frequency, parameters_.burstiness), parameters_};
}

/// Every document of the candidates that matches, and maybe others.
void Evaluation::add_matches(const Plan& plan, DocSet& into, const Candidates* within) {
    const auto insert = [&](PostingBlock block) {
        for (const Posting& posting : block) into.insert(posting.docid);
    };
    switch (plan.kind) {
    case PlanKind::nothing: return;
    case PlanKind::everything: {
        const std::uint32_t last = postings_.last_docid();
        if (last == 0 || last != postings_.documents()) return postings_.read({}, within, insert);
        return into.insert_range(1, last);
    }
    case PlanKind::word: return postings_.read(plan.terms.front(), within, insert);
    case PlanKind::group:
        for (const std::string& term : plan.terms) postings_.read(term, within, insert);
        return;
    case PlanKind::any_of:
        for (const Plan& part : plan.parts) add_matches(part, into, within);
        return;
    default: into |= composite(plan, within);
    }
}

/// The matches of a part that is no leaf, as far as they matter the first time it is asked.
const DocSet& Evaluation::composite(const Plan& plan, const Candidates* within) {
    const auto known = composites_.find(&plan);
    return known != composites_.end() ? known->second
                                      : composites_.emplace(&plan, narrowed(plan, within)).first->second;
}

DocSet Evaluation::narrowed(const Plan& plan, const Candidates* within) {
    if (plan.kind == PlanKind::all_of) return intersection(plan.parts, within);
    DocSet documents(reader_.doc_limit());
    add_matches(plan.parts.front(), documents, within);
    if (within != nullptr) documents &= within->documents;
    if (plan.kind == PlanKind::checked) plan.check->apply(documents, reader_);
    if (plan.kind != PlanKind::but_not) return documents;
    for (std::size_t i = 1; i < plan.parts.size(); ++i) {
        const Candidates left{documents, documents.size()};
        DocSet unwanted(reader_.doc_limit());
        add_matches(plan.parts[i], unwanted, &left);
        documents -= unwanted;
    }
    return documents;
}

DocSet Evaluation::intersection(const std::vector<Plan>& parts, const Candidates* within) {
    std::vector<std::uint64_t> most(parts.size());
    std::ranges::transform(parts, most.begin(), [this](const Plan& part) { return most_matches(part); });
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return most[i]; });
    DocSet documents(reader_.doc_limit());
    for (const std::size_t i : order) {
        const bool first = i == order.front();
        const Candidates left{documents, documents.size()};
        if (!first && left.count == 0) break;
        DocSet found(reader_.doc_limit());
        add_matches(parts[i], found, first ? within : &left);
        if (first && within != nullptr) found &= within->documents;
        if (!first) found &= documents;
        documents = std::move(found);
    }
    return documents;
}

/// A bound, or more where a check has to be asked: the last to be asked.
std::uint64_t Evaluation::most_matches(const Plan& plan) const {
    const auto sum = [](const auto& list, auto count) {
        return std::accumulate(list.begin(), list.end(), std::uint64_t{0},
                               [&](std::uint64_t total, const auto& one) { return total + count(one); });
    };
    switch (plan.kind) {
    case PlanKind::nothing: return 0;
    case PlanKind::everything: return postings_.documents();
    case PlanKind::word: return postings_.documents_with(plan.terms.front());
    case PlanKind::group: // to ask for a thousand terms would take a millisecond
        if (plan.terms.size() > kMostTermsToAsk) return postings_.documents();
        return sum(plan.terms, [&](const std::string& term) { return postings_.documents_with(term); });
    case PlanKind::any_of: return sum(plan.parts, [this](const Plan& part) { return most_matches(part); });
    case PlanKind::all_of: {
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        for (const Plan& part : plan.parts) least = std::min(least, most_matches(part));
        return least;
    }
    case PlanKind::checked: return postings_.documents() + most_matches(plan.parts.front());
    default: return most_matches(plan.parts.front());
    }
}

DocSet Evaluation::matches() {
    DocSet documents(reader_.doc_limit());
    add_matches(plan_, documents, nullptr);
    if (hidden_ != nullptr) documents -= *hidden_;
    return documents;
}

DocSet Evaluation::scored_matches() {
    lengths_ = reader_.lengths();
    scores_.assign(reader_.doc_limit(), 0);
    DocSet documents(reader_.doc_limit());
    add_matches_and_scores(plan_, documents);
    if (hidden_ != nullptr) documents -= *hidden_;
    return documents;
}

void Evaluation::score(const DocSet& documents) {
    lengths_ = reader_.lengths();
    scores_.assign(reader_.doc_limit(), 0);
    add_scores(plan_, documents);
}

std::vector<LeafScore> Evaluation::leaf_scores(std::uint32_t docid) {
    std::vector<LeafScore> scores;
    float before = 0;
    scored_ = [&](const Plan& leaf) {
        const float gained = scores_[docid] - std::exchange(before, scores_[docid]);
        if (gained > 0) scores.push_back({&leaf, gained});
    };
    DocSet alone(reader_.doc_limit());
    alone.insert(docid);
    composites_.clear(); // they may be of other candidates
    score(alone);
    scored_ = nullptr;
    return scores;
}

std::uint64_t Evaluation::occurrences(const std::vector<std::string>& terms, std::uint32_t docid) const {
    DocSet alone(reader_.doc_limit());
    alone.insert(docid);
    const Candidates only{alone, 1};
    std::uint64_t sum = 0;
    for (const std::string& term : terms)
        postings_.read(term, &only, [&](PostingBlock block) { sum += block.front().wdf; });
    return sum;
}

void Evaluation::add_matches_and_scores(const Plan& plan, DocSet& into) {
    if (!plan.weighted) return add_matches(plan, into, nullptr);
    switch (plan.kind) {
    case PlanKind::word: return score_word(plan, nullptr, &into);
    case PlanKind::group: return score_group(plan, nullptr, &into);
    case PlanKind::any_of:
        for (const Plan& part : plan.parts) add_matches_and_scores(part, into);
        return;
    default:
        add_matches(plan, into, nullptr);
        if (!is_leaf(plan.kind)) add_scores(plan, composite(plan, nullptr));
    }
}

/// `within` are documents of which it is known that they match what the part stands in.
void Evaluation::add_scores(const Plan& plan, const DocSet& within) {
    if (!plan.weighted || plan.kind == PlanKind::nothing || plan.kind == PlanKind::everything) return;
    const Candidates candidates{within, within.size()};
    if (is_leaf(plan.kind)) {
        if (plan.kind == PlanKind::word) score_word(plan, &candidates, nullptr);
        if (plan.kind == PlanKind::group) score_group(plan, &within, nullptr);
        if (scored_) scored_(plan);
        return;
    }
    if (plan.kind == PlanKind::any_of) {
        for (const Plan& part : plan.parts) add_scores(part, within);
        return;
    }
    DocSet matching = composite(plan, &candidates);
    matching &= within;
    const bool all_parts = plan.kind == PlanKind::all_of || plan.kind == PlanKind::with_bonus;
    for (std::size_t i = 0; i < (all_parts ? plan.parts.size() : 1); ++i) add_scores(plan.parts[i], matching);
}

/// `derived`: how often a term stands where its wdf is 0 (joined compounds, names).
void Evaluation::score_block(PostingBlock block, const Bm25Term& weight, float derived, std::span<Boost> boosts,
                             DocSet* into) {
    for (const Posting& posting : block) {
        __builtin_prefetch(&lengths_[posting.docid]);
        __builtin_prefetch(&scores_[posting.docid], 1);
    }
    std::array<float, kPostingBlock> counted{};
    const std::span<float> occurrences = std::span(counted).first(block.size());
    std::ranges::transform(block, occurrences.begin(), [derived](const Posting& posting) {
        return posting.wdf == 0 ? derived : static_cast<float>(posting.wdf);
    });
    for (Boost& boost : boosts) boost.add_to(occurrences, block);
    for (std::size_t i = 0; i < block.size(); ++i) {
        const std::uint32_t docid = block[i].docid;
        scores_[docid] += weight.weight(occurrences[i], lengths_[docid]);
        if (into != nullptr) into->insert(docid);
    }
}

void Evaluation::score_word(const Plan& word, const Candidates* within, DocSet* into) {
    std::vector<Boost> boosts = boosts_of(word, within);
    const Bm25Term weight = weight_of(word);
    const float derived = word.derived_scores ? 1 : 0;
    postings_.read(word.terms.front(), within,
                   [&](PostingBlock block) { score_block(block, weight, derived, boosts, into); });
}

std::vector<Evaluation::Boost> Evaluation::boosts_of(const Plan& word, const Candidates* within) const {
    std::vector<Boost> boosts;
    for (const BoostedTerm& boost : word.boosts) {
        std::vector<Posting> postings;
        postings_.read(boost.term, within,
                       [&](PostingBlock block) { postings.insert(postings.end(), block.begin(), block.end()); });
        if (!postings.empty()) boosts.emplace_back(std::move(postings), boost.factor);
    }
    return boosts;
}

void Evaluation::score_group(const Plan& group, const DocSet* within, DocSet* into) {
    const Bm25Term weight = weight_of(group);
    PostingBlock left = postings_of(group);
    for (std::vector<Posting> block; !left.empty(); block.clear()) {
        const PostingBlock next = left.first(std::min(left.size(), kPostingBlock));
        left = left.subspan(next.size());
        for (const Posting& posting : next)
            if (within == nullptr || within->contains(posting.docid)) block.push_back(posting);
        score_block(block, weight, 1, {}, into);
    }
}

/// Of all terms of a group as one list.
const std::vector<Posting>& Evaluation::postings_of(const Plan& group) {
    const auto [entry, is_new] = groups_.try_emplace(&group);
    if (is_new) entry->second = is_small(group) ? sorted_postings(group) : counted_postings(group);
    return entry->second;
}

/// Whether its postings are few enough to be sorted: those of names are, as a rule.
bool Evaluation::is_small(const Plan& group) const {
    constexpr std::uint64_t kMostToSort = 4096;
    return group.terms.size() <= kMostTermsToAsk && most_matches(group) <= kMostToSort;
}

std::vector<Posting> Evaluation::sorted_postings(const Plan& group) {
    std::vector<Posting> list;
    read_group(group, [&](PostingBlock block) { list.insert(list.end(), block.begin(), block.end()); });
    std::ranges::sort(list, {}, &Posting::docid);
    std::size_t kept = 0;
    for (const Posting& posting : list) {
        if (kept > 0 && list[kept - 1].docid == posting.docid)
            list[kept - 1].wdf += posting.wdf;
        else
            list[kept++] = posting;
    }
    list.resize(kept);
    return list;
}

std::vector<Posting> Evaluation::counted_postings(const Plan& group) {
    DocSet documents(reader_.doc_limit());
    std::vector<std::uint32_t> wdfs(reader_.doc_limit());
    read_group(group, [&](PostingBlock block) {
        for (const auto& [docid, wdf] : block) {
            documents.insert(docid);
            wdfs[docid] += wdf;
        }
    });
    std::vector<Posting> list;
    list.reserve(documents.size());
    documents.for_each([&](std::uint32_t docid) { list.push_back({docid, wdfs[docid]}); });
    return list;
}

/// Of every term, but for hidden documents.
void Evaluation::read_group(const Plan& group, const std::function<void(PostingBlock)>& use) {
    std::vector<Posting> shown;
    for (const std::string& term : group.terms)
        postings_.read(term, nullptr, [&](PostingBlock block) {
            if (hidden_ == nullptr) return use(block);
            shown.clear();
            for (const Posting& posting : block)
                if (!hidden_->contains(posting.docid)) shown.push_back(posting);
            use(shown);
        });
}

DocSet matching_documents(const Plan& plan, IndexReader& reader, const Deadline& deadline, const DocSet* hidden) {
    return Evaluation(plan, reader, deadline, {}, hidden).matches();
}

} // namespace annota
