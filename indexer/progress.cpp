// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/progress.h"

#include "common/terminal.h"

#include <array>
#include <cstdio>

namespace annota {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTerminalInterval{100};
constexpr std::chrono::milliseconds kLogInterval{1000}; // into a file or a pipe

constexpr double kMegabyte = 1e6;

double rate(double amount, double seconds) {
    return seconds > 0 ? amount / seconds : 0;
}

std::string with_digits(double number, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, number);
    return text.data();
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
    if (style_ == ProgressStyle::json) {
        std::fputs((json_line(counts, phase, seconds) + '\n').c_str(), stderr);
    } else {
        const std::string line = text_line(counts, phase, seconds);
        std::fprintf(stderr, "%s%s%s", rewrites_ ? "\r\033[K" : "", line.c_str(), rewrites_ ? "" : "\n");
        shown_ = true;
    }
    std::fflush(stderr);
}

std::optional<double> Progress::seconds_left(const RunCounts& counts, double seconds) const {
    if (!expected_bytes_ || counts.bytes == 0 || *expected_bytes_ < counts.bytes) return std::nullopt;
    return seconds * static_cast<double>(*expected_bytes_ - counts.bytes) / static_cast<double>(counts.bytes);
}

std::string Progress::text_line(const RunCounts& counts, const std::string& phase, double seconds) const {
    const auto read = static_cast<double>(counts.read);
    std::string line =
        phase + ": " + std::to_string(counts.read) + " records, " + with_digits(rate(read, seconds), 0) + " records/s";
    if (counts.bytes > 0)
        line += ", " + with_digits(rate(static_cast<double>(counts.bytes) / kMegabyte, seconds), 1) + " MB/s";
    line += ", " + std::to_string(counts.rejected) + " rejected";
    const auto left = seconds_left(counts, seconds);
    if (left && *left > 0) line += ", " + with_digits(*left, 0) + " s left";
    return line;
}

std::string Progress::json_line(const RunCounts& counts, const std::string& phase, double seconds) const {
    const auto left = seconds_left(counts, seconds);
    return "{\"event\":\"progress\",\"phase\":\"" + phase + "\",\"read\":" + std::to_string(counts.read) +
           ",\"rejected\":" + std::to_string(counts.rejected) + ",\"seconds\":" + with_digits(seconds, 3) +
           ",\"records_per_second\":" + with_digits(rate(static_cast<double>(counts.read), seconds), 1) +
           ",\"bytes\":" + std::to_string(counts.bytes) +
           ",\"bytes_expected\":" + (expected_bytes_ ? std::to_string(*expected_bytes_) : "null") +
           ",\"megabytes_per_second\":" + with_digits(rate(static_cast<double>(counts.bytes) / kMegabyte, seconds), 3) +
           ",\"seconds_left\":" + (left ? with_digits(*left, 3) : "null") + "}";
}

void Progress::clear() {
    if (style_ == ProgressStyle::text && rewrites_ && shown_) std::fputs("\r\033[K", stderr);
    shown_ = false;
}

} // namespace annota
