// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every hit of a search, one after another, in memory that does not grow on the way.

#pragma once

#include "searcher/hit.h"
#include "searcher/ranking.h"
#include "searcher/result_page.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// All hits of one state of a collection in the order of their request: 32 bytes each and the record id.
class HitList {
public:
    HitList(ResultPage page, std::vector<IndexState> states) : page_(std::move(page)), states_(std::move(states)) {}

    void add(const RankedDocument& document, std::string_view id);

    /// The answer but for its hits.
    const ResultPage& page() const { return page_; }
    /// By shard.
    const IndexState& state(std::uint32_t shard) const { return states_[shard]; }
    std::size_t size() const { return documents_.size(); }
    const RankedDocument& document(std::size_t i) const { return documents_[i]; }
    std::string_view id(std::size_t i) const;

private:
    ResultPage page_;
    std::vector<IndexState> states_;
    std::vector<RankedDocument> documents_;
    std::vector<std::uint64_t> id_ends_;
    std::string ids_;
};

/// Reads the records of a list. As long as the index lets it, from the state of the list; once that is overwritten,
/// from the newest, by record id: no record comes twice, a changed one comes as it is then, a deleted one is counted.
class HitStream {
public:
    /// The collection and the analyzer must outlive it and serve nobody else meanwhile.
    HitStream(HitList list, Collection& collection, Analyzer& analyzer);

    const ResultPage& page() const { return list_.page(); }

    /// nullopt at the end. Throws IndexError.
    std::optional<Hit> next();

    std::uint64_t given() const { return given_; }
    /// Records that were deleted, or joined into others, before it was their turn.
    std::uint64_t deleted() const { return deleted_; }

    /// Every hit that was counted has been given or was deleted.
    bool complete() const { return !page().timed_out && given_ + deleted_ == page().total; }

private:
    std::optional<Hit> read(std::size_t i);

    HitList list_;
    Collection& collection_;
    HitMaker maker_;
    bool bare_; ///< Title, snippet and names are not asked for.
    std::size_t next_ = 0;
    std::uint64_t given_ = 0;
    std::uint64_t deleted_ = 0;
};

} // namespace annota
