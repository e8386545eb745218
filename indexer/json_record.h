// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields of a record from its JSON text.

#pragma once

#include "indexer/record_builder.h"

#include <memory>
#include <string_view>

namespace annota {

enum class JsonOutcome : std::uint8_t {
    read,
    refused,      ///< No JSON, or more than the parser takes: find_json_fault() tells why.
    not_an_object ///< JSON of another type.
};

/// Keeps its buffers from text to text. Not thread-safe.
class JsonRecordParser {
public:
    JsonRecordParser();
    ~JsonRecordParser();
    JsonRecordParser(const JsonRecordParser&) = delete;
    JsonRecordParser& operator=(const JsonRecordParser&) = delete;

    /// Hands the fields of `text` to `builder`, with a warning for each value of a wrong type and each repeated key.
    /// Behind `text` kJsonPadding bytes are readable.
    JsonOutcome parse(std::string_view text, RecordBuilder& builder);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace annota
