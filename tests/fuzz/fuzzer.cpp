// SPDX-License-Identifier: GPL-2.0-or-later
//
// libFuzzer's door to one target, which $ANNOTA_FUZZ_TARGET names; run.sh starts it.

#include "tests/fuzz/targets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

const annota::test::FuzzTarget* chosen = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
    const char* const name = std::getenv("ANNOTA_FUZZ_TARGET");
    for (const annota::test::FuzzTarget& target : annota::test::fuzz_targets())
        if (name != nullptr && target.name == name) chosen = &target;
    if (chosen != nullptr) return 0;
    std::fputs("ANNOTA_FUZZ_TARGET names no target; there are:\n", stderr);
    for (const annota::test::FuzzTarget& target : annota::test::fuzz_targets())
        std::fprintf(stderr, "%.*s\n", static_cast<int>(target.name.size()), target.name.data());
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
