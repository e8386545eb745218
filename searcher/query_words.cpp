// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_words.h"

#include "common/utf8.h"

#include <algorithm>

namespace annota {

std::vector<QueryWord> query_words(Analyzer& analyzer, std::string_view text) {
    std::vector<QueryWord> words;
    std::optional<std::uint32_t> ordinal;
    std::uint32_t begin = 0;
    for (Token& token : analyzer.analyze(text)) {
        if (token.word != ordinal) {
            words.emplace_back();
            begin = token.begin;
        }
        ordinal = token.word;
        QueryWord& word = words.back();
        const std::string_view rest = text.substr(first_code_points(text, begin).size());
        word.printed = first_code_points(rest, token.end - begin);
        switch (token.kind) {
        case TokenKind::word: word.parts.push_back(std::move(token)); break;
        case TokenKind::joined: word.joined = std::move(token); break;
        case TokenKind::script_free: word.twin = std::move(token); break;
        }
    }
    std::erase_if(words, [](const QueryWord& word) { return word.parts.empty(); });
    for (QueryWord& word : words) word.stop = std::ranges::all_of(word.parts, &Token::stop);
    return words;
}

} // namespace annota
