// SPDX-License-Identifier: GPL-2.0-or-later
//
// File names and messages come from outside: control characters and those that turn the direction of writing are shown
// by their code points.

#include "indexer/rejects.h"

#include "common/terminal.h"
#include "common/utf8.h"

#include <nlohmann/json.hpp>

namespace annota {

namespace {

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void append_escape(std::string& out, char32_t c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    out.append(c < 0x100 ? "\\x" : "\\u");
    for (unsigned shift = c < 0x100 ? 8 : 16; shift > 0; shift -= 4) out.push_back(kDigits[(c >> (shift - 4)) & 0xFU]);
}

std::string visible(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_control(c)) {
            append_escape(out, c);
        } else {
            append_code_point(out, c);
        }
    }
    return out;
}

} // namespace

std::string problem_to_json(const Problem& problem) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    json["file"] = problem.position.file;
    if (problem.position.line > 0) json["line"] = problem.position.line;
    if (problem.record_number > 0) json["record"] = problem.record_number;
    if (!problem.id.empty()) json["id"] = problem.id;
    json["code"] = problem.code;
    json["severity"] = problem.severity == Severity::warning ? "warning" : "rejection";
    json["message"] = problem.message;
    json["fragment"] = problem.fragment;
    return printable_json(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string problem_to_line(const Problem& problem) {
    std::string line = "annota-index: " + visible(problem.position.file);
    if (problem.position.line > 0) line += ":" + std::to_string(problem.position.line);
    return line + ": " + visible(problem.message);
}

} // namespace annota
