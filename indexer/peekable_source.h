// SPDX-License-Identifier: GPL-2.0-or-later
//
// A stream whose beginning can be looked at before it is read.

#pragma once

#include "indexer/record_reader.h"

#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace annota {

class PeekableSource : public ByteSource {
public:
    explicit PeekableSource(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

    /// The first `count` bytes, fewer where the stream is shorter. Call it before read(); the view lives until then.
    /// Where reading fails, the bytes before are given, and read() throws behind them.
    std::string_view peek(std::size_t count);

    std::size_t read(char* buffer, std::size_t capacity) override;

private:
    std::unique_ptr<ByteSource> bytes_;
    std::string head_;
    std::size_t taken_ = 0; ///< Bytes of head_ that read() has given.
    std::exception_ptr failure_;
};

} // namespace annota
