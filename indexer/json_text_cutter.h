// SPDX-License-Identifier: GPL-2.0-or-later
//
// Cuts a stream of bytes into the JSON texts of its records.

#pragma once

#include "indexer/record_reader.h"

#include <string>
#include <string_view>

namespace annota {

/// Longest text of one record, in bytes.
inline constexpr std::size_t kMaxJsonText = std::size_t{16} << 20;

/// Bytes behind each text that may be read (not written), as SIMD parsers need.
inline constexpr std::size_t kJsonPadding = 64;

/// What keeps a text from being parsed at all.
enum class JsonFlaw : std::uint8_t {
    none,
    too_long,        ///< Over kMaxJsonText; `text` is its beginning only.
    unclosed_array,  ///< The input ends within its array, between two records; `text` is empty.
    text_after_array ///< Something stands behind the array; `text` is its beginning. It is read on.
};

struct JsonText {
    std::string_view text;  ///< Lives until the next call.
    std::size_t line = 0;   ///< Of the first byte, from 1.
    std::size_t column = 0; ///< Of the first byte, in bytes from 1.
    JsonFlaw flaw = JsonFlaw::none;
};

/// Input is one text a line, or, where its first byte that is no blank is `[`, the elements of one array, over any
/// number of lines. A byte order mark, blank lines, CRLF and surplus commas between elements are passed over. Holds no
/// more than one text and one chunk.
class JsonTextCutter {
public:
    explicit JsonTextCutter(ByteSource& bytes);

    /// False at the end.
    bool next(JsonText& text);

private:
    enum class Mode : std::uint8_t { unknown, lines, array, done };

    bool fill();
    bool at_end();
    void skip(std::size_t count);
    void choose_mode();
    bool next_line(JsonText& text);
    bool next_element(JsonText& text);
    bool skip_to_element();
    bool end_of_array(JsonText& text);
    void release(JsonText& text, std::size_t& length);
    std::string_view held() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }

    ByteSource& bytes_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
    bool ended_ = false;
    bool closed_ = false; ///< The array's `]` was seen.
    Mode mode_ = Mode::unknown;
    std::string head_; ///< Beginning of a text that was too long to hold.
};

} // namespace annota
