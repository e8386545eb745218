// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON becomes the texts that the table of request options reads, after a look at the types.

#include "searcher/request_json.h"

#include "common/utf8.h"
#include "searcher/request_option.h"
#include "searcher/request_value.h"

#include <algorithm>

namespace annota {
namespace {

using Kind = RequestValue::Kind;
using Values = std::vector<std::string>;

constexpr std::size_t kFragmentLength = 80; // code points

RequestError error_at(std::string code, std::string message, std::string_view line, std::size_t byte) {
    const std::size_t at = std::min(byte, line.size());
    const std::string_view fragment = first_code_points(line.substr(at), kFragmentLength);
    return {std::move(code), std::move(message), count_code_points(line.substr(0, at)), make_valid_utf8(fragment), {}};
}

RequestError error_about(std::string code, std::string_view key, std::string message) {
    return {
        std::move(code), std::move(message), std::nullopt, std::string(first_code_points(key, kFragmentLength)), {}};
}

std::string_view expected(OptionKind kind) {
    switch (kind) {
    case OptionKind::text: return "a string";
    case OptionKind::number: return "a number";
    case OptionKind::text_or_number: return "a string or a number";
    case OptionKind::flag: return "true or false";
    case OptionKind::list: return "a string or a list of strings";
    case OptionKind::pairs: return "an object of fields and keys, or a list of \"field=key\"";
    }
    return {};
}

bool is_scalar_of(OptionKind wanted, Kind kind) {
    switch (wanted) {
    case OptionKind::number: return kind == Kind::number;
    case OptionKind::flag: return kind == Kind::boolean;
    case OptionKind::text_or_number: return kind == Kind::string || kind == Kind::number;
    default: return kind == Kind::string;
    }
}

RequestError wrong_type(const RequestOption& option, std::string_view key, const RequestValue& value) {
    const std::string message = in_quotes(key) + " takes " + std::string(expected(option.kind)) + ", not ";
    return error_about("wrong_type", key, message + std::string(name_of(value.kind)));
}

/// A text or the texts of a list, each after `before`. Inside "pairs" a key may also be a number, as years are.
std::optional<RequestError> append_texts(const RequestOption& option, const RequestValue& value,
                                         const std::string& before, Values& texts) {
    const OptionKind wanted = before.empty() ? option.kind : OptionKind::text_or_number;
    if (is_scalar_of(wanted, value.kind)) {
        texts.push_back(before + value.text);
        return std::nullopt;
    }
    const bool takes_lists = option.kind == OptionKind::list || option.kind == OptionKind::pairs;
    if (!takes_lists || value.kind != Kind::list) return wrong_type(option, option.name, value);
    for (const RequestValue& item : value.items) {
        if (!is_scalar_of(wanted, item.kind)) return wrong_type(option, option.name, item);
        texts.push_back(before + item.text);
    }
    return std::nullopt;
}

std::optional<RequestError> append_values(const RequestOption& option, const RequestValue& value, Values& texts) {
    if (option.kind != OptionKind::pairs || value.kind != Kind::object) return append_texts(option, value, "", texts);
    for (const RequestValue& member : value.items) {
        if (auto error = append_texts(option, member, member.key + "=", texts)) return error;
    }
    return std::nullopt;
}

const RequestValue* find_member(const RequestValue& object, std::string_view key) {
    const auto found = std::ranges::find(object.items, key, &RequestValue::key);
    return found == object.items.end() ? nullptr : &*found;
}

std::optional<RequestError> check_keys(const RequestValue& object) {
    std::vector<std::string_view> known{"id"};
    for (const RequestOption& option : request_options()) known.push_back(option.name);
    std::vector<std::string_view> seen;
    for (const RequestValue& member : object.items) {
        if (std::ranges::count(known, member.key) == 0) {
            return error_about("unknown_key", member.key,
                               "unknown key " + in_quotes(member.key) + did_you_mean(member.key, known));
        }
        if (std::ranges::count(seen, member.key) > 0) {
            return error_about("duplicate_key", member.key, "the key " + in_quotes(member.key) + " stands twice");
        }
        seen.push_back(member.key);
    }
    return std::nullopt;
}

std::optional<RequestError> read_id(const RequestValue& object, std::string& id) {
    const RequestValue* value = find_member(object, "id");
    if (value == nullptr || value->kind == Kind::null) return std::nullopt;
    if (value->kind != Kind::string && value->kind != Kind::number) {
        return error_about("wrong_type", "id",
                           "'id' takes a string or a number, not " + std::string(name_of(value->kind)));
    }
    id = value->kind == Kind::string ? json_string(value->text) : value->text;
    return std::nullopt;
}

std::optional<RequestError> read_options(const RequestValue& object, SearchRequest& request) {
    for (const RequestOption& option : request_options()) {
        const RequestValue* value = find_member(object, option.name);
        if (value == nullptr) continue;
        Values texts;
        if (auto error = append_values(option, *value, texts)) return error;
        if (const Complaint complaint = option.set(request, option.name, texts)) {
            return error_about("bad_value", option.name, in_quotes(option.name) + " " + *complaint);
        }
    }
    return std::nullopt;
}

std::variant<SearchRequest, RequestError> read_object(std::string_view line, SearchRequest request) {
    RequestValue object;
    if (const auto fault = read_value(line, object)) {
        if (!fault->too_deep) return error_at("bad_json", "the request is not valid JSON", line, fault->byte);
        return error_about("too_deep", "", "the request nests deeper than any option needs");
    }
    std::optional<RequestError> error = read_id(object, request.id);
    if (!error) error = check_keys(object);
    if (!error) error = read_options(object, request);
    if (!error) return request;
    error->id = request.id;
    return *error;
}

} // namespace

std::variant<SearchRequest, RequestError> parse_request(std::string_view line, const SearchRequest& defaults) {
    constexpr std::string_view kByteOrderMark = "\uFEFF";
    if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    if (const std::size_t bad = find_invalid_utf8(line); bad != std::string_view::npos) {
        return error_at("invalid_utf8", "the request is not valid UTF-8", line, bad);
    }
    const std::string_view text = trim(line);
    SearchRequest request = defaults;
    request.id.clear();
    if (text.starts_with('{')) return read_object(line, std::move(request));
    request.text = text;
    return request;
}

std::string error_json(const RequestError& error) {
    const std::string position = error.position ? std::to_string(*error.position) : "null";
    return R"({"code":)" + json_string(error.code) + R"(,"message":)" + json_string(error.message) + R"(,"position":)" +
           position + R"(,"fragment":)" + json_string(error.fragment) + "}";
}

} // namespace annota
