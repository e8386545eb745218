// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines of a text, whatever ends them, in bounded memory.

#pragma once

#include "indexer/record_reader.h"

#include <cstddef>
#include <string>

namespace annota {

/// Reads lines that end in LF, CRLF or CR; a byte-order mark at the beginning is dropped, malformed UTF-8 is replaced.
class TextLines {
public:
    /// Bytes of a line beyond `longest` are read but not kept. `bytes` must outlive the object.
    TextLines(ByteSource& bytes, std::size_t longest);

    /// The next line without its end; false at the end of the text.
    bool next(std::string& line);

    std::size_t number() const { return number_; } ///< 1-based, of the line that next() gave.
    bool cut() const { return cut_; }              ///< That line was longer than was kept.

private:
    bool fill();

    ByteSource& bytes_;
    std::size_t longest_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
    bool cut_ = false;
    bool after_cr_ = false;
    bool ended_ = false;
};

} // namespace annota
