// SPDX-License-Identifier: GPL-2.0-or-later
//
// Event by event, so that nothing deeper or larger than a request is ever built, and because the library's own values
// lose the digits of large numbers.

#include "searcher/request_value.h"

#include "common/terminal.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace annota {
namespace {

using Kind = RequestValue::Kind;
using Json = nlohmann::json;

/// `stack_` points into `root`: the open lists and objects; an open one is the last item of the one before it.
class ValueBuilder : public nlohmann::json_sax<Json> {
public:
    explicit ValueBuilder(RequestValue& root) : root_(root) {}

    const JsonFault& fault() const { return fault_; }

    bool null() override { return add({Kind::null, {}, "null", {}}); }
    bool boolean(bool value) override { return add({Kind::boolean, {}, value ? "true" : "false", {}}); }
    bool number_integer(number_integer_t value) override { return add({Kind::number, {}, std::to_string(value), {}}); }
    bool number_unsigned(number_unsigned_t value) override {
        return add({Kind::number, {}, std::to_string(value), {}});
    }
    bool number_float(number_float_t, const string_t& digits) override { return add({Kind::number, {}, digits, {}}); }
    bool string(string_t& value) override { return add({Kind::string, {}, std::move(value), {}}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        key_ = std::move(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        fault_.byte = position > 0 ? position - 1 : 0; // counted from 1
        return false;
    }

private:
    bool add(RequestValue value) {
        value.key = std::exchange(key_, {});
        (stack_.empty() ? root_ : stack_.back()->items.emplace_back()) = std::move(value);
        return true;
    }

    bool open(Kind kind) {
        fault_.too_deep = stack_.size() >= kMaxRequestDepth;
        if (fault_.too_deep) return false;
        RequestValue* const parent = stack_.empty() ? nullptr : stack_.back();
        add({kind, {}, {}, {}});
        stack_.push_back(parent == nullptr ? &root_ : &parent->items.back());
        return true;
    }

    bool close() {
        stack_.pop_back();
        return true;
    }

    RequestValue& root_;
    std::vector<RequestValue*> stack_;
    std::string key_;
    JsonFault fault_;
};

} // namespace

std::string_view name_of(RequestValue::Kind kind) {
    switch (kind) {
    case Kind::null: return "null";
    case Kind::boolean: return "true or false";
    case Kind::number: return "a number";
    case Kind::string: return "a string";
    case Kind::list: return "a list";
    case Kind::object: return "an object";
    }
    return {};
}

std::optional<JsonFault> read_value(std::string_view text, RequestValue& value) {
    // The library takes a zero byte for the end of its input and would not see what follows.
    const std::string_view visible = text.substr(0, text.find('\0'));
    ValueBuilder builder(value);
    if (!Json::sax_parse(visible.begin(), visible.end(), &builder)) return builder.fault();
    if (visible.size() < text.size()) return JsonFault{visible.size(), false};
    return std::nullopt;
}

std::string json_string(std::string_view text) {
    return printable_json(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace annota
