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

/// A part of a hit's score.
struct ScorePart {
    std::vector<std::string> terms; ///< Of the index, as a user would write them; none for "order".
    std::string_view why;           ///< "word"; "any" of several terms; "order", how words stand and in which forms.
    std::uint64_t documents = 0;    ///< Those that have the term; of several their sum.
    std::uint64_t occurrences = 0;  ///< In the record,
    std::uint64_t in_title = 0;     ///< those of the title among them,
    std::uint64_t in_keywords = 0;  ///< and of the keywords.
    double score = 0;
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
    std::vector<std::string> cited_by;  ///< Record ids; only where links were asked for.
    std::vector<ScorePart> score_parts; ///< Only where an explanation was asked for.
    Record record;                      ///< With `related` in both directions where links were asked for.
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

/// What a leaf of the query stood for.
struct WordReading {
    std::string typed;
    std::vector<std::string> terms; ///< As in ScorePart, the first ten.
    std::size_t more_terms = 0;
    std::uint64_t documents = 0; ///< That have one of them.
};

struct FilterEffect {
    std::string filter;        ///< "author=danilin", "year 2015..2020".
    std::uint64_t removed = 0; ///< Matches that it takes, whatever others take.
};

/// What there would be without a part of the query, or without a filter.
struct Alternative {
    std::string without;
    std::uint64_t total = 0;
};

struct Explanation {
    std::vector<WordReading> words;
    std::uint64_t matches = 0; ///< Of the query, before filters.
    std::vector<FilterEffect> filters;
    std::vector<Alternative> alternatives; ///< Where there is no hit; the most first.
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
    std::optional<Explanation> explanation;
};

} // namespace annota
