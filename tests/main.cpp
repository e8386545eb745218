// SPDX-License-Identifier: GPL-2.0-or-later
//
// Catch2's main for every test program, with an exit code that says what happened: 0 all passed, 1 something failed,
// 77 nothing failed but a test warned "skipped: ..." for want of data. Catch2 itself ends with the number of failures,
// which may be any number, 77 too.

#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <string>

namespace {

constexpr int kFailed = 1;
constexpr int kSkipped = 77; // ctest's SKIP_RETURN_CODE, see CMakeLists.txt

bool skipped = false; // Catch2 makes the listener itself and gives no way to ask it.

struct SkipListener : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;

    bool assertionEnded(const Catch::AssertionStats& stats) override {
        if (stats.assertionResult.getResultType() == Catch::ResultWas::Warning) {
            skipped = skipped || std::string(stats.assertionResult.getMessage()).starts_with("skipped:");
        }
        return TestEventListenerBase::assertionEnded(stats);
    }
};

CATCH_REGISTER_LISTENER(SkipListener)

} // namespace

int main(int argc, char* argv[]) {
    if (Catch::Session().run(argc, argv) != 0) return kFailed;
    return skipped ? kSkipped : 0;
}
