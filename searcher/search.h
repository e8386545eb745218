// SPDX-License-Identifier: GPL-2.0-or-later
//
// The search core: a request in, a page of results out, on one index.

#pragma once

#include "common/analyzer.h"
#include "common/index_reader.h"
#include "searcher/hit_stream.h"
#include "searcher/result_page.h"
#include "searcher/search_request.h"

#include <filesystem>
#include <string>

namespace annota {

/// One a thread; keeps the index open between requests, and each request sees its newest state. No global state.
class Searcher {
public:
    /// Throws IndexError.
    explicit Searcher(const std::filesystem::path& index) : reader_(index) {}

    /// Answers, repeating the work where the index changes under it. A request with `get` fetches records by id.
    /// Throws IndexError, and RequestFault for a field or facet that does not exist, or a cursor of another request.
    ResultPage search(const SearchRequest& request);

    /// Every hit, in order, whatever limit and offset the request has; without facets. The stream borrows the searcher,
    /// which answers nothing else until it is gone. Throws as search().
    HitStream stream(const SearchRequest& request);

    const IndexState& state() const { return reader_.state(); }

private:
    IndexReader reader_;
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
