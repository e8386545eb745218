// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every parser of what strangers send, as a function of bytes: for the fuzzer, and for the test that replays its seeds.

#pragma once

#include <span>
#include <string_view>

namespace annota::test {

struct FuzzTarget {
    std::string_view name; ///< Of its folder in seeds/, too.
    /// Any bytes are fine. Throws std::logic_error where a promise of the parser is broken, whatever else it throws is
    /// a finding as well.
    void (*run)(std::string_view bytes);
};

std::span<const FuzzTarget> fuzz_targets();

} // namespace annota::test
