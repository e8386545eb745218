// SPDX-License-Identifier: GPL-2.0-or-later
//
// The command line of annota-generate, parsed and nothing done yet.

#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>

namespace annota::corpus {

struct GenerateOptions {
    std::uint64_t records = 0;
    std::uint64_t seed = 1;
    std::uint64_t start = 0;
    bool help = false;
};

/// A wrong command line; what() says what is wrong with it.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// `arguments` without the program's name. Throws UsageError.
GenerateOptions parse_generate_options(std::span<const char* const> arguments);

std::string_view generate_help();

} // namespace annota::corpus
