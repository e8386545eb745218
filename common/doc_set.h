// SPDX-License-Identifier: GPL-2.0-or-later
//
// A set of documents as a bitmap, one bit a docid: what totals, filters and facets are counted over.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace annota {

class DocSet {
public:
    /// An empty set of docids below `limit`.
    explicit DocSet(std::uint32_t limit) : limit_(limit), words_((std::size_t{limit} + 63) / 64) {}

    std::uint32_t limit() const { return limit_; }

    /// `docid` < limit().
    void insert(std::uint32_t docid) { words_[docid / 64] |= std::uint64_t{1} << (docid % 64); }
    /// `first` <= `last` < limit().
    void insert_range(std::uint32_t first, std::uint32_t last) {
        constexpr std::uint64_t kAll = ~std::uint64_t{0};
        const std::uint64_t from_first = kAll << (first % 64);
        const std::uint64_t to_last = kAll >> (63 - last % 64);
        if (first / 64 == last / 64) {
            words_[first / 64] |= from_first & to_last;
            return;
        }
        words_[first / 64] |= from_first;
        for (std::size_t i = first / 64 + 1; i < last / 64; ++i) words_[i] = kAll;
        words_[last / 64] |= to_last;
    }
    void erase(std::uint32_t docid) { words_[docid / 64] &= ~(std::uint64_t{1} << (docid % 64)); }
    bool contains(std::uint32_t docid) const { return docid < limit_ && (words_[docid / 64] >> (docid % 64) & 1) != 0; }

    /// The other set has the same limit.
    DocSet& operator|=(const DocSet& other) {
        return combine(other, [](std::uint64_t a, std::uint64_t b) { return a | b; });
    }
    DocSet& operator&=(const DocSet& other) {
        return combine(other, [](std::uint64_t a, std::uint64_t b) { return a & b; });
    }
    DocSet& operator-=(const DocSet& other) {
        return combine(other, [](std::uint64_t a, std::uint64_t b) { return a & ~b; });
    }

    /// The docids below `limit` that are no members.
    DocSet others(std::uint32_t limit) const {
        DocSet others(limit);
        for (std::size_t i = 0; i < others.words_.size(); ++i)
            others.words_[i] = ~(i < words_.size() ? words_[i] : std::uint64_t{0});
        if (limit % 64 != 0) others.words_.back() &= ~std::uint64_t{0} >> (64 - limit % 64);
        return others;
    }

    std::size_t size() const {
        std::size_t count = 0;
        for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }

    /// Calls `use(docid)` in ascending order.
    template <class Use> void for_each(Use use) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
                use(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
    }

    /// The smallest member that is at least `docid`; limit() where there is none.
    std::uint32_t next(std::uint32_t docid) const {
        if (docid >= limit_) return limit_;
        std::size_t i = docid / 64;
        std::uint64_t word = words_[i] & (~std::uint64_t{0} << (docid % 64));
        while (word == 0) {
            if (++i == words_.size()) return limit_;
            word = words_[i];
        }
        return static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }

    friend bool operator==(const DocSet&, const DocSet&) = default;

private:
    template <class Op> DocSet& combine(const DocSet& other, Op op) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] = op(words_[i], other.words_[i]);
        return *this;
    }

    std::uint32_t limit_;
    std::vector<std::uint64_t> words_;
};

} // namespace annota
