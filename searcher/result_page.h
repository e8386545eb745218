// SPDX-License-Identifier: GPL-2.0-or-later
//
// The answer to one request as plain data; renderers know nothing else.

#pragma once

#include "common/facet_counts.h"
#include "common/record.h"
#include "searcher/expansion.h"
#include "searcher/parsed_query.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Why a stretch of text is a hit. Names as they cross the border: mark_reason().
enum class MarkReason : std::uint8_t {
    word,     ///< The word as typed, but for case, ё and accents.
    stem,     ///< Another form of the word.
    compound, ///< A hyphenated word written as one, or the reverse.
    wildcard, ///< What a pattern stands for.
    name,     ///< A name, in either script.
    spelling, ///< A word like the one that was typed with ~.
};

std::string_view mark_reason(MarkReason reason);

/// Half-open, in code points of the text beside it.
struct Mark {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    MarkReason reason = MarkReason::word;

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// A text of the record, unchanged, with marks in ascending order that do not overlap.
struct MarkedText {
    std::string text;
    std::vector<Mark> marks;
    bool cut_before = false; ///< There is more text before it,
    bool cut_after = false;  ///< or after it.
};

struct HitAuthor {
    MarkedText name;
    std::string key; ///< Of the facet bucket.
};

struct Hit {
    std::uint64_t rank = 0; ///< From 1, over all pages.
    std::string id;
    double score = 0;
    MarkedText title;                 ///< In the language that the query speaks, or the work's own.
    MarkedText snippet;               ///< A piece of an abstract; empty where there is none.
    std::vector<MarkedText> keywords; ///< Those with hits.
    std::vector<HitAuthor> authors;
    std::string journal;
    std::vector<std::string> language;
    std::vector<std::string> cited_by; ///< Record ids; only where links were asked for.
    Record record;                     ///< With `related` in both directions where links were asked for.
};

struct FacetResult {
    std::string name;  ///< "author", "journal/year".
    std::string inner; ///< The second field of a pivot; empty where there is none.
    FacetCounts counts;
    std::vector<FacetCounts> inner_counts; ///< Of a pivot, for each bucket.
    bool exact = true;
};

/// Matches by year or decade, without gaps from the first to the last that has one, oldest first.
struct HistogramResult {
    Histogram by = Histogram::none;
    std::vector<Bucket> bars; ///< `value` is "2017" or "2010–2019", `key` what --year takes.
    std::size_t missing = 0;  ///< Matches without a year.
    bool exact = true;
};

/// One of several indexes that were searched as one.
struct ShardState {
    std::string database; ///< Its folder, as it was named.
    std::uint64_t generation = 0;
};

struct ResultPage {
    SearchRequest request;
    std::uint64_t generation = 0;   ///< Of several indexes the sum of theirs.
    std::vector<ShardState> shards; ///< Of several; else none.
    double took_ms = 0;
    std::uint64_t total = 0;
    bool total_exact = true;
    bool timed_out = false;
    std::string parsed; ///< The query as it was understood.
    std::vector<QueryNote> notes;
    std::vector<QueryExpansion> expansions;
    std::optional<std::string> suggestion; ///< Another text of the query that was perhaps meant.
    std::vector<Hit> hits;
    std::string next_cursor; ///< For the page behind this one; empty at the end, and where the time was over.
    std::vector<std::string> missing_ids; ///< Of --get.
    std::vector<FacetResult> facets;
    std::optional<HistogramResult> histogram;
};

} // namespace annota
