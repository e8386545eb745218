// SPDX-License-Identifier: GPL-2.0-or-later
//
// A small matcher of one text against another: it stands in for the search, and reads tokens as the search does.

#pragma once

#include "common/analyzer.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

namespace annota {

using Tokens = std::vector<Token>;

inline bool has_term(const Tokens& document, const Token& wanted) {
    return std::any_of(document.begin(), document.end(), [&](const Token& t) { return t.term == wanted.term; });
}

/// The words of `query` one after another in the document, joined words standing for their parts.
inline bool has_phrase(const Tokens& document, const Tokens& query, std::size_t at, std::uint32_t position) {
    while (at < query.size() && query[at].kind != TokenKind::word) {
        ++at;
    }
    if (at == query.size()) {
        return true;
    }
    return std::any_of(document.begin(), document.end(), [&](const Token& t) {
        return t.position == position && t.term == query[at].term && has_phrase(document, query, at + 1, t.last + 1);
    });
}

inline bool has_phrase(const Tokens& document, const Tokens& query) {
    return std::any_of(document.begin(), document.end(),
                       [&](const Token& t) { return has_phrase(document, query, 0, t.position); });
}

/// Whether the document has each printed word of the query: as its joined or script-free form, or as its parts.
inline bool finds(std::string_view query_text, std::string_view document_text) {
    Analyzer analyzer;
    const Tokens query = analyzer.analyze(query_text);
    const Tokens document = analyzer.analyze(document_text);
    for (std::size_t first = 0; first < query.size();) {
        const auto same_word = [&](const Token& t) { return t.word == query[first].word; };
        Tokens word;
        std::copy_if(query.begin(), query.end(), std::back_inserter(word), same_word);
        const bool as_whole = std::any_of(word.begin(), word.end(), [&](const Token& t) {
            return t.kind != TokenKind::word && has_term(document, t);
        });
        if (!as_whole && !has_phrase(document, word)) {
            return false;
        }
        first += word.size();
    }
    return !query.empty();
}

inline bool finds_phrase(std::string_view query, std::string_view document) {
    Analyzer analyzer;
    return has_phrase(analyzer.analyze(document), analyzer.analyze(query));
}

} // namespace annota
