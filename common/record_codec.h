// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record as bytes: tag, length, value for each field that is not empty.

#pragma once

#include "common/record.h"

#include <string>
#include <string_view>

namespace annota {

/// Appends `record` without its position. Equal records give equal bytes.
void encode_record(const Record& record, std::string& out);

/// Reads what encode_record() wrote, all of `data`. Unknown tags are skipped. Throws std::runtime_error on damage.
Record decode_record(std::string_view data);

/// Variable-length unsigned integers, seven bits a byte, low ones first, and strings behind their length in bytes.
void append_varint(std::string& out, std::uint64_t value);
void append_string(std::string& out, std::string_view text);

/// Both take what they read off the front of `data`; they throw std::runtime_error where it is too short.
std::uint64_t take_varint(std::string_view& data);
std::string_view take_string(std::string_view& data);

} // namespace annota
