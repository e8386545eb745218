// SPDX-License-Identifier: GPL-2.0-or-later
//
// Progress on standard error, for people (one line that is rewritten) or for programs (JSON events).

#pragma once

#include "indexer/run_counts.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace annota {

class Progress {
public:
    /// `automatic` shows text on a terminal, else nothing.
    explicit Progress(ProgressStyle style);
    /// Ends the line.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Bytes of all inputs, where they are known: for the time that is left.
    void expect_bytes(std::optional<std::uint64_t> bytes) { expected_bytes_ = bytes; }

    /// Cheap enough to call for each record: shows something some ten times a second.
    void show(const RunCounts& counts, const std::string& phase);

    /// `phase`: reading, indexing, merging, publishing, compacting, checking, or done. Shows it now, whatever was shown
    /// last.
    void show_now(const RunCounts& counts, const std::string& phase);

    /// Before anything else is written to standard error.
    void clear();

private:
    std::string text_line(const RunCounts& counts, const std::string& phase, double seconds) const;
    std::string json_line(const RunCounts& counts, const std::string& phase, double seconds) const;
    std::optional<double> seconds_left(const RunCounts& counts, double seconds) const;

    ProgressStyle style_;
    bool rewrites_ = false; ///< On a terminal a line replaces the one before.
    bool shown_ = false;
    std::optional<std::uint64_t> expected_bytes_;
    std::chrono::steady_clock::time_point started_;
    std::chrono::steady_clock::time_point next_;
};

} // namespace annota
