// SPDX-License-Identifier: GPL-2.0-or-later
//
// How programs end: the table of exit codes, and the one place where exceptions become messages.

#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace annota {

namespace exit_code {
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;   ///< annota-index: failed while running.
inline constexpr int kNoHit = 1;    ///< annota-search: nothing found.
inline constexpr int kUnusable = 2; ///< Wrong command line; annota-search: unusable query or database.
inline constexpr int kRejected = 3; ///< annota-index: done, some records rejected.
inline constexpr int kBusy = 75;    ///< Another indexer holds the index, or it kept changing.
} // namespace exit_code

/// Why a run could not go on.
struct Failure {
    int code = exit_code::kFailed;
    /// Stable: index_missing, index_wrong_version, index_damaged, index_locked, index_changing, out_of_memory, failed.
    std::string kind;
    std::string message;
};

/// Says so on standard error.
using FailureReport = std::function<void(const Failure& failure)>;

/// The code of `body`, or what became of an exception: IndexError by its fault, anything else `failed`; 128 + n where a
/// signal stopped it. Afterwards standard output is flushed, and where that fails the run has failed.
int run_to_exit_code(int failed, const std::function<int()>& body, const FailureReport& report);

/// Writes "program: message" to standard error, free of control characters.
void report_message(std::string_view program, std::string_view message);

/// The same for a wrong command line, with advice on a second line.
void report_usage_error(std::string_view program, std::string_view message);

} // namespace annota
