// SPDX-License-Identifier: GPL-2.0-or-later
//
// What kind of text a query is, on which depends how its hits are best ranked: words that someone lists, each of which
// is what he looks for, or a sentence, of whose words only some are.

#pragma once

#include "common/analyzer.h"
#include "searcher/bm25.h"
#include "searcher/parsed_query.h"
#include "searcher/search_request.h"

#include <cstdint>
#include <string>
#include <vector>

namespace annota {

/// How many members of a list without marks a document needs. Stop words do not count unless nothing else is left.
enum class ListMode : std::uint8_t { any, all };

/// Of all hits of a request: those with all words are among those with any.
inline ListMode list_mode(MatchMode match) {
    return match == MatchMode::all ? ListMode::all : ListMode::any;
}

struct QueryShape {
    struct Word {
        std::string term;
        std::string form;     ///< Folded, as it was typed.
        bool follows = false; ///< It stands behind the word before it, with nothing but stop words between.
    };

    /// The bare words in order, without stop words; compounds by their parts. None of other parts of the query.
    std::vector<Word> words;
    /// Four words or more, with stop words between them.
    bool sentence = false;
};

QueryShape query_shape(const QueryNode& root, Analyzer& analyzer);

/// A bare word that is dropped beside others.
bool is_stop_word(const QueryNode& node, Analyzer& analyzer);

/// Whether a list has more words than one, stop words and marked ones apart: where one of them is enough, so is a part
/// of a compound.
bool has_several_words(const QueryNode& list, Analyzer& analyzer);

Bm25Parameters bm25_parameters(const QueryShape& shape);

} // namespace annota
