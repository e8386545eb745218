// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_words.h"

#include "common/utf8.h"

#include <algorithm>
#include <iterator>

namespace annota {

std::vector<QueryWord> query_words(Analyzer& analyzer, std::string_view text) {
    std::vector<QueryWord> words;
    std::optional<std::uint32_t> ordinal;
    for (Token& token : analyzer.analyze(text)) {
        if (token.word != ordinal) words.emplace_back();
        ordinal = token.word;
        QueryWord& word = words.back();
        switch (token.kind) {
        case TokenKind::word: word.parts.push_back(std::move(token)); break;
        case TokenKind::joined: word.joined = std::move(token); break;
        case TokenKind::script_free: word.twin = std::move(token); break;
        }
    }
    std::size_t at = 0;
    std::uint32_t index = 0;
    for (QueryWord& word : words) {
        at += first_code_points(text.substr(at), word.begin() - index).size();
        word.printed = first_code_points(text.substr(at), word.parts.back().end - word.begin());
        at += word.printed.size();
        index = word.parts.back().end;
        word.stop = std::ranges::all_of(word.parts, &Token::stop);
        // The twin of a part is not the whole.
        if (word.parts.size() > 1) word.twin.reset();
    }
    return words;
}

std::vector<Token> QueryWord::lone_parts() const {
    std::vector<Token> lone;
    if (parts.size() > 1)
        std::ranges::copy_if(parts, std::back_inserter(lone), [](const Token& part) {
            return !part.stop && count_code_points(part.form) > 1 &&
                   part.form.find_first_not_of("0123456789") != std::string::npos;
        });
    return lone;
}

std::string_view QueryWord::printed_part(const Token& part) const {
    const std::string_view rest =
        std::string_view(printed).substr(first_code_points(printed, part.begin - begin()).size());
    return first_code_points(rest, part.end - part.begin);
}

} // namespace annota
