// SPDX-License-Identifier: GPL-2.0-or-later
//
// The search core: a request in, a page of results out, on one index or several as one.

#pragma once

#include "common/analyzer.h"
#include "searcher/collection.h"
#include "searcher/hit_stream.h"
#include "searcher/result_page.h"
#include "searcher/search_request.h"

#include <filesystem>
#include <string>
#include <vector>

namespace annota {

/// One a thread; keeps the indexes open between requests, and each request sees their newest states. No global state.
class Searcher {
public:
    /// Throws IndexError.
    explicit Searcher(const std::filesystem::path& index) : Searcher(std::vector{index}) {}
    /// At least one. A record that several have is that of the first.
    explicit Searcher(const std::vector<std::filesystem::path>& indexes) : collection_(indexes) {}

    /// Answers, repeating the work where the index changes under it. A request with `get` fetches records by id.
    /// Throws IndexError, and RequestFault for a field or facet that does not exist, or a cursor of another request.
    ResultPage search(const SearchRequest& request);

    /// Every hit, in order, whatever limit and offset the request has; without facets. The stream borrows the searcher,
    /// which answers nothing else until it is gone. Throws as search().
    HitStream stream(const SearchRequest& request);

    std::vector<IndexState> states() const { return collection_.states(); }

private:
    Collection collection_;
    Analyzer analyzer_;
};

/// A request that cannot be answered as it stands.
class RequestFault : public std::runtime_error {
public:
    RequestFault(std::string code, const std::string& message) : std::runtime_error(message), code_(std::move(code)) {}
    const std::string& code() const { return code_; }

private:
    std::string code_;
};

} // namespace annota
