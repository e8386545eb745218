// SPDX-License-Identifier: GPL-2.0-or-later
//
// One buffer holds the bytes from the present text on. Lines are found with memchr and handed out where they lie;
// elements of an array are found by stepping through a JsonDepth. A text over the limit is let go as it comes, but for
// its beginning.

#include "indexer/json_text_cutter.h"

#include "indexer/json_depth.h"

#include <algorithm>
#include <cstring>

namespace annota {

namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

/// Enough of a text that is not held for its id and a fragment.
constexpr std::size_t kHeadBytes = 4096;

constexpr std::size_t kNoIndent = static_cast<std::size_t>(-1);

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_json_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_blank_text(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_json_blank);
}

} // namespace

JsonTextCutter::JsonTextCutter(ByteSource& bytes) : bytes_(bytes) {}

/// Reads another chunk behind the held bytes; false at the end of input.
bool JsonTextCutter::fill() {
    if (ended_) return false;
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() < end_ + kChunk + kJsonPadding) {
        buffer_.resize(std::max(2 * buffer_.size(), end_ + kChunk + kJsonPadding));
    }
    const std::size_t got = bytes_.read(buffer_.data() + end_, buffer_.size() - kJsonPadding - end_);
    end_ += got;
    ended_ = got == 0;
    return !ended_;
}

bool JsonTextCutter::at_end() {
    return begin_ == end_ && !fill();
}

/// Passes over held bytes, counting lines and columns.
void JsonTextCutter::skip(std::size_t count) {
    const char* at = buffer_.data() + begin_;
    const char* const stop = at + count;
    begin_ += count;
    while (const void* newline = std::memchr(at, '\n', static_cast<std::size_t>(stop - at))) {
        at = static_cast<const char*>(newline) + 1;
        ++line_;
        column_ = 1;
    }
    column_ += static_cast<std::size_t>(stop - at);
}

void JsonTextCutter::choose_mode() {
    while (end_ < kByteOrderMark.size() && fill()) {
    }
    if (held().starts_with(kByteOrderMark)) begin_ += kByteOrderMark.size();
    mode_ = Mode::lines;
    while (!at_end()) {
        const char c = buffer_[begin_];
        if (!is_json_blank(c)) {
            if (c == '[') {
                mode_ = Mode::array;
                skip(1);
            }
            return;
        }
        skip(1);
    }
}

bool JsonTextCutter::next(JsonText& text) {
    if (mode_ == Mode::unknown) choose_mode();
    text = JsonText{};
    return mode_ == Mode::lines ? next_line(text) : mode_ == Mode::array && next_element(text);
}

bool JsonTextCutter::next_line(JsonText& text) {
    while (!at_end()) {
        text = {{}, line_, column_, JsonFlaw::none};
        std::size_t length = 0; // of the line, as far as it is held
        bool whole = false;
        while (!whole) {
            const std::string_view rest = held().substr(length);
            const std::size_t newline = rest.find('\n');
            whole = newline != std::string_view::npos;
            length += whole ? newline : rest.size();
            if (length > kMaxJsonText) release(text, length);
            if (!whole && !fill()) break;
        }
        if (text.flaw == JsonFlaw::none) text.text = held().substr(0, length);
        begin_ += length;
        column_ += length;
        if (whole) skip(1);
        if (!is_blank_text(text.text)) return true;
    }
    return false;
}

/// Lets go of the first `length` held bytes of a text that is too long.
void JsonTextCutter::release(JsonText& text, std::size_t& length) {
    if (text.flaw == JsonFlaw::none) {
        head_ = held().substr(0, kHeadBytes);
        text.text = head_;
        text.flaw = JsonFlaw::too_long;
    }
    skip(length);
    length = 0;
}

/// Passes over what stands between elements; false where no element follows.
bool JsonTextCutter::skip_to_element() {
    while (!at_end() && (is_json_blank(buffer_[begin_]) || buffer_[begin_] == ',')) skip(1);
    return begin_ < end_ && buffer_[begin_] != ']';
}

bool JsonTextCutter::next_element(JsonText& text) {
    if (!skip_to_element()) return end_of_array(text);
    text = {{}, line_, column_, JsonFlaw::none};
    JsonDepth depth;
    std::size_t length = 0;
    std::size_t indent = kNoIndent; // of the present line, as long as it is blank
    while (length < held().size() || fill()) {
        const char c = buffer_[begin_ + length];
        if (depth.depth() == 0 && !depth.in_string() && (c == ',' || c == ']')) break;
        if (depth.broken() && c == '{' && indent < text.column) break;
        indent = c == '\n' ? 0 : indent != kNoIndent && is_json_blank(c) ? indent + 1 : kNoIndent;
        depth.step(c);
        ++length;
        if (depth.depth() == 0 && (c == '}' || c == ']')) break;
        if (length > kMaxJsonText || (length > kHeadBytes && text.flaw == JsonFlaw::too_long)) release(text, length);
    }
    if (text.flaw == JsonFlaw::none) text.text = held().substr(0, length);
    skip(length);
    return true;
}

/// At the end of the input or at a `]`, which should be the last byte. What follows it all the same is told once and
/// read on.
bool JsonTextCutter::end_of_array(JsonText& text) {
    if (begin_ < end_) {
        closed_ = true;
        skip(1);
        while (!at_end() && is_json_blank(buffer_[begin_])) skip(1);
        if (begin_ < end_) {
            text = {held().substr(0, kHeadBytes), line_, column_, JsonFlaw::text_after_array};
            return true;
        }
    }
    mode_ = Mode::done;
    text = {{}, line_, column_, JsonFlaw::unclosed_array};
    return !closed_;
}

} // namespace annota
