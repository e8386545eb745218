// SPDX-License-Identifier: GPL-2.0-or-later
//
// A small index in a temporary folder, and short ways to ask it.

#pragma once

#include "common/record.h"
#include "searcher/search.h"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Its language is that of its letters.
Record titled(std::string id, const std::string& title);

/// One form of a name an author.
Record written_by(const std::string& id, const std::vector<std::string>& authors);

class SampleIndex {
public:
    explicit SampleIndex(const std::vector<Record>& records);
    ~SampleIndex();
    SampleIndex(const SampleIndex&) = delete;
    SampleIndex& operator=(const SampleIndex&) = delete;

    /// In a commit of their own.
    void add(const std::vector<Record>& records);
    void remove(const std::string& id);

    const std::filesystem::path& folder() const { return folder_; }
    ResultPage search(const SearchRequest& request) { return searcher_->search(request); }

    /// The ids of all hits in their order, one blank between.
    std::string ids(const SearchRequest& request);
    std::string ids(std::string_view query, MatchMode match = MatchMode::automatic);

    /// The hits regardless of their order. Fails where the total is another number.
    std::set<std::string> found(std::string_view query, MatchMode match = MatchMode::all);

private:
    std::filesystem::path folder_;
    std::unique_ptr<Searcher> searcher_;
};

} // namespace annota
