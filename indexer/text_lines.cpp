// SPDX-License-Identifier: GPL-2.0-or-later
//
// A buffer is scanned for ends of lines; a line that spans buffers is put together piece by piece.

#include "indexer/text_lines.h"

#include "common/utf8.h"

#include <algorithm>

namespace annota {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;

/// Without the part of a code point that cutting left at the end.
void drop_cut_code_point(std::string& line) {
    std::size_t end = line.size();
    while (end > 0 && line.size() - end < 3 && (static_cast<unsigned char>(line[end - 1]) & 0xC0U) == 0x80) --end;
    if (end > 0 && (static_cast<unsigned char>(line[end - 1]) & 0xC0U) == 0xC0) line.resize(end - 1);
}

} // namespace

TextLines::TextLines(ByteSource& bytes, std::size_t longest) : bytes_(bytes), longest_(longest) {}

bool TextLines::fill() {
    if (ended_) return false;
    buffer_.resize(kBufferBytes);
    buffer_.resize(bytes_.read(buffer_.data(), buffer_.size()));
    at_ = 0;
    ended_ = buffer_.empty();
    return !ended_;
}

bool TextLines::next(std::string& line) {
    line.clear();
    cut_ = false;
    bool any = false;
    for (;;) {
        if (at_ >= buffer_.size() && !fill()) break;
        if (after_cr_) {
            after_cr_ = false;
            if (buffer_[at_] == '\n') {
                ++at_;
                continue;
            }
        }
        any = true;
        const std::size_t end = std::min(buffer_.find_first_of("\r\n", at_), buffer_.size());
        const std::size_t room = longest_ - std::min(longest_, line.size());
        line.append(buffer_, at_, std::min(end - at_, room));
        cut_ = cut_ || end - at_ > room;
        at_ = end;
        if (end < buffer_.size()) {
            after_cr_ = buffer_[end] == '\r';
            ++at_;
            break;
        }
    }
    if (!any) return false;
    ++number_;
    if (cut_) drop_cut_code_point(line);
    if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (!is_valid_utf8(line)) line = make_valid_utf8(line);
    return true;
}

} // namespace annota
