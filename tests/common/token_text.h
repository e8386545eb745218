// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tokens as one line of text, for comparison in tables:
//     научн:0 техническ:1 [научнотехническ:0-1] {poc:2} of*:3
// word, joined and script-free tokens with their positions; a star marks stop words.

#pragma once

#include "common/analyzer.h"

#include <string>
#include <vector>

namespace annota {

inline std::string token_text(const Token& token) {
    std::string term = token.term + (token.stop ? "*" : "") + ":" + std::to_string(token.position);
    switch (token.kind) {
    case TokenKind::joined: return "[" + term + "-" + std::to_string(token.last) + "]";
    case TokenKind::script_free: return "{" + term + "}";
    case TokenKind::word: break;
    }
    return term;
}

inline std::string token_text(const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens) {
        out += (out.empty() ? "" : " ") + token_text(token);
    }
    return out;
}

} // namespace annota
