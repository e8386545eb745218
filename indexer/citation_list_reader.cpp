// SPDX-License-Identifier: GPL-2.0-or-later
//
// Line by line; nothing is carried from one to the next but the numbers of lines and records.

#include "indexer/citation_list_reader.h"

#include "common/utf8.h"
#include "indexer/citation_parser.h"
#include "indexer/text_lines.h"

#include <algorithm>
#include <string>
#include <utility>

namespace annota {
namespace {

constexpr std::size_t kFragmentLength = 80; // code points

Problem rejection(const Record& record, std::size_t number, std::string_view line, std::string_view code) {
    Problem problem;
    problem.position = record.position;
    problem.record_number = number;
    problem.code = code;
    problem.message =
        code == "too_long" ? "The line is too long for a citation" : "No title can be told from the citation";
    problem.fragment = first_code_points(line, kFragmentLength);
    return problem;
}

} // namespace

void CitationListReader::read(ByteSource& bytes, std::string_view file, const RecordSink& sink) {
    TextLines lines(bytes, kMaxCitationBytes);
    std::string line;
    for (std::size_t number = 0; lines.next(line);) {
        const std::string_view printed = trim(line);
        if (printed.empty()) continue;
        ++number;
        const bool too_long = lines.cut();
        Record record = too_long ? Record{} : parse_citation(printed);
        record.position = {std::string(file), lines.number()};
        const bool titled = !record.title.empty();
        const bool goes_on = titled ? sink(std::move(record))
                                    : sink(rejection(record, number, printed, too_long ? "too_long" : "no_title"));
        if (!goes_on) return;
    }
}

bool looks_like_citation_list(std::string_view head) {
    constexpr int kLines = 20;
    int lines = 0;
    int citations = 0;
    for (std::size_t at = 0; at < head.size() && lines < kLines;) {
        const std::size_t end = std::min(head.find_first_of("\r\n", at), head.size());
        const std::string_view line = trim(head.substr(at, end - at));
        const bool whole = end < head.size() || lines == 0;
        at = end + 1;
        if (line.empty() || !whole) continue;
        ++lines;
        if (is_valid_utf8(line) && looks_like_citation(line)) ++citations;
    }
    return citations >= 3 && citations * 10 >= lines * 8;
}

} // namespace annota
