// SPDX-License-Identifier: GPL-2.0-or-later
//
// A second, event-driven parse, which is iterative and holds nothing, finds the byte at which JSON ends to be JSON, and
// the record's id on the way there.

#include "indexer/json_fault.h"

#include "common/utf8.h"
#include "indexer/json_depth.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace annota {

namespace {

using Json = nlohmann::json;

/// Receives the events of nlohmann's parser, which prescribes the names. An id may be a number, as the reader takes it.
class FaultFinder {
public:
    bool null() { return value(); }
    bool boolean(bool) { return value(); }
    bool number_integer(Json::number_integer_t number) { return id_value(std::to_string(number)); }
    bool number_unsigned(Json::number_unsigned_t number) { return id_value(std::to_string(number)); }
    bool number_float(Json::number_float_t, const Json::string_t& printed) { return id_value(printed); }
    bool string(const Json::string_t& text) { return id_value(text); }
    bool binary(const Json::binary_t&) { return value(); }
    bool start_object(std::size_t) { return open(); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(); }
    bool end_array() { return close(); }

    bool key(const Json::string_t& name) {
        id_follows_ = depth_ == 1 && name == "id";
        return true;
    }

    bool parse_error(std::size_t bytes_read, const std::string&, const Json::exception& error) {
        offset_ = bytes_read > 0 ? bytes_read - 1 : 0;
        is_surrogate_ = std::string_view(error.what()).find("surrogate") != std::string_view::npos;
        return false;
    }

    const std::string& id() const { return id_; }
    std::size_t offset() const { return offset_; }
    bool is_surrogate() const { return is_surrogate_; }

private:
    bool value() {
        id_follows_ = false;
        return true;
    }
    bool id_value(const std::string& text) {
        if (id_follows_) id_ = text;
        return value();
    }
    bool open() {
        ++depth_;
        return value();
    }
    bool close() {
        --depth_;
        return true;
    }

    std::string id_;
    std::size_t depth_ = 0;
    std::size_t offset_ = 0;
    bool id_follows_ = false;
    bool is_surrogate_ = false;
};

FaultFinder walk(std::string_view text) {
    FaultFinder finder;
    Json::sax_parse(text, &finder);
    return finder;
}

/// The byte that opens one object or array too many; npos where none does.
std::size_t find_depth_fault(std::string_view text) {
    JsonDepth depth;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth.step(text[at]);
        if (depth.depth() >= kMaxJsonDepth) return at;
    }
    return std::string_view::npos;
}

std::string describe_byte(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "the text ends too early";
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        return std::string("control character U+00") + kDigits[byte >> 4U] + kDigits[byte & 0xFU];
    }
    return "unexpected '" + std::string(first_code_points(text.substr(at), 1)) + "'";
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

void take_digits(std::string_view& text) {
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
}

/// The grammar of RFC 8259, for numbers of any size.
bool is_json_number(std::string_view text) {
    const auto take_any = [&text](std::string_view wanted) {
        const bool found = !text.empty() && wanted.find(text.front()) != std::string_view::npos;
        if (found) text.remove_prefix(1);
        return found;
    };
    take_any("-");
    if (text.empty() || !is_digit(text.front())) return false;
    if (!take_any("0")) take_digits(text);
    if (take_any(".")) {
        if (!take_any("0123456789")) return false;
        take_digits(text);
    }
    if (take_any("eE")) {
        take_any("+-");
        if (!take_any("0123456789")) return false;
        take_digits(text);
    }
    return text.empty();
}

/// Whether what stands before `rest` would be a key, which no number can be.
bool is_key(std::string_view rest) {
    const std::size_t next = rest.find_first_not_of(" \t\r\n");
    return next != std::string_view::npos && rest[next] == ':';
}

bool is_number_byte(char c) {
    return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

} // namespace

JsonFault find_json_fault(std::string_view text) {
    const FaultFinder found = walk(text);
    if (const std::size_t at = find_invalid_utf8(text); at != std::string_view::npos) {
        return {"bad_utf8", "malformed UTF-8", at, found.id()};
    }
    if (const std::size_t at = find_depth_fault(text); at != std::string_view::npos) {
        return {"too_deep", "objects and arrays nested too deep", at, found.id()};
    }
    const std::size_t at = std::min(found.offset(), text.size());
    if (found.is_surrogate()) {
        const std::size_t escape = text.substr(0, at).rfind("\\u");
        return {"lone_surrogate", "half of a surrogate pair", escape == std::string_view::npos ? at : escape,
                found.id()};
    }
    return {"bad_json", "not JSON: " + describe_byte(text, at), at, found.id()};
}

std::string find_json_id(std::string_view text) {
    return walk(text).id();
}

std::string quote_json_numbers(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 64);
    JsonDepth depth;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (!depth.in_string() && (c == '-' || is_digit(c))) {
            const std::size_t start = at;
            while (at < text.size() && is_number_byte(text[at])) ++at;
            const std::string_view number = text.substr(start, at - start);
            const bool valid = is_json_number(number) && !is_key(text.substr(at));
            out.append(valid ? "\"" : "").append(number).append(valid ? "\"" : "");
            continue;
        }
        depth.step(c);
        out.push_back(c);
        ++at;
    }
    return out;
}

} // namespace annota
