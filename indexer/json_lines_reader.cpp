// SPDX-License-Identifier: GPL-2.0-or-later
//
// What lies between the cutter and the parser of single records: numbers, positions, and the wording of what is
// refused.

#include "indexer/json_lines_reader.h"

#include "common/identifiers.h"
#include "common/utf8.h"
#include "indexer/json_fault.h"
#include "indexer/json_record.h"
#include "indexer/json_text_cutter.h"

#include <algorithm>

namespace annota {

namespace {

/// The texts of one input, one after the other.
class TextReader {
public:
    TextReader(std::string_view file, int this_year) : file_(file), this_year_(this_year) {}

    /// False when the sink wants no more.
    bool read(const JsonText& text, const RecordSink& sink) {
        ++number_;
        if (text.flaw != JsonFlaw::none) return sink(flaw_problem(text));
        RecordBuilder builder({file_, text.line}, number_, this_year_);
        switch (parser_.parse(text.text, builder)) {
        case JsonOutcome::refused: return sink(fault_problem(text));
        case JsonOutcome::not_an_object: return sink(problem(text, "not_an_object", "JSON, but no object", text.text));
        case JsonOutcome::read: break;
        }
        for (Problem& warning : builder.warnings()) {
            if (!sink(std::move(warning))) return false;
        }
        return sink(builder.finish(text.text));
    }

private:
    Problem problem(const JsonText& text, std::string_view code, std::string message, std::string_view fragment) const {
        return {Severity::rejection, {file_, text.line},        number_, {}, std::string(code),
                std::move(message),  problem_fragment(fragment)};
    }

    Problem flaw_problem(const JsonText& text) const {
        if (text.flaw == JsonFlaw::too_long) {
            const std::string limit = std::to_string(kMaxJsonText >> 20U);
            Problem too_long = problem(text, "too_long", "a record of more than " + limit + " MiB", text.text);
            too_long.id = find_json_id(text.text);
            return too_long;
        }
        Problem of_array = text.flaw == JsonFlaw::unclosed_array
                               ? problem(text, "cut_array", "the input ends within its array", {})
                               : problem(text, "text_after_array", "text behind the end of the array", text.text);
        of_array.record_number = 0; // it is about no record
        return of_array;
    }

    /// Columns count from the start of the line on which the fault is.
    Problem fault_problem(const JsonText& text) const {
        const JsonFault fault = find_json_fault(text.text);
        const std::string_view before = text.text.substr(0, fault.offset);
        const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        const std::size_t column = lines == 0 ? text.column + before.size() : before.size() - before.rfind('\n');
        std::string message = fault.message + " at ";
        if (lines > 0) message += "line " + std::to_string(text.line + lines) + ", ";
        Problem found = problem(text, fault.code, message + "column " + std::to_string(column),
                                text.text.substr(fragment_start(text.text, fault.offset)));
        found.id = fault.id;
        return found;
    }

    /// A little before the fault, on the first byte of a code point.
    static std::size_t fragment_start(std::string_view text, std::size_t offset) {
        constexpr std::size_t kBefore = 40;
        std::size_t start = offset > kBefore ? offset - kBefore : 0;
        while (start < offset && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) ++start;
        return start;
    }

    std::string file_;
    int this_year_;
    std::size_t number_ = 0;
    JsonRecordParser parser_;
};

std::string_view skip_json_blanks(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view{} : text.substr(start);
}

/// An object's beginning: `{` and a key or nothing.
bool opens_object(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const std::string_view rest = skip_json_blanks(text.substr(1));
    return rest.empty() || rest.starts_with('"') || rest.starts_with('}');
}

} // namespace

JsonLinesReader::JsonLinesReader(int this_year) : this_year_(this_year) {}

JsonLinesReader::JsonLinesReader() : JsonLinesReader(current_year()) {}

void JsonLinesReader::read(ByteSource& bytes, std::string_view file, const RecordSink& sink) {
    JsonTextCutter cutter(bytes);
    TextReader reader(file, this_year_);
    JsonText text;
    while (cutter.next(text) && reader.read(text, sink)) {
    }
}

bool looks_like_json_lines(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    head = skip_json_blanks(head);
    if (head.starts_with('[')) {
        const std::string_view first = skip_json_blanks(head.substr(1));
        return opens_object(first) || first.starts_with(']');
    }
    std::size_t objects = 0;
    std::size_t others = 0;
    while (!head.empty()) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        ++(opens_object(head.substr(0, end)) ? objects : others);
        head = skip_json_blanks(head.substr(end));
    }
    return objects > others;
}

} // namespace annota
