// SPDX-License-Identifier: GPL-2.0-or-later
//
// The peeked bytes are kept and given first. A failure while peeking is kept too, so that no byte before it is lost.

#include "indexer/peekable_source.h"

#include <algorithm>
#include <stdexcept>

namespace annota {

std::string_view PeekableSource::peek(std::size_t count) {
    std::size_t size = head_.size();
    head_.resize(std::max(size, count));
    try {
        while (size < count && !failure_) {
            const std::size_t got = bytes_->read(head_.data() + size, count - size);
            if (got == 0) break;
            size += got;
        }
    } catch (const std::runtime_error&) {
        failure_ = std::current_exception();
    }
    head_.resize(size);
    return std::string_view(head_).substr(0, count);
}

std::size_t PeekableSource::read(char* buffer, std::size_t capacity) {
    if (taken_ < head_.size()) {
        const std::size_t count = head_.copy(buffer, capacity, taken_);
        taken_ += count;
        return count;
    }
    if (failure_) std::rethrow_exception(failure_);
    return bytes_->read(buffer, capacity);
}

} // namespace annota
