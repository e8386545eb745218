// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bad user data is a value: something that a reader could not use, told to the user, and the work goes on.

#pragma once

#include "common/record.h"

#include <string>

namespace annota {

/// What became of the input that a problem is about.
enum class Severity : std::uint8_t {
    warning,  ///< The record was kept, something in it was repaired or left out.
    rejection ///< The record was not kept.
};

/// A message about input. Codes are stable, lower case with underscores, and listed in the README.
struct Problem {
    Severity severity = Severity::rejection;
    SourcePosition position;
    std::size_t record_number = 0; ///< 1-based within its file; 0 where unknown.
    std::string id;                ///< The record's own id where it could be read.
    std::string code;
    std::string message;  ///< One sentence without a full stop.
    std::string fragment; ///< At most 80 code points of the offending text, valid UTF-8.
};

} // namespace annota
