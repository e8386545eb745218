// SPDX-License-Identifier: GPL-2.0-or-later
//
// The door through which every format comes: bytes in, records and problems out, one at a time.

#pragma once

#include "common/problem.h"
#include "common/record.h"

#include <functional>
#include <memory>
#include <string_view>
#include <variant>

namespace annota {

/// A stream of bytes, decompressed. Throws std::runtime_error (path and reason) where reading fails.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Up to `capacity` bytes into `buffer`; 0 at the end.
    virtual std::size_t read(char* buffer, std::size_t capacity) = 0;
};

/// Called for each record (by value, to be moved from) or problem, in input order. False stops the reading.
using RecordSink = std::function<bool(std::variant<Record, Problem>&&)>;

/// One format. Readers keep no state between files.
class RecordReader {
public:
    virtual ~RecordReader() = default;
    /// Reads `bytes` to the end. `file` is the path as given, for positions. Bad input is a Problem, never an
    /// exception.
    virtual void read(ByteSource& bytes, std::string_view file, const RecordSink& sink) = 0;
};

} // namespace annota
