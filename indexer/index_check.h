// SPDX-License-Identifier: GPL-2.0-or-later
//
// Proves that an index is whole, or says what is wrong. An index is stored from two sides, by document and by term; no
// side is believed: each must say what the other one says, and both what the records say, which have checksums.

#pragma once

#include "common/index_reader.h"
#include "indexer/index_flaw.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace annota {

struct CheckCounts {
    std::uint64_t documents = 0;
    std::uint64_t terms = 0;
    std::uint64_t postings = 0;
    std::uint64_t flaws = 0;
};

class IndexCheck {
public:
    /// `deep` analyses every record anew. Flaws are told as they are found; `progress` is called for each document and
    /// term. Memory: 8 bytes a document, and with `deep` a
    /// number for each facet value and all columns once more.
    IndexCheck(const IndexReader& reader, bool deep, FlawSink sink, std::function<void(const CheckCounts&)> progress);
    ~IndexCheck();
    IndexCheck(const IndexCheck&) = delete;
    IndexCheck& operator=(const IndexCheck&) = delete;

    /// Ends early after a signal. Throws nothing of Xapian's.
    void run();

    const CheckCounts& counts() const { return counts_; }

private:
    struct State;

    void check_tables();
    void check_columns();
    void check_documents();
    void check_document(std::uint32_t docid);
    void check_postings();
    void check_rows();
    void check_term(const std::string& term);
    void compare_sides();
    void check_statistics();
    void check_facet_counts();
    void check_journals();
    void check_persons();
    void tell(const char* code, std::string id, std::string message);

    const IndexReader& reader_;
    bool deep_;
    FlawSink sink_;
    std::function<void(const CheckCounts&)> progress_;
    CheckCounts counts_;
    std::unique_ptr<State> state_;
};

} // namespace annota
