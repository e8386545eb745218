// SPDX-License-Identifier: GPL-2.0-or-later
//
// Persons grow by agreement of all with all (complete linkage), so that a refusal stays one while both sides grow, and
// trying all pairs of mentions under a clue comes to trying each pair of persons once. Persons are numbered by their
// first mention.

#include "common/person_clusters.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <utility>

namespace annota {

namespace {

struct Person {
    std::vector<std::uint32_t> given; ///< Different ones of its mentions.
    std::vector<std::uint64_t> records;
    std::vector<std::uint64_t> orcids;
    std::vector<std::uint32_t> forbidden;
};

template <class T> bool contains(const std::vector<T>& sorted, const T& value) {
    return std::ranges::binary_search(sorted, value);
}

template <class T> void join_sorted(std::vector<T>& into, std::vector<T>& from) {
    if (from.size() > into.size()) std::swap(into, from);
    const auto middle = static_cast<std::ptrdiff_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    std::inplace_merge(into.begin(), into.begin() + middle, into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
    from.clear();
}

template <class T> bool share(const std::vector<T>& a, const std::vector<T>& b) {
    const std::vector<T>& fewer = a.size() < b.size() ? a : b;
    const std::vector<T>& more = a.size() < b.size() ? b : a;
    return std::ranges::any_of(fewer, [&](const T& value) { return contains(more, value); });
}

class Clustering {
public:
    Clustering(const PersonBlock& block, const MergeSink& told)
        : block_(block), told_(told), first_(block.mentions.size()), persons_(block.mentions.size()) {
        std::iota(first_.begin(), first_.end(), 0u);
        for (std::uint32_t m = 0; m < persons_.size(); ++m) {
            const Mention& mention = block.mentions[m];
            persons_[m] = {{mention.given}, {mention.record}, {}, mention.forbidden};
            if (mention.orcid != 0) persons_[m].orcids = {mention.orcid};
            std::ranges::sort(persons_[m].forbidden);
        }
    }

    /// All mentions with the clue, ascending.
    void believe(const Clue& clue, std::span<const std::uint32_t> mentions);

    std::vector<std::uint32_t> result() {
        for (std::uint32_t m = 0; m < first_.size(); ++m) first_[m] = person_of(m);
        return std::move(first_);
    }

private:
    std::uint32_t person_of(std::uint32_t mention) {
        while (first_[mention] != mention) mention = first_[mention] = first_[first_[mention]];
        return mention;
    }

    bool agree(const Person& a, const Person& b) const {
        return std::ranges::all_of(a.given, [&](std::uint32_t one) {
            return std::ranges::all_of(b.given, [&](std::uint32_t other) {
                return one == other || block_.given[one].agree(block_.given[other]);
            });
        });
    }

    static bool is_forbidden(const Person& a, const Person& b) {
        return std::ranges::any_of(a.forbidden, [&](std::uint32_t side) { return contains(b.forbidden, side ^ 1); });
    }

    bool may_join(const Person& a, const Person& b, Evidence kind) const {
        if (is_forbidden(a, b) || share(a.records, b.records)) return false;
        if (kind == Evidence::rule) return true;
        const bool same_orcid = a.orcids.size() == 1 && a.orcids == b.orcids;
        return (same_orcid || a.orcids.empty() || b.orcids.empty()) && agree(a, b);
    }

    /// Whether both mentions are of one person now.
    bool join(std::uint32_t a, std::uint32_t b, const Clue& clue);
    void join_all(std::vector<std::uint32_t> mentions, const Clue& clue);
    void join_across(std::span<const std::uint32_t> mentions, const std::map<std::uint32_t, bool>& clear,
                     const Clue& clue);
    std::map<std::uint32_t, bool> find_clear(std::span<const std::uint32_t> mentions, Evidence kind) const;
    void drop_strangers(std::map<std::uint32_t, bool>& clear, std::span<const std::uint32_t> mentions) const;

    const PersonBlock& block_;
    const MergeSink& told_;
    std::vector<std::uint32_t> first_; ///< A mention of the same person that stands before it, at last the first one.
    std::vector<Person> persons_;      ///< By first mention.
};

bool Clustering::join(std::uint32_t a, std::uint32_t b, const Clue& clue) {
    const std::uint32_t one = person_of(a);
    const std::uint32_t other = person_of(b);
    if (one == other) return true;
    if (!may_join(persons_[one], persons_[other], clue.kind)) return false;
    const std::uint32_t first = std::min(one, other);
    Person& grown = persons_[first];
    Person& gone = persons_[std::max(one, other)];
    join_sorted(grown.given, gone.given);
    join_sorted(grown.records, gone.records);
    join_sorted(grown.orcids, gone.orcids);
    join_sorted(grown.forbidden, gone.forbidden);
    first_[std::max(one, other)] = first;
    if (told_) told_({clue, a, b});
    return true;
}

void Clustering::join_all(std::vector<std::uint32_t> mentions, const Clue& clue) {
    while (mentions.size() > 1) {
        const std::uint32_t first = mentions.front();
        std::vector<std::uint32_t> left;
        for (std::size_t i = 1; i < mentions.size(); ++i)
            if (!join(first, mentions[i], clue)) left.push_back(mentions[i]);
        mentions = std::move(left);
    }
}

/// Which given names among those of the mentions nobody could mistake for another's; none at all in a crowd.
std::map<std::uint32_t, bool> Clustering::find_clear(std::span<const std::uint32_t> mentions, Evidence kind) const {
    std::map<std::uint32_t, bool> clear;
    for (const std::uint32_t m : mentions) clear.emplace(block_.mentions[m].given, true);
    if (kind <= Evidence::orcid) return clear;
    if (clear.size() > kMostNamesakes) return {};
    std::vector<std::uint32_t> given;
    given.reserve(clear.size());
    for (const auto& [one, is_clear] : clear) given.push_back(one);
    std::array<std::uint64_t, kMostNamesakes> agreeing{};
    for (std::size_t i = 0; i < given.size(); ++i)
        for (std::size_t j = 0; j < given.size(); ++j)
            if (i == j || block_.given[given[i]].agree(block_.given[given[j]])) agreeing[i] |= std::uint64_t{1} << j;
    for (std::size_t i = 0; i < given.size(); ++i)
        for (std::size_t j = 0; j < given.size(); ++j)
            if ((agreeing[i] >> j & 1) != 0 && (agreeing[i] & ~agreeing[j]) != 0) clear[given[i]] = false;
    return clear;
}

/// Two records of one journal, each with co-authors: had these one in common, that would be the evidence.
void Clustering::drop_strangers(std::map<std::uint32_t, bool>& clear, std::span<const std::uint32_t> mentions) const {
    const auto has_coauthors = [&](std::uint32_t m) {
        return std::ranges::any_of(block_.mentions[m].clues,
                                   [](const Clue& clue) { return clue.kind == Evidence::coauthor; });
    };
    std::map<std::uint32_t, std::pair<std::size_t, bool>> known; // mentions of a given name, and whether all have some
    for (const std::uint32_t m : mentions) {
        auto& [count, all_have] = known.try_emplace(block_.mentions[m].given, 0, true).first->second;
        all_have = ++count <= 2 && all_have && has_coauthors(m);
    }
    for (auto& [given, is_clear] : clear) {
        std::size_t agreeing = 0;
        bool all_have = true;
        for (const auto& [other, facts] : known) {
            if (other != given && !block_.given[other].agree(block_.given[given])) continue;
            agreeing += facts.first;
            all_have = all_have && facts.second;
        }
        if (agreeing == 2 && all_have) is_clear = false;
    }
}

/// Mentions of different given names, each person with each given name once.
void Clustering::join_across(std::span<const std::uint32_t> mentions, const std::map<std::uint32_t, bool>& clear,
                             const Clue& clue) {
    std::vector<std::uint32_t> kinds;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen; // persons and given names
    for (const std::uint32_t m : mentions) {
        const std::uint32_t given = block_.mentions[m].given;
        if (clear.at(given) && seen.emplace(person_of(m), given).second) kinds.push_back(m);
    }
    for (std::size_t i = 0; i < kinds.size(); ++i)
        for (std::size_t j = i + 1; j < kinds.size(); ++j)
            if (block_.mentions[kinds[i]].given != block_.mentions[kinds[j]].given) join(kinds[i], kinds[j], clue);
}

void Clustering::believe(const Clue& clue, std::span<const std::uint32_t> mentions) {
    const std::uint32_t first = person_of(mentions.front());
    if (std::ranges::all_of(mentions, [&](std::uint32_t m) { return person_of(m) == first; })) return;
    std::map<std::uint32_t, bool> clear = find_clear(mentions, clue.kind);
    if (clear.empty()) return;
    if (clue.kind == Evidence::journal) drop_strangers(clear, mentions);
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_given;
    std::vector<std::uint32_t> order; // given names as they come first
    for (const std::uint32_t m : mentions) {
        const std::uint32_t given = block_.mentions[m].given;
        if (!clear.at(given)) continue;
        std::vector<std::uint32_t>& same = by_given[given];
        if (same.empty()) order.push_back(given);
        same.push_back(m);
    }
    for (const std::uint32_t given : order) join_all(by_given[given], clue);
    if (order.size() > 1) join_across(mentions, clear, clue);
}

} // namespace

std::vector<std::uint32_t> cluster_persons(const PersonBlock& block, const MergeSink& told) {
    std::vector<std::pair<Clue, std::uint32_t>> clues;
    for (std::uint32_t m = 0; m < block.mentions.size(); ++m)
        for (const Clue& clue : block.mentions[m].clues) clues.emplace_back(clue, m);
    std::ranges::sort(clues);
    clues.erase(std::unique(clues.begin(), clues.end()), clues.end());
    Clustering clustering(block, told);
    std::vector<std::uint32_t> mentions;
    for (std::size_t begin = 0; begin < clues.size();) {
        mentions.clear();
        std::size_t end = begin;
        for (; end < clues.size() && clues[end].first == clues[begin].first; ++end)
            mentions.push_back(clues[end].second);
        if (mentions.size() > 1) clustering.believe(clues[begin].first, mentions);
        begin = end;
    }
    return clustering.result();
}

} // namespace annota
