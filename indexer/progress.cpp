// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/progress.h"

#include "common/terminal.h"

#include <cstdio>

namespace annota {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTerminalInterval{100};
constexpr std::chrono::milliseconds kLogInterval{1000}; // into a file or a pipe

unsigned long long as_printed(std::uint64_t number) {
    return number;
}

} // namespace

Progress::Progress(ProgressStyle style)
    : style_(style), rewrites_(is_terminal(2)), started_(Clock::now()), next_(started_) {
    if (style_ == ProgressStyle::automatic) style_ = rewrites_ ? ProgressStyle::text : ProgressStyle::none;
}

Progress::~Progress() {
    if (style_ == ProgressStyle::text && rewrites_ && shown_) std::fputc('\n', stderr);
}

void Progress::show(const RunCounts& counts, const std::string& phase) {
    if (style_ == ProgressStyle::none || Clock::now() < next_) return;
    show_now(counts, phase);
}

void Progress::show_now(const RunCounts& counts, const std::string& phase) {
    if (style_ == ProgressStyle::none) return;
    next_ = Clock::now() + (rewrites_ ? kTerminalInterval : kLogInterval);
    const double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
    const double rate = seconds > 0 ? static_cast<double>(counts.read) / seconds : 0;
    if (style_ == ProgressStyle::json) {
        std::fprintf(stderr,
                     "{\"event\":\"progress\",\"phase\":\"%s\",\"read\":%llu,\"rejected\":%llu,\"seconds\":%.3f,"
                     "\"records_per_second\":%.1f}\n",
                     phase.c_str(), as_printed(counts.read), as_printed(counts.rejected), seconds, rate);
    } else {
        std::fprintf(stderr, "%s%s: %llu records, %.0f records/s, %llu rejected%s", rewrites_ ? "\r\033[K" : "",
                     phase.c_str(), as_printed(counts.read), rate, as_printed(counts.rejected), rewrites_ ? "" : "\n");
        shown_ = true;
    }
    std::fflush(stderr);
}

void Progress::clear() {
    if (style_ == ProgressStyle::text && rewrites_ && shown_) std::fputs("\r\033[K", stderr);
    shown_ = false;
}

} // namespace annota
