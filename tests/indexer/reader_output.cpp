// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records are printed by record_to_json(), problems on one line.

#include "tests/indexer/reader_output.h"

#include "common/record_json.h"

#include <algorithm>

namespace annota::test {

namespace {

constexpr std::string_view kFile = "f";

std::string print(const Problem& problem) {
    std::string line = problem.severity == Severity::warning ? "warning " : "rejection ";
    line += problem.code + " " + std::to_string(problem.position.line);
    if (!problem.id.empty()) line += " " + problem.id;
    return line + ": " + problem.message;
}

} // namespace

std::size_t TextSource::read(char* buffer, std::size_t capacity) {
    const std::size_t count = rest_.copy(buffer, std::min(capacity, chunk_));
    rest_.remove_prefix(count);
    return count;
}

ReaderOutput read_text(RecordReader& reader, std::string_view text, std::size_t chunk) {
    ReaderOutput output;
    TextSource source(text, chunk);
    reader.read(source, kFile, [&output](std::variant<Record, Problem>&& outcome) {
        if (const auto* const record = std::get_if<Record>(&outcome)) {
            output.printed += record_to_json(*record) + "\n";
            output.records.push_back(*record);
        } else {
            output.printed += print(std::get<Problem>(outcome)) + "\n";
            output.problems.push_back(std::get<Problem>(outcome));
        }
        return true;
    });
    return output;
}

} // namespace annota::test
