// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a reader makes of a text, as text to compare.

#pragma once

#include "indexer/record_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota::test {

/// Gives `text` (which it does not own) in pieces of at most `chunk` bytes.
class TextSource : public ByteSource {
public:
    explicit TextSource(std::string_view text, std::size_t chunk = std::string_view::npos)
        : rest_(text), chunk_(chunk) {}
    std::size_t read(char* buffer, std::size_t capacity) override;

private:
    std::string_view rest_;
    std::size_t chunk_;
};

struct ReaderOutput {
    std::vector<Record> records;
    std::vector<Problem> problems;
    /// A line for each record (JSON without "source" where that is the file) and problem ("rejection bad_json 3 id:
    /// message" where 3 is the line), in the order in which they came.
    std::string printed;
};

/// The file's name is "f".
ReaderOutput read_text(RecordReader& reader, std::string_view text, std::size_t chunk = std::string_view::npos);

} // namespace annota::test
